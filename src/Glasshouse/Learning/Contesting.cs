using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Living;
using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Learning;

/// <summary>
/// What the regime does not tell, people find when they look into their file: out of habit, or after a refusal. Who would dispute
/// it gives up at one of several steps the sooner, the less there is to live on and the more strained the person is.
/// </summary>
public sealed class Contesting
{
    private static readonly Purpose Looking = Purpose.Named("learning/looks-into-the-file");
    private static readonly Purpose Stepping = Purpose.Named("learning/steps-of-a-dispute");

    private readonly List<int> _found = [];
    private readonly List<Appeal> _gaveUp = [];

    /// <summary>Records that people come upon in their file this week.</summary>
    public IReadOnlyList<int> Found => _found;

    /// <summary>Disputes begun this week and given up.</summary>
    public IReadOnlyList<Appeal> GaveUp => _gaveUp;

    /// <summary>Chance of getting through all steps of a dispute.</summary>
    /// <param name="figures">The society's figures.</param>
    /// <param name="savings">Weeks of spending at hand.</param>
    /// <param name="stress">0 to 1.</param>
    public static float Through(RedressFigures figures, float savings, float stress)
    {
        var pressed = 1 - Math.Clamp(savings / 13f, 0f, 1f);
        var stays = 1 - Math.Min(1, (float)figures.GiveUp + (float)figures.GiveUpPressed * pressed + (float)figures.GiveUpStress * stress);
        var through = 1f;
        for (var step = 0; step < figures.Steps; step++)
        {
            through *= stays;
        }
        return through;
    }

    /// <summary>Starts a week: whose habit leads to the file now finds what was not told.</summary>
    public void Open(Dossiers dossiers, Roster roster, Situation situation, int week)
    {
        _found.Clear();
        _gaveUp.Clear();
        foreach (ref readonly var entry in dossiers.Agenda.At(week))
        {
            if (entry.Kind == (byte)Due.Look && roster.Generation[entry.Slot] == entry.Generation
                && (situation.Marks[entry.Slot] & MarkBits.Of(Mark.Aware)) != 0)
            {
                Find(dossiers, entry.Datum);
            }
        }
    }

    /// <summary>Whom a grade shut out may look into the file, and finds all that was not told.</summary>
    public void AfterRefusals(RedressFigures? figures, Dossiers dossiers, ReadOnlySpan<Met> met, ulong seed, uint district, int week)
    {
        if (figures is not { CheckRefused.Value: > 0 })
        {
            return;
        }
        var draw = new Draw(seed, district, Looking);
        foreach (ref readonly var one in met)
        {
            if (one.Outcome != Outcome.RefusedByGrade
                || Draw.Unit(draw.At(one.Slot, week, (int)one.Occasion).A) >= (float)figures.CheckRefused)
            {
                continue;
            }
            for (var r = dossiers.Head(one.Slot); r >= 0; r = dossiers.Ledger.Previous(r))
            {
                Find(dossiers, r);
            }
        }
    }

    /// <summary>A record that its subject was not told of: enters the week in which a look into the file would show it.</summary>
    public static void Miss(RedressFigures? figures, Dossiers dossiers, Roster roster, int record, uint bits, int week)
    {
        if (figures is not { CheckYearly.Value: > 0 })
        {
            return;
        }
        int slot = dossiers.Ledger.Subject(record);
        var yearly = (float)figures.CheckYearly * Elementary.Exp(
            (float)figures.CheckEducation * roster.TraitOf(Trait.Education)[slot]
            + (float)figures.CheckFootprint * roster.TraitOf(Trait.DigitalFootprint)[slot]);
        var looks = week + Episodes.Weeks(Calendar.Year / yearly, bits);
        if (looks < Math.Min(dossiers.Ledger.Expires(record), week + Episodes.Longest))
        {
            dossiers.Agenda.Enter(looks, new DueEntry((byte)Due.Look, (ushort)slot, roster.Generation[slot], record));
        }
    }

    /// <summary>Whether somebody who set out to dispute a record gets as far as filing; what it costs is paid either way.</summary>
    public bool Files(RedressFigures? figures, Appeal appeal, Situation situation, Mind mind, ulong seed, uint district, int week)
    {
        if (figures is null)
        {
            return true;
        }
        ref var savings = ref situation.Savings[appeal.Slot];
        var through = Through(figures, savings, mind.Stress[appeal.Slot]);
        savings = Math.Max(0, savings - (float)figures.Cost);
        if (through >= 1 || Draw.Unit(new Draw(seed, district, Stepping).At(appeal.Slot, week).A) < through)
        {
            return true;
        }
        _gaveUp.Add(appeal);
        return false;
    }

    private void Find(Dossiers dossiers, int record)
    {
        if (dossiers.Ledger.State(record) == RecordState.Counting && !dossiers.Ledger.IsKnown(record))
        {
            dossiers.Ledger.LetKnow(record);
            _found.Add(record);
        }
    }
}

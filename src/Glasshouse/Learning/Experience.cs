using System.Runtime.Intrinsics;
using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Living;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Responding;

namespace Glasshouse.Learning;

/// <summary>A deduction that its subject was told of.</summary>
public readonly record struct Noticed(ushort Slot, int Record, bool Deserved);

/// <summary>An appeal that was filed.</summary>
public readonly record struct Appeal(ushort Slot, int Record);

/// <summary>What people make of what happens to them and near them, for one district and twin.</summary>
public sealed class Experience
{
    private static readonly Purpose Noticing = Purpose.Named("learning/notice");
    private static readonly Purpose Finding = Purpose.Named("learning/finds-in-the-file");
    private static readonly Purpose Hearing = Purpose.Named("learning/hearing-of-the-regime");

    private readonly List<Noticed> _noticed = [];
    private readonly List<(uint Lot, Appeal Appeal)> _appellants = [];
    private readonly List<Appeal> _appeals = [];

    /// <summary>What people look for and dispute.</summary>
    public Contesting Contesting { get; } = new();

    /// <summary>Deductions noticed this week.</summary>
    public IReadOnlyList<Noticed> Noticed => _noticed;

    /// <summary>Appeals filed this week.</summary>
    public IReadOnlyList<Appeal> Appeals => _appeals;

    /// <summary>Gives a new occupant a mind to start from.</summary>
    public static void Arrive(LearningTable table, Roster roster, Mind mind, int slot)
    {
        var f = table.Figures;
        for (var c = 0; c < Mind.Channels; c++)
        {
            mind.RiskIfDone(c)[slot] = table.LawRisk[c];
            mind.RiskIfNot(c)[slot] = table.LawRiskInnocent;
        }
        mind.Stress[slot] = new Strain(f).Rest(roster.Disposition[slot]);
        mind.TrustInstitutions[slot] = (float)f.TrustInstitutionsStart;
        mind.TrustPeople[slot] = (float)f.TrustPeopleStart;
        mind.Support[slot] = Math.Clamp((float)f.SupportStart + (float)f.SupportStance * roster.TraitOf(Trait.Stance)[slot], 0, 1);
        mind.Grievance[slot] = 0;
    }

    /// <summary>Own acts that went unpunished, findings of ordinary law, and harm done to neighbours.</summary>
    public static void Undergo(LearningTable table, ConductTable conducts, Acts acts, ReadOnlySpan<Finding> findings,
        Mind mind, Neighbourhoods blocks)
    {
        var own = (float)table.Figures.OwnExperience;
        var harm = (float)table.Figures.TrustLostByHarm / Roster.BlockSize;
        for (var k = 0; k < conducts.Count; k++)
        {
            if (conducts.Bad[k])
            {
                var risks = mind.RiskIfDone(conducts.Channel[k]).Span;
                foreach (ref readonly var act in acts.Of(k))
                {
                    if (act.Said is Said.Nothing or Said.AsMeant)
                    {
                        risks[act.Slot] -= own * risks[act.Slot];
                    }
                }
            }
            if (conducts.Harms[k])
            {
                foreach (ref readonly var act in acts.Of(k))
                {
                    Hurt(act.Slot / Roster.BlockSize, harm, mind, blocks);
                }
            }
        }
        foreach (ref readonly var finding in findings)
        {
            var channel = conducts.Channel[finding.Conduct];
            ref var risk = ref mind.RiskIfDone(channel)[finding.Slot];
            risk += own * (1 - risk);
            blocks.Punished[finding.Slot / Roster.BlockSize * 4 + channel] += 1;
        }
    }

    // Everybody in the neighbourhood trusts others a little less.
    private static void Hurt(int block, float harm, Mind mind, Neighbourhoods blocks)
    {
        blocks.Harmed[block] += 1;
        var people = mind.TrustPeople.Span.Slice(block * Roster.BlockSize, Roster.BlockSize);
        for (var i = 0; i < people.Length; i += Vector512<float>.Count)
        {
            var trust = Vector512.Create<float>(people[i..]);
            (trust - Vector512.Create(harm) * trust).CopyTo(people[i..]);
        }
    }

    /// <summary>
    /// Subjects are told of deductions, or not, or find them in their file; those who know of one may appeal. Among a
    /// week's appeals a lot says who comes first.
    /// </summary>
    public void Notice(LearningTable table, ConductTable conducts, RuleTable rules, ConsequenceTable consequences, Dossiers dossiers,
        Origins origins, ReadOnlySpan<Entered> entered, ReadOnlySpan<Met> met, Roster roster, Situation situation, Mind mind,
        Neighbourhoods blocks, ulong seed, uint district, int week)
    {
        _noticed.Clear();
        _appellants.Clear();
        _appeals.Clear();
        var redress = consequences.Redress;
        var draw = new Draw(seed, district, Noticing);
        foreach (ref readonly var one in entered)
        {
            // Of a record that a replay took away on entry nobody is told; what is kept aside or was closed at once takes nothing.
            if (dossiers.Ledger.State(one.Record) is RecordState.Removed or RecordState.Aside or RecordState.Withdrawn)
            {
                continue;
            }
            var rule = rules.Rules[dossiers.Ledger.Row(one.Record)];
            if (!rule.IsAgainst(dossiers.Ledger.Points(one.Record)))
            {
                continue;
            }
            int slot = dossiers.Ledger.Subject(one.Record);
            var bits = draw.At((uint)slot, week, rules.ClassOf[dossiers.Ledger.Row(one.Record)]);
            if (Draw.Unit(bits.A) >= redress.Notice)
            {
                Contesting.Miss(table.Figures.Redress, dossiers, roster, one.Record, bits.D, week);
                continue;
            }
            dossiers.Ledger.LetKnow(one.Record);
            Learn(one.Record, bits);
        }
        Contesting.AfterRefusals(table.Figures.Redress, dossiers, met, seed, district, week);
        foreach (var record in Contesting.Found)
        {
            var row = dossiers.Ledger.Row(record);
            if (rules.Rules[row].IsAgainst(dossiers.Ledger.Points(record)))
            {
                Learn(record, (draw with { Purpose = Finding }).At(dossiers.Ledger.Subject(record), week, rules.ClassOf[row]));
            }
        }
        _appellants.Sort(static (x, y) => (x.Lot, x.Appeal.Record).CompareTo((y.Lot, y.Appeal.Record)));
        foreach (var (_, appeal) in _appellants)
        {
            _appeals.Add(appeal);
            var entry = new DueEntry((byte)Due.Appeal, appeal.Slot, roster.Generation[appeal.Slot], appeal.Record);
            dossiers.Agenda.Enter(week + redress.DecisionWeeks, entry);
        }

        void Learn(int record, Block bits)
        {
            int slot = dossiers.Ledger.Subject(record);
            var row = dossiers.Ledger.Row(record);
            var deserved = origins.Of(record) == Origin.True;
            var appeal = new Appeal((ushort)slot, record);
            _noticed.Add(new Noticed((ushort)slot, record, deserved));
            situation.Marks[slot] |= MarkBits.Of(Mark.Aware);
            var channel = conducts.Channel[rules.ClassOf[row]];
            Suffer(table.Figures, rules.Rules[row], deserved, mind, channel, slot);
            blocks.Punished[slot / Roster.BlockSize * 4 + channel] += 1;
            if (Draw.Unit(bits.B) < (deserved ? redress.AppealIfTrue : redress.AppealIfFalse)
                && Contesting.Files(table.Figures.Redress, appeal, situation, mind, seed, district, week))
            {
                _appellants.Add((bits.C, appeal));
            }
        }
    }

    /// <summary>Namings shame the person and unsettle the neighbours.</summary>
    public static void Witness(LearningTable table, IReadOnlyList<PublicAct> publicActs, Mind mind)
    {
        var lost = (float)table.Figures.TrustLostByNaming;
        foreach (var act in publicActs)
        {
            if (act.Effect != Effect.NamedInPublic)
            {
                continue;
            }
            mind.TrustPeople[act.Slot] *= 1 - lost;
            foreach (ref var trust in mind.TrustPeople.Span.Slice(act.Slot / Roster.BlockSize * Roster.BlockSize, Roster.BlockSize))
            {
                trust -= lost / Roster.BlockSize * trust;
            }
        }
    }

    /// <summary>Once a month, scored adults who are unaware may hear of the regime: from media, or from neighbours who know.</summary>
    public static void Hear(LearningTable table, Roster roster, Situation situation, ulong seed, uint district, int week)
    {
        var draw = new Draw(seed, district, Hearing);
        var aware = MarkBits.Of(Mark.Aware);
        var outside = aware | MarkBits.Of(Mark.Unscored);
        for (var block = 0; block < roster.Blocks; block++)
        {
            var start = block * Roster.BlockSize;
            var marks = situation.Marks.Span.Slice(start, Roster.BlockSize);
            var knowing = 0;
            foreach (var mark in marks)
            {
                knowing += (mark & aware) != 0 ? 1 : 0;
            }
            var weekly = (float)table.Figures.AwarenessMedia + (float)table.Figures.AwarenessTalk * 10 * knowing / Roster.BlockSize;
            var monthly = Math.Min(1, weekly * Calendar.Exchange);
            for (var i = 0; i < Roster.BlockSize; i++)
            {
                if ((marks[i] & outside) == 0 && roster.Is(start + i, Role.Adult)
                    && Draw.Unit(draw.At((uint)(start + i), week).A) < monthly)
                {
                    marks[i] |= aware;
                }
            }
        }
    }

    /// <summary>Who knew of a regime that runs no more knows that it is over.</summary>
    public static void Forget(Situation situation)
    {
        var aware = MarkBits.Of(Mark.Aware);
        foreach (ref var marks in situation.Marks.Span)
        {
            marks &= ~aware;
        }
    }

    private static void Suffer(LearningFigures figures, Rule rule, bool deserved, Mind mind, int channel, int slot)
    {
        var own = (float)figures.OwnExperience;
        ref var risk = ref (deserved ? mind.RiskIfDone(channel) : mind.RiskIfNot(channel))[slot];
        risk += own * (1 - risk);
        ref var grievance = ref mind.Grievance[slot];
        var added = !deserved ? figures.GrievanceError
            : (rule.Causes & Cause.Right) != 0 ? figures.GrievanceRight : figures.GrievanceOther;
        grievance += (float)added * (1 - grievance);
        if (!deserved)
        {
            mind.TrustInstitutions[slot] *= 1 - (float)figures.TrustLostByError;
        }
    }
}

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
            mind.RiskIfDone(c)[slot] = Unit16.Narrow(table.LawRisk[c], Unit16.Nearest);
            mind.RiskIfNot(c)[slot] = Unit16.Narrow(table.LawRiskInnocent, Unit16.Nearest);
        }
        mind.Stress[slot] = new Strain(f).Rest(roster.Disposition[slot]);
        mind.TrustInstitutions[slot] = (float)f.TrustInstitutionsStart;
        mind.TrustPeople[slot] = (float)f.TrustPeopleStart;
        mind.Support[slot] = Math.Clamp((float)f.SupportStart + (float)f.SupportStance * roster.TraitOf(Trait.Stance)[slot], 0, 1);
        mind.Grievance[slot] = 0;
        mind.DistrustInstitutions[slot] = 0;
        mind.DistrustPeople[slot] = 0;
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
                        var risk = Unit16.Wide(risks[act.Slot]);
                        risks[act.Slot] = Unit16.Narrow(risk - own * risk, Unit16.Nearest);
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
            Punish(table, mind, finding.Slot, channel, innocent: false);
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
            var rule = rules.Rules[row];
            ref var marks = ref situation.Marks[slot];
            marks |= (marks & MarkBits.Of(Mark.Aware)) == 0 ? Talk.News : 0;
            marks |= table.NegativeNews > 0 && (rule.Causes & Cause.Right) != 0 ? MarkBits.Of(Mark.Informed) : 0;
            var channel = conducts.Channel[rules.ClassOf[row]];
            Suffer(table, rule, deserved, redress.Machine, mind, channel, slot);
            blocks.Punished[slot / Roster.BlockSize * 4 + channel] += 1;
            if (Draw.Unit(bits.B) < (deserved ? redress.AppealIfTrue : redress.AppealIfFalse) * Disputes(table, mind, slot)
                && Contesting.Files(table.Figures.Redress, appeal, situation, mind, seed, district, week))
            {
                _appellants.Add((bits.C, appeal));
            }
        }
    }

    /// <summary>Namings shame the person and unsettle the neighbours.</summary>
    public static void Witness(LearningTable table, IReadOnlyList<PublicAct> publicActs, Mind mind, Neighbourhoods blocks)
    {
        var lost = table.LostByNaming;
        foreach (var act in publicActs)
        {
            if (act.Effect != Effect.NamedInPublic)
            {
                continue;
            }
            for (var c = 0; c < Mind.Channels; c++)
            {
                blocks.Punished[act.Slot / Roster.BlockSize * Mind.Channels + c] += table.Listing;
            }
            Distrust.Shame(table, mind, act.Slot);
            foreach (ref var trust in mind.TrustPeople.Span.Slice(act.Slot / Roster.BlockSize * Roster.BlockSize, Roster.BlockSize))
            {
                trust -= lost / Roster.BlockSize * trust;
            }
        }
    }

    // Belief moves by a share of the gap to certainty where it happened, and by less elsewhere.
    private static void Punish(LearningTable table, Mind mind, int slot, int channel, bool innocent)
    {
        var own = (float)table.Figures.OwnExperience;
        for (var c = 0; c < Mind.Channels; c++)
        {
            var share = c == channel ? own : own * table.Generalises;
            if (share > 0)
            {
                ref var risk = ref (innocent ? mind.RiskIfNot(c) : mind.RiskIfDone(c))[slot];
                var now = Unit16.Wide(risk);
                risk = Unit16.Narrow(now + share * (1 - now), Unit16.Nearest);
            }
        }
    }

    // The aggrieved give up less often.
    private static float Disputes(LearningTable table, Mind mind, int slot) => 1 + table.Disputing * mind.Grievance[slot];

    private static void Suffer(LearningTable table, Rule rule, bool deserved, float machine, Mind mind, int channel, int slot)
    {
        var figures = table.Figures;
        Punish(table, mind, slot, channel, innocent: !deserved);
        ref var grievance = ref mind.Grievance[slot];
        var added = !deserved ? figures.GrievanceError
            : (rule.Causes & Cause.Right) != 0 ? figures.GrievanceRight : figures.GrievanceOther;
        grievance += (float)added * (1 - grievance);
        if (!deserved)
        {
            Distrust.Wrong(table, mind, slot, machine);
        }
    }
}

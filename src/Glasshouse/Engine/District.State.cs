using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Learning;
using Glasshouse.Living;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Scoring;
using Glasshouse.Societies;

namespace Glasshouse.Engine;

/// <content>What a district holds, how it comes to be, forks and is renewed.</content>
public sealed partial class District
{
    /// <summary>People of a district, about: a few thousand fit the second-level cache with all twins.</summary>
    public const int TargetPeople = 2500;

    private readonly RunPlan _plan;
    private readonly SocietyTables _society;
    private readonly ulong _seed;
    private readonly bool _scalar;
    private Candidates _candidates;
    private readonly Temperaments _temperaments;
    private readonly Confusables _confusables;
    private readonly List<int> _arrived = [];

    /// <summary>Draws the people of a district and gives them one twin, under ordinary law alone.</summary>
    public District(RunPlan plan, ulong seed, uint number, int people)
    {
        _plan = plan;
        _society = plan.Society;
        _seed = seed;
        _scalar = plan.Scalar;
        Number = number;
        Roster = Synthesis.Build(_society.Marginals, seed, number, people);
        _candidates = new Candidates(_society.Processes());
        _temperaments = new Temperaments(Conducts.TemperamentCount, Roster.Slots);
        _confusables = new Confusables(Roster.Slots);
        Twins = [Under(BeforeFork(plan))];
        for (var slot = 0; slot < Roster.Slots; slot++)
        {
            if (Roster.Lives(slot))
            {
                Settle(Twins[0], slot, 0);
            }
        }
        Twins[0].Blocks.Safety.Span.Fill(1);
        Twins[0].Books.Begin(Roster.Firms);
        Sort();
    }

    /// <summary>Number of the district, from 0.</summary>
    public uint Number { get; }

    public Roster Roster { get; }

    /// <summary>The twins; one before the fork.</summary>
    public IReadOnlyList<Twin> Twins { get; private set; }

    /// <summary>Slots in which somebody lives: one person-week each per twin and week.</summary>
    public int People => Roster.Age.Span.Length - Roster.Age.Span.Count(Roster.Vacant);

    /// <summary>Adults of the district.</summary>
    public int Adults => _confusables.Adults;

    /// <summary>Completes all twins' totals before an exchange.</summary>
    public void CloseTotals()
    {
        foreach (var twin in Twins)
        {
            twin.Counting.Close();
        }
    }

    /// <summary>
    /// Marks of everybody in the last twin at the end of a history or of a replay, with <see cref="MarkBits.GrownUp"/>. Who is silent
    /// without the regime as well did not fall silent under it.
    /// </summary>
    public uint[] Kinds()
    {
        var marks = Twins[^1].Situation.Marks.Span.ToArray();
        var without = Twins[0].Situation.Marks.Span;
        for (var slot = 0; slot < marks.Length; slot++)
        {
            marks[slot] &= ~(without[slot] & MarkBits.Of(Mark.EverSilent));
            marks[slot] |= Roster.Lives(slot) && Roster.Is(slot, Role.Adult) ? MarkBits.GrownUp : 0;
        }
        return marks;
    }

    /// <summary>The society that it is part of.</summary>
    public SocietyTables Society => _society;

    private ConductTable Conducts => _society.Conducts;

    /// <summary>Districts of so many people.</summary>
    public static int Count(long people) => (int)Math.Max(1, (people + TargetPeople / 2) / TargetPeople);

    /// <summary>Splits people into districts of nearly equal size.</summary>
    public static int[] Split(long people)
    {
        var districts = Count(people);
        return [.. Enumerable.Range(0, districts).Select(d => (int)(people / districts + (d < people % districts ? 1 : 0)))];
    }

    /// <summary>Forks the burn-in into the plan's twins and fixes everybody's strata.</summary>
    public void Fork()
    {
        var before = Twins[0];
        for (var slot = 0; slot < Roster.Slots; slot++)
        {
            if (Roster.Lives(slot))
            {
                Roster.Cell[slot] = Strata.Cell(Roster, slot, Work(before.Situation.Roles[slot]));
            }
        }
        Twins = [.. _plan.Twins.Select(regime =>
        {
            var twin = Under(regime);
            twin.ForkFrom(before, Roster);
            for (var slot = 0; slot < Roster.Slots; slot++)
            {
                regime.Subjects.Ask(Roster, twin.Situation, _seed, Number, slot);
            }
            regime.Subjects.Review(Roster, twin.Situation);
            Newcomers.Review(regime.Grades, twin.Standing, twin.Dossiers, Roster, twin.Situation, established: true);
            Begin(twin);
            return twin;
        })];
    }

    // Whoever is weighed is weighed at once: else all would stand in the entry grade for weeks.
    private void Begin(Twin twin)
    {
        if (twin.Regime.Weighed.Any())
        {
            Weigh(twin, _plan.BurnInWeeks);
            Score(twin, _plan.BurnInWeeks);
            MarkLives(twin, _plan.BurnInWeeks);
            if (twin is { Sample: { } sample, Regime.Weights: { } weights })
            {
                sample.Turn(Read(twin), weights, _plan.BurnInWeeks);
            }
            twin.Standing.Grade.Span.CopyTo(twin.Standing.YearAgo.Span);
        }
        ReviewSpills(twin);
    }

    // People moved, or a regime begins: who is hit by the grades of others is looked at anew.
    private void ReviewSpills(Twin twin)
    {
        if (twin.Regime.Consequences.Spills.Any)
        {
            twin.Spilling.Review(twin.Regime.Consequences, twin.Standing, Roster, twin.Situation);
            Spread(twin);
        }
    }

    /// <summary>Somebody whose parts of a weighed score are kept, -1 for nobody.</summary>
    public int Watched { get; set; } = -1;

    /// <summary>
    /// A record that a replay takes away on entry in the last twin: week, and its number among that week's records.
    /// </summary>
    internal (int Week, int Ordinal)? Striking { get; set; }

    private void Strike(Twin twin, int week)
    {
        if (Striking is { } strike && strike.Week == week && twin == Twins[^1] && strike.Ordinal < twin.Entering.Records.Length
            && twin.Dossiers.Ledger.State(twin.Entering.Records[strike.Ordinal].Record) != RecordState.Removed)
        {
            twin.Dossiers.Ledger.Close(twin.Entering.Records[strike.Ordinal].Record, RecordState.Removed);
        }
    }

    /// <summary>Drops archived records where they are most of a ledger.</summary>
    /// <param name="week">Last week that passed.</param>
    public void Fold(int week)
    {
        foreach (var twin in Twins)
        {
            twin.Fold(week);
        }
    }

    /// <summary>Writes everything that the district's future depends on.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Roster.Slab.Bytes);
        writer.Write(Twins.Count);
        foreach (var twin in Twins)
        {
            twin.Save(writer);
        }
    }

    /// <summary>Takes it from a checkpoint.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="next">Next week to pass.</param>
    public void Load(BinaryReader reader, int next)
    {
        var columns = new byte[Roster.Slab.Bytes.Length];
        reader.BaseStream.ReadExactly(columns);
        Roster.Slab.CopyFrom(columns);
        if (reader.ReadInt32() == _plan.Twins.Count && _plan.Twins.Count > 1)
        {
            Twins = [.. _plan.Twins.Select(Under)];
        }
        foreach (var twin in Twins)
        {
            twin.Load(reader);
            twin.MoveTo(Math.Max(0, next - 1 - _plan.BurnInWeeks));
        }
        Sort();
    }

    /// <summary>Digest of the district: its people and all twins.</summary>
    public ulong Digest()
    {
        var digest = Kernel.Digest.Of(Roster.Slab.Bytes);
        foreach (var twin in Twins)
        {
            digest = Kernel.Digest.Combine(digest, twin.Digest());
        }
        return digest;
    }

    /// <summary>Takes over base rates that have changed since the district was built.</summary>
    public void Redraw() => _candidates = new Candidates(_society.Processes());

    /// <summary>One twin's columns as deciding reads them.</summary>
    public Deciders Deciders(Twin twin) =>
        new(Roster, twin.Situation, twin.Mind, twin.Standing.Rung, twin.Regime.Stakes, twin.Signal.IfDone, twin.Signal.Climate,
            twin.Motives, twin.Blocks.Disorder.Span)
        {
            Liquidity = twin.Books.Liquidity.Span,
            Sunk = twin.Books.Sunk.Span,
            Reputation = _society.Living.Reputation(_society.Cheats, twin.Regime.Consequences.Open),
        };

    /// <summary>How a twin's minds bear on its lives.</summary>
    public Bearing Bearing(Twin twin)
    {
        var (health, ties) = (_society.Learning.Figures.Health, _society.Learning.Figures.Ties);
        return new Bearing(twin.Mind, _society.Learning.LawRiskInnocent, (float)(health?.Withdrawal.Value ?? 0),
            (float)(health?.Exhaustion.Value ?? 0), twin.Closeness, (float)(ties?.Contacts.Value ?? 0));
    }

    /// <summary>The factor of every adult under a temperament.</summary>
    public void TemperamentFactors(int temperament, Span<double> bySlot) => _temperaments.FactorsOf(temperament, bySlot);

    private Twin Under(RegimeTables regime)
    {
        var place = Pilot.Place(_seed, Number, Count(_plan.People));
        var twin = new Twin(_society, regime, Roster, _plan.Room, place);
        (twin.Entering.Start, twin.Entering.Luck) = (_plan.BurnInWeeks, Entering.LuckOf(_seed, Number));
        return twin;
    }

    private static RegimeTables BeforeFork(RunPlan plan) => RegimeTables.LawOnly(plan.Society.Conducts);

    // Once a quarter people come and go, equally in all twins; once a year counters start anew.
    private void Renew(int week)
    {
        if (week % Calendar.Year == 0)
        {
            foreach (var twin in Twins)
            {
                twin.Dossiers.NewYear();
            }
        }
        if (week % Calendar.Quarter != 0 || week == 0)
        {
            return;
        }
        _arrived.Clear();
        Demography.Pass(_society.Marginals, _seed, Number, week, week >= _plan.BurnInWeeks, Roster, _arrived);
        foreach (var twin in Twins)
        {
            Lives.Review(_society.Marginals, Roster, twin.Situation, twin.Standing, twin.Regime.Consequences);
            foreach (var slot in _arrived)
            {
                Settle(twin, slot, week);
            }
            twin.Regime.Subjects.Review(Roster, twin.Situation);
            Newcomers.Review(twin.Regime.Grades, twin.Standing, twin.Dossiers, Roster, twin.Situation);
            if (twin.Regime.Rules.Links.Length > 0)
            {
                Linking.Sweep(twin.Regime.Rules, twin.Dossiers, twin.Standing, Roster);
            }
            ReviewSpills(twin);
        }
        foreach (var slot in _arrived)
        {
            Roster.Cell[slot] = Strata.Cell(Roster, slot, Work(Twins[0].Situation.Roles[slot]));
        }
        Sort();
    }

    private void Settle(Twin twin, int slot, int week)
    {
        Lives.Arrive(_society.Living, _society.Marginals, Roster, twin.Situation, _seed, Number, slot);
        twin.Regime.Subjects.Ask(Roster, twin.Situation, _seed, Number, slot);
        twin.Lives.DefaultedFromStart(_society.Living, Roster, twin.Situation, _seed, Number, slot, week);
        Experience.Arrive(_society.Learning, Roster, twin.Mind, slot);
        Crowding.Arrive(twin.Motives, slot);
        twin.Defiance?.Arrive(slot);
        twin.Situation.Ties[slot] = Ties.Start(_society.Learning.Figures.Ties, _seed, Number, slot, Roster.Generation[slot]);
        twin.Dossiers.Forget(slot);
        twin.Sample?.Forget(slot);
        twin.Standing.Enter(twin.Regime.Grades, slot);
    }

    private void Sort()
    {
        _temperaments.Sort(Roster, Conducts.Loadings, Conducts.Prolific);
        _confusables.Sum(Roster);
    }

    // Appeals per week and adult, as whole slots that add up over the weeks.
    private int AppealSlots(Twin twin, int week)
    {
        var perWeek = twin.Regime.Consequences.Redress.SlotsPerWeek * _confusables.Adults;
        return (int)((long)((week + 1) * perWeek) - (long)(week * perWeek));
    }

    private static bool ExchangeFollows(int week) => (week + 1) % Calendar.Exchange == 0;

    private static bool YearEnds(int week) => (week + 1) % Calendar.Year == 0;

    private static int Work(uint roles) =>
        (roles & RoleBits.Workforce) == 0 ? 2 : (roles & RoleBits.Of(Role.Employed)) != 0 ? 0 : 1;
}

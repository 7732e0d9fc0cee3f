using System.Runtime.InteropServices;
using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Learning;
using Glasshouse.Living;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Scoring;
using Glasshouse.Societies;
using Glasshouse.Tallying;

namespace Glasshouse.Engine;

/// <summary>
/// One twin of a district: its people's lives, minds and dossiers under one regime. Columns lie in one aligned slab.
/// </summary>
public sealed class Twin
{
    /// <param name="society">The society.</param>
    /// <param name="regime">Its regime.</param>
    /// <param name="roster">Its people.</param>
    /// <param name="room">Room for what regimes keep about a person.</param>
    /// <param name="place">Place of the district among all, 0 to 1, for regimes that run in a share of them.</param>
    public Twin(SocietyTables society, RegimeTables regime, Roster roster, Room room, double place)
    {
        (_society, _regime, _place) = (society, regime, place);
        Regime = _epoch = regime.At(0, place);
        Situation = new Situation(Slab, roster.Slots) { WageSpread = society.Living.WageSpread };
        Mind = new Mind(Slab, roster.Slots);
        Motives = new Motives(Slab, roster.Slots);
        Defiance = society.Resistance is null ? null : new Defiance(Slab, roster.Slots);
        var usual = (float)(society.Learning.Figures.Ties?.Usual.Value ?? 1);
        Closeness = slot => Ties.Closeness(Situation.Ties[slot], usual);
        Blocks = new Neighbourhoods(Slab, roster.Blocks);
        Standing = new Standing(Slab, roster.Slots, room.FurtherScales, room.WeighedScales, room.Spills, room.Newcomers);
        FurtherWeighing = [.. regime.FurtherWeights.Select(_ => new Weighing())];
        Books = new Books(society.Society.Firms, Slab, roster.Firms.Count);
        Penalties = new Penalties(society.Society.Firms);
        Bribery = new Bribery(society.Society.Firms);
        Dossiers = new Dossiers(Slab, roster.Slots, room.Counters);
        Acts = new Acts(regime.Sights.Watched.Length);
        Watching = new Watching { Exported = new int[society.Conducts.Count * 2], Defiance = Defiance };
        Past = new Week(society.Measures, society.Conducts, regime.Rules, roster, Situation, Mind, Blocks, Dossiers, Standing, Origins,
            regime.Consequences)
        {
            Intrusion = Regime.Reach.Average(),
            Defiance = Defiance,
            Tax = society.Society.Firms?.Tax,
            UsualRisk = society.Learning.LawRisk[(int)Channel.Financial] - society.Learning.LawRiskInnocent,
            Books = Books,
            DistressedFrom = (float)(society.Learning.Figures.Health?.DistressedFrom.Value ?? 1),
        };
        Counting = new Counting(Past);
        if (regime.Ever(c => c.Has(Effect.Inspection)))
        {
            Inspected = slot => new Treatment(Regime.Consequences, Situation, Standing, slot).Inspected;
        }
        var features = regime.Weights is { Learned: not null } weights ? weights.Features.Length : 0;
        Sample = features > 0 ? new Sample(roster.Slots, features) : null;
        _learned = features > 0 ? Sample.Length(features) : 0;
        Tallies = new long[Ranking.Length(regime.Grades) + _learned + (regime.Sensors is null ? 0 : Sensors.Length)
            + (regime.Answers ? Response.Length : 0)];
    }

    private readonly SocietyTables _society;
    private readonly RegimeTables _regime;
    private readonly double _place;
    private RegimeTables _epoch;
    private RegimeTables? _derived;
    private readonly int _learned;
    private readonly List<(int Response, int Week)> _responses = [];

    public Slab Slab { get; } = new();

    /// <summary>What is in force now and here, with what directives derived from all subjects.</summary>
    public RegimeTables Regime { get; private set; }

    /// <summary>True in a week that began with other rules and consequences than the week before.</summary>
    public bool HasTurned { get; private set; }

    /// <summary>What is in force here in a week after the start.</summary>
    public RegimeTables RegimeAt(int week) => _regime.At(week, _place, _responses is [.., var last] ? last.Response : -1);

    /// <summary>Phases that a fall of support began, and the week after the start from which each was in force.</summary>
    public IReadOnlyList<(string Phase, int Week)> Responses => [.. _responses.Select(r => (_regime.Responses[r.Response].Phase, r.Week))];

    /// <summary>Lets the authorities answer what went up.</summary>
    /// <param name="tally">Support and adults of all districts; empty where nothing is asked.</param>
    /// <param name="week">Week after the start from which an answer would be in force.</param>
    public void Respond(ReadOnlySpan<long> tally, int week)
    {
        var now = _responses is [.., var last] ? last.Response : -1;
        var next = tally.Length == 0 ? now : Response.Next(_regime.Responses, now, tally, week);
        if (next != now)
        {
            _responses.Add((next, week));
        }
    }

    /// <summary>Moves to what is in force in a week after the start.</summary>
    public void MoveTo(int week)
    {
        var (before, now) = (_epoch, RegimeAt(week));
        HasTurned = !ReferenceEquals(before.Consequences, now.Consequences);
        if (!ReferenceEquals(before, now))
        {
            _epoch = now;
            Regime = _derived is null ? now
                : now.Derived(_derived.Grades, now.Weights is null ? null : _derived.Weights, _derived.Sensors,
                    _society.Conducts, _society.Society.Living);
            Past.Consequences = now.Consequences;
            Past.Intrusion = now.Reach.Average();
        }
    }

    /// <summary>Takes over what the last exchange derived from all subjects: bands cut anew, weights learned.</summary>
    public void Adopt(RegimeTables derived)
    {
        if (!ReferenceEquals(derived, Regime))
        {
            Regime = derived;
            _derived = derived.Weights is null && _derived?.Weights is { } kept ? derived with { Weights = kept } : derived;
        }
    }

    public Situation Situation { get; }

    /// <summary>What a person's ties come to.</summary>
    public Func<int, float> Closeness { get; }

    public Mind Mind { get; }

    public Motives Motives { get; }

    /// <summary>How people resist; null where the society does not know it.</summary>
    public Defiance? Defiance { get; }

    public Neighbourhoods Blocks { get; }

    public Standing Standing { get; }

    public Dossiers Dossiers { get; }

    /// <summary>What happened, beside the dossiers: never given to Recording, Scoring or Responding.</summary>
    public Origins Origins { get; } = new();

    public Acts Acts { get; }

    public Watching Watching { get; }

    /// <summary>How closely the firm of a head is inspected, as a factor; null where nothing moves it.</summary>
    public Func<int, float>? Inspected { get; }

    public Entering Entering { get; } = new();

    public Reckoning Reckoning { get; } = new();

    public Linking Linking { get; } = new();

    public Weighing Weighing { get; } = new();

    /// <summary>The weighing of each weighed scale beside the main one.</summary>
    public Weighing[] FurtherWeighing { get; }

    /// <summary>The weighing of one of the scales that are weighed.</summary>
    public Weighing WeighingOf(WeightTable table) =>
        table.Scale == 0 ? Weighing : FurtherWeighing[_regime.Grades.On(table.Scale).Column];

    public Consenting Consenting { get; } = new();

    /// <summary>What learned weights learn from; null where nothing is learned.</summary>
    public Sample? Sample { get; }

    public Answering Answering { get; } = new();

    public Spilling Spilling { get; } = new();

    public Buying Buying { get; } = new();

    public Selling Selling { get; } = new();

    public Lives Lives { get; } = new();

    /// <summary>What changes about the firms.</summary>
    public Books Books { get; }

    /// <summary>What becomes of findings at firms.</summary>
    public Penalties Penalties { get; }

    /// <summary>Bribes of heads of firms.</summary>
    public Bribery Bribery { get; }

    public Experience Experience { get; } = new();

    public Counting Counting { get; }

    /// <summary>What the last week left, for counting.</summary>
    public Week Past { get; }

    /// <summary>What goes up at the next exchange so that the regime can be derived from all subjects; mostly nothing.</summary>
    public long[] Tallies { get; }

    /// <summary>The part of it that ranks are cut from.</summary>
    public Span<long> RankTallies => Tallies.AsSpan(0, Tallies.Length - _learned - SensorTallies.Length - SupportTallies.Length);

    /// <summary>The part of it that weights are learned from.</summary>
    public Span<long> SampleTallies => Tallies.AsSpan(RankTallies.Length, _learned);

    /// <summary>The part of it that sensors follow.</summary>
    public Span<long> SensorTallies => _regime.Sensors is null ? []
        : Tallies.AsSpan(Tallies.Length - SupportTallies.Length - Sensors.Length, Sensors.Length);

    /// <summary>The part of it that authorities answer to.</summary>
    public Span<long> SupportTallies => _regime.Answers ? Tallies.AsSpan(^Response.Length..) : [];

    /// <summary>What people can hear, from the last directive.</summary>
    public Signal Signal { get; set; } = Signal.None(0.5f);

    /// <summary>
    /// Sightings from other districts, by conduct and group, to be booked in the first week after the exchange.
    /// </summary>
    public int[] Imported { get; set; } = [];

    /// <summary>Takes over the state of another twin of the same district: the fork.</summary>
    public void ForkFrom(Twin other, Roster roster)
    {
        Slab.CopyFrom(other.Slab);
        Lives.Diary.CopyFrom(other.Lives.Diary);
        Signal = other.Signal;
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            Standing.Enter(Regime.Grades, slot);
        }
    }

    /// <summary>Drops archived records when they are most of the ledger.</summary>
    /// <param name="week">Last week that passed.</param>
    public void Fold(int week)
    {
        var keepFrom = Regime.Rules.Caps ? week / Calendar.Year * Calendar.Year : int.MaxValue;
        if (Dossiers.Fold(keepFrom, Regime.Rules.Remembered) is { } fold)
        {
            Origins.Follow(fold.To);
        }
    }

    /// <summary>Writes everything that the twin's future depends on.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Slab.Bytes);
        Dossiers.Ledger.Save(writer);
        writer.Write(MemoryMarshal.AsBytes(Origins.Column(Dossiers.Ledger.Count)));
        Dossiers.Agenda.Save(writer);
        Dossiers.Appeals.Save(writer);
        Lives.Diary.Save(writer);
        if (Regime.Sights.IsSlow)
        {
            Watching.Backlog.Save(writer);
        }
        // Whose record an appeal removed in the last week is reckoned anew in the next.
        var touched = Dossiers.Touched.Slots;
        writer.Write(touched.Length);
        writer.Write(MemoryMarshal.AsBytes(touched));
        writer.Write(Acts.Faults);
        Sample?.Save(writer);
    }

    /// <summary>Takes it from a checkpoint; the directive is given anew.</summary>
    public void Load(BinaryReader reader)
    {
        var columns = new byte[Slab.Bytes.Length];
        reader.BaseStream.ReadExactly(columns);
        Slab.CopyFrom(columns);
        Dossiers.Ledger.Load(reader);
        var origins = new Origin[Dossiers.Ledger.Count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(origins.AsSpan()));
        Origins.Restore(origins);
        Dossiers.Agenda.Load(reader);
        Dossiers.Appeals.Load(reader);
        Lives.Diary.Load(reader);
        if (Regime.Sights.IsSlow)
        {
            Watching.Backlog.Load(reader);
        }
        Dossiers.Touched.Clear();
        for (var touched = reader.ReadInt32(); touched > 0; touched--)
        {
            Dossiers.Touched.Add(reader.ReadUInt16());
        }
        Acts.Faults = reader.ReadInt64();
        Sample?.Load(reader);
    }

    /// <summary>Digest of everything that the twin's future depends on.</summary>
    public ulong Digest()
    {
        var digest = Kernel.Digest.Of(Slab.Bytes);
        digest = Kernel.Digest.Combine(digest, Dossiers.Ledger.Digest());
        digest = Kernel.Digest.Combine(digest, Dossiers.Appeals.Digest());
        digest = Regime.Sights.IsSlow ? Kernel.Digest.Combine(digest, Watching.Backlog.Digest()) : digest;
        digest = Kernel.Digest.Combine(digest, Kernel.Digest.Of(Origins.Column(Dossiers.Ledger.Count)));
        return Sample is null ? digest : Kernel.Digest.Combine(digest, Sample.Digest());
    }
}

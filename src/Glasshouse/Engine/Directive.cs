using Glasshouse.Acting;
using Glasshouse.Learning;
using Glasshouse.Observing;
using Glasshouse.Regimes;
using Glasshouse.Scoring;
using Glasshouse.Societies;
using Glasshouse.Tallying;

namespace Glasshouse.Engine;

/// <summary>
/// What goes up from districts and comes down to all of them every four weeks: integers whose sum does not depend on any order, and
/// pure functions of it. Stored, so that one district can be replayed alone.
/// </summary>
public sealed class Directive
{
    private const int PunishedAt = 4;
    private const int FalseAt = 8;
    private const int AdultsAt = 12;
    private const int CriticalAt = 13;
    private const int SupportiveAt = 14;
    private const int ExportsAt = 15;

    private readonly long[] _counts;
    private Derived? _derived;

    private Directive(long[] counts) => _counts = counts;

    /// <summary>The integers that went up, summed over districts.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>
    /// Number of integers for a number of conducts; a regime that is derived from all subjects has further ones behind them.
    /// </summary>
    public static int Length(int conducts) => ExportsAt + conducts * 2;

    /// <summary>Takes stored integers.</summary>
    public static Directive Of(long[] counts) => new(counts);

    /// <summary>Writes the directives of a history: by twin, one to an exchange.</summary>
    public static void Save(BinaryWriter writer, IReadOnlyList<IReadOnlyList<Directive>> byTwin)
    {
        writer.Write(byTwin.Count);
        foreach (var directives in byTwin)
        {
            writer.Write(directives.Count);
            foreach (var directive in directives)
            {
                writer.Write(directive._counts.Length);
                foreach (var count in directive._counts)
                {
                    writer.Write7BitEncodedInt64(count);
                }
            }
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static List<List<Directive>> Load(BinaryReader reader)
    {
        var byTwin = new List<List<Directive>>();
        for (var twins = reader.ReadInt32(); twins > 0; twins--)
        {
            var directives = new List<Directive>();
            for (var exchanges = reader.ReadInt32(); exchanges > 0; exchanges--)
            {
                var counts = new long[reader.ReadInt32()];
                for (var i = 0; i < counts.Length; i++)
                {
                    counts[i] = reader.Read7BitEncodedInt64();
                }
                directives.Add(new Directive(counts));
            }
            byTwin.Add(directives);
        }
        return byTwin;
    }

    /// <summary>Collects a twin's tallies from all districts and starts their counts anew.</summary>
    public static Directive Collect(IReadOnlyList<District> districts, int twin, int conducts)
    {
        var counts = new long[Length(conducts) + districts[0].Twins[twin].Tallies.Length];
        foreach (var district in districts)
        {
            Add(district.Twins[twin], counts, Length(conducts));
            counts[AdultsAt] += district.Adults;
        }
        return new Directive(counts);
    }

    /// <summary>What people can hear until the next exchange.</summary>
    public Signal Signal(SocietyTables society, RegimeTables regime, Signal before)
    {
        var prior = society.Conducts.Speech.PriorPosts * (_counts[AdultsAt] / 1000f + 1);
        var climate = Climate.Next(before.Climate, _counts[CriticalAt], _counts[SupportiveAt], prior);
        if (!regime.Runs)
        {
            return Learning.Signal.None(climate);
        }
        var announced = (float)society.Learning.Figures.AnnouncedReach;
        var done = new float[4];
        var not = new float[4];
        for (var c = 0; c < 4; c++)
        {
            // The announced reach counts like a thousand acts; what is published moves it.
            const float Weight = 1000;
            var published = (_counts[PunishedAt + c] + regime.Reach[c] * Weight) / (_counts[c] + Weight);
            done[c] = announced * Math.Min(1, published);
            not[c] = announced * Math.Min(1, _counts[FalseAt + c] * 13f / Math.Max(1, _counts[AdultsAt]));
        }
        return new Signal(society.Learning.Generalised(done), society.Learning.Generalised(not), climate, true)
        {
            Informers = regime.Sights.Reported.Max(),
            Machine = regime.Consequences.Redress.Machine,
        };
    }

    /// <summary>Support and adults of all districts, behind all else that went up; empty where no authority answers to them.</summary>
    public ReadOnlySpan<long> Support(SocietyTables society, RegimeTables regime) =>
        regime.Answers && _counts.Length > Length(society.Conducts.Count) ? _counts.AsSpan(^Response.Length..) : [];

    /// <summary>The regime after this directive: bands by rank are cut, and learned weights have taken a step.</summary>
    /// <param name="society">The society.</param>
    /// <param name="regime">The regime until now.</param>
    public RegimeTables Brings(SocietyTables society, RegimeTables regime)
    {
        var tallies = _counts.AsSpan(Length(society.Conducts.Count));
        tallies = tallies[..(tallies.Length - Support(society, regime).Length)];
        if (tallies.Length == 0)
        {
            return regime;
        }
        // All districts of a history ask for the same.
        if (_derived is not { } derived || !ReferenceEquals(derived.From, regime))
        {
            var ranks = Ranking.Length(regime.Grades);
            var grades = ranks > 0 ? Ranking.Cut(regime.Grades, tallies) : regime.Grades;
            var sensors = regime.Sensors?.After(tallies[^Sensors.Length..]);
            tallies = tallies[ranks..(tallies.Length - (sensors is null ? 0 : Sensors.Length))];
            var weights = regime.Weights is { Learned: not null } learning ? learning.After(tallies) : regime.Weights;
            _derived = derived = new Derived(regime, regime.Derived(grades, weights, sensors, society.Conducts, society.Society.Living));
        }
        return derived.To;
    }

    /// <summary>
    /// The share of sightings from other districts that falls to one district: whole numbers that add up to all of them.
    /// </summary>
    public int[] Imports(int conducts, int district, int districts, int exchange)
    {
        var imports = new int[Length(conducts) - ExportsAt];
        for (var e = 0; e < imports.Length; e++)
        {
            var all = _counts[ExportsAt + e];
            var turn = (district + exchange + e) % districts;
            imports[e] = (int)(all / districts + (turn < all % districts ? 1 : 0));
        }
        return imports;
    }

    private sealed record Derived(RegimeTables From, RegimeTables To);

    private static void Add(Twin twin, long[] counts, int talliesAt)
    {
        var totals = twin.Counting.Totals;
        for (var c = 0; c < 4; c++)
        {
            counts[c] += totals[(int)Measure.BadActsFinancial + c];
            counts[PunishedAt + c] += totals[(int)Measure.PunishedFinancial + c];
            for (var origin = 1; origin < 4; origin++)
            {
                counts[FalseAt + c] += totals[(int)Measure.Records + c * 4 + origin];
            }
        }
        counts[CriticalAt] += totals[(int)Measure.CriticalSeen];
        counts[SupportiveAt] += totals[(int)Measure.SaidInSupport] + totals[(int)Measure.SaidOpposite];
        for (var e = 0; e < twin.Watching.Exported.Length; e++)
        {
            counts[ExportsAt + e] += twin.Watching.Exported[e];
        }
        Array.Clear(twin.Watching.Exported);
        for (var i = 0; i < twin.Tallies.Length; i++)
        {
            counts[talliesAt + i] += twin.Tallies[i];
        }
    }
}

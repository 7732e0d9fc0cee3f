using Glasshouse.Lab.Indicators;

namespace Glasshouse.Lab.Uncertainty;

/// <summary>An indicator in the two twins of one seed.</summary>
public readonly record struct Pair(Reckoned Without, Reckoned With)
{
    public double Difference => With.Value - Without.Value;

    /// <summary>The pair with its twins swapped.</summary>
    public Pair Swapped => new(With, Without);
}

/// <summary>What chance leaves of a difference between twins, and why nothing can be said where nothing can.</summary>
/// <param name="Without">Value without the regime; not a number where it has none.</param>
/// <param name="With">Value with it.</param>
/// <param name="Value">The difference, with minus without.</param>
/// <param name="Chance">The 95% interval of the difference; none from one seed or where the denominator is empty.</param>
/// <param name="Verdict">The verdict before assumptions are looked at.</param>
/// <param name="Reason">Why, in words, if the verdict alone does not say it.</param>
public sealed record Difference(double Without, double With, double Value, Interval? Chance, Verdict Verdict, string Reason)
{
    /// <summary>Fewest persons at risk of whom anything is said, all seeds together.</summary>
    public const int FewestPersons = 30;

    /// <summary>Fewest events of which anything is said, both twins and all seeds together.</summary>
    public const int FewestEvents = 10;

    /// <summary>Events in all seeds below which a count interval is used as well.</summary>
    public const int RareBelow = 200;

    /// <summary>Seeds that the design asks for.</summary>
    public const int EnoughSeeds = 10;

    /// <summary>Compares twins over seeds.</summary>
    /// <param name="pairs">The indicator by seed.</param>
    /// <param name="scale">The indicator's factor from bare ratio to unit.</param>
    public static Difference Of(IReadOnlyList<Pair> pairs, double scale)
    {
        var whole = pairs.Where(p => double.IsFinite(p.Difference)).ToArray();
        if (whole.Length == 0)
        {
            return new(double.NaN, double.NaN, double.NaN, null, Verdict.CannotTell, "nobody at risk");
        }
        var without = Sum(whole, p => p.Without);
        var with = Sum(whole, p => p.With);
        var events = without.Events + with.Events;
        var rare = events < RareBelow;
        // A rare rate is told from the pooled counts that its interval rests on; else seeds count alike.
        var plain = rare
            ? new Difference(without.Bare * scale, with.Bare * scale, (with.Bare - without.Bare) * scale,
                null, Verdict.CannotTell, "")
            : new Difference(whole.Average(p => p.Without.Value), whole.Average(p => p.With.Value),
                whole.Average(p => p.Difference), null, Verdict.CannotTell, "");
        var persons = Math.Min(without.AtRisk, with.AtRisk);
        if (persons < FewestPersons)
        {
            return plain with { Reason = $"fewer than {FewestPersons} at risk" };
        }
        if (events == 0)
        {
            var upper = Poisson.UpperIfNone / Math.Min(without.Exposure, with.Exposure) * scale;
            return plain with { Chance = new(-upper, upper), Verdict = Verdict.NoneSeen, Reason = "exact upper bound, 95%" };
        }
        if (whole.Length < 2)
        {
            return plain
                with
            { Reason = events < FewestEvents ? $"fewer than {FewestEvents} events" : "one seed gives no interval" };
        }
        var chance = Student.Of([.. whole.Select(p => p.Difference)]);
        if (rare)
        {
            // The wider end of both: counts know how little was seen, seeds know that events come in clusters.
            chance = chance.Hull(Poisson.OfDifference(without.Events, without.Exposure, with.Events, with.Exposure).Times(scale));
        }
        return events < FewestEvents
            ? plain with { Chance = chance, Reason = $"fewer than {FewestEvents} events" }
            : plain with { Chance = chance, Verdict = Sign(chance), Reason = rare ? "rare: interval from counts" : "" };
    }

    private static Verdict Sign(Interval chance) =>
        chance.Low > 0 ? Verdict.Higher : chance.High < 0 ? Verdict.Lower : Verdict.NoClearDifference;

    private static Pooled Sum(IEnumerable<Pair> pairs, Func<Pair, Reckoned> side) => pairs.Select(side)
        .Aggregate(default(Pooled), (sum, r) => new(sum.Events + r.Events, sum.AtRisk + r.AtRisk, sum.Exposure + r.Exposure));

    private readonly record struct Pooled(double Events, double AtRisk, double Exposure)
    {
        public double Bare => Events / Exposure;
    }
}

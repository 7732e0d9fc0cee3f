using System.Globalization;
using Glasshouse.Tallying;

namespace Glasshouse.Lab;

/// <summary>A period of the run.</summary>
/// <param name="Name"><c>roll-out</c> or <c>mature</c>.</param>
/// <param name="Index">Its place in the counts.</param>
/// <param name="FirstYear">First year, from 1.</param>
/// <param name="LastYear">Last year.</param>
public sealed record Period(string Name, int Index, int FirstYear, int LastYear)
{
    /// <summary>The period in words.</summary>
    public string Words => $"{(Index == Periods.RollOut ? "roll-out" : "mature state")}, "
        + (FirstYear == LastYear ? $"year {FirstYear}" : $"years {FirstYear} to {LastYear}");

    /// <summary>
    /// Roll-out and mature state of a run; a run of one year has no mature state. Years between the two belong to neither.
    /// </summary>
    public static IReadOnlyList<Period> Of(int years)
    {
        var mature = Periods.MatureYears(years);
        var rollOut = new Period("roll-out", Periods.RollOut, 1, Math.Min(5, years - mature));
        return mature == 0 ? [rollOut] : [rollOut, new("mature", Periods.Mature, years - mature + 1, years)];
    }
}

/// <summary>What was run, in words that every page repeats.</summary>
public sealed record RunAccount
{
    public required string Regime { get; init; }

    public required string RegimeTitle { get; init; }

    public required string Jurisdiction { get; init; }

    public required string InForce { get; init; }

    /// <summary>What of the regime is in force when; empty if it is the same at all times and places.</summary>
    public IReadOnlyList<Turning> Turnings { get; init; } = [];

    /// <summary>That in a sentence; null if it is the same at all times and places.</summary>
    public string? InForceWhen => Turnings.Count == 0 ? null
        : string.Join(" ", Came.Prepend($"In force {string.Join("; ", Turnings.Select(t => t.Words))}."));

    /// <summary>In how many histories a fall of support began a phase, and when; a sentence to each phase that could begin.</summary>
    public IReadOnlyList<string> Came { get; init; } = [];

    public required string Society { get; init; }

    public required string SocietyTitle { get; init; }

    public required long People { get; init; }

    public required int Years { get; init; }

    public required int Seeds { get; init; }

    public required ulong FirstSeed { get; init; }

    /// <summary>Draws of the assumptions.</summary>
    public required int Draws { get; init; }

    public required string Against { get; init; }

    /// <summary>Candidates whose hazard lay above its bound, all twins and seeds.</summary>
    public required long Faults { get; init; }

    /// <summary>Person-weeks lived, all twins and seeds, burn-in included.</summary>
    public required long PersonWeeks { get; init; }

    /// <summary>What those candidates mean; null if there were none.</summary>
    public string? FaultNote => Faults == 0 ? null
        : $"In {Faults:#,0} of {PersonWeeks:#,0} person-weeks an act was likelier than the bound that keeps twins comparable, "
            + "and was held at it"
            + (Faults * 100_000 < PersonWeeks ? ": too few to matter." : ": do not rely on this result.");

    public required IReadOnlyList<Period> Periods { get; init; }

    /// <summary>The command that repeats the run.</summary>
    public required string Command { get; init; }

    /// <summary>What a run over a society is called: never by the town's or the country's name alone.</summary>
    public string Name => $"{Regime} over {Society}";

    /// <summary>Who is compared with whom.</summary>
    public string Comparison =>
        $"The same invented people with the same luck, without the regime "
            + $"({(Against == "none" ? "no law either" : "ordinary law only")}) and with it.";

    /// <summary>Seeds in words.</summary>
    public string SeedWords => Seeds == 1 ? $"seed {FirstSeed}" : $"seeds {FirstSeed} to {FirstSeed + (ulong)Seeds - 1}";

    /// <summary>What the number of seeds allows.</summary>
    public string ChanceNote => Seeds switch
    {
        1 => "One seed gives no interval. What stands in its place is the spread between districts, the middle 80% of them.",
        < Uncertainty.Difference.EnoughSeeds =>
            $"Chance: 95% intervals of the difference over {Seeds} seeds, "
                + $"fewer than the {Uncertainty.Difference.EnoughSeeds} that a firm statement needs.",
        _ => $"Chance: 95% intervals of the difference over {Seeds} seeds.",
    };

    /// <summary>What the draws allow.</summary>
    public string AssumptionNote => Draws switch
    {
        0 => "Assumptions: not yet examined. Repeat the run with --assumptions 20 to see how far they carry.",
        < Uncertainty.AssumedRange.EnoughDraws =>
            $"Assumptions: smallest and largest difference over {Draws} draws of all assumed and calibrated figures.",
        _ => $"Assumptions: the middle 90% of the difference over {Draws} draws of all assumed and calibrated figures.",
    };

    private static string CameIn(RunResult result, string phase)
    {
        double[] years = [.. result.Outcomes.SelectMany(o => o.Responses).Where(r => r.Phase == phase)
            .Select(r => r.Week / (double)Kernel.Calendar.Year).Order()];
        var when = years switch
        {
            [] => "",
            [var first, .., var last] when last > first => FormattableString.Invariant($", after {first:0.#} to {last:0.#} years"),
            _ => FormattableString.Invariant($", after {years[0]:0.#} years"),
        };
        var why = result.Regime.Phases[phase].WhenSupportBelow is null ? "Protest grew" : "Support fell";
        return $"{why} so far that '{phase}' began in {years.Length} of {result.Outcomes.Count} histories{when}.";
    }

    internal static RunAccount Of(RunResult result) => new()
    {
        Regime = result.Regime.Id,
        RegimeTitle = result.Regime.Title,
        Jurisdiction = result.Regime.Jurisdiction,
        InForce = result.Regime.InForce,
        Turnings = Turning.Of(result.Regime),
        Came = [.. result.Regime.Phases.Where(p => p.Value.IsAnswer).Select(p => CameIn(result, p.Key))],
        Society = result.Society.Id,
        SocietyTitle = result.Society.Title,
        People = result.Request.People,
        Years = result.Request.Years,
        Seeds = result.Outcomes.Count,
        FirstSeed = result.Outcomes[0].Seed,
        Draws = result.Draws.Count,
        Against = result.Request.Against,
        Faults = result.Outcomes.Sum(o => o.Faults.Sum()),
        PersonWeeks = result.Outcomes.Sum(o => o.PersonWeeks),
        Periods = Period.Of(result.Request.Years),
        Command = CommandOf(result),
    };

    private static string CommandOf(RunResult result)
    {
        var r = result.Request;
        var plain = string.Create(CultureInfo.InvariantCulture,
            $"./glasshouse run {r.Regime} --society {r.Society ?? result.Society.Id} --people {r.People} --years {r.Years} "
                + $"--seeds {result.Outcomes.Count} --seed {r.Seed}");
        return plain
            + (r.Against == "law-only" ? "" : $" --against {r.Against}")
            + (result.Draws.Count == 0 ? "" : $" --assumptions {result.Draws.Count}")
            + (r.DocumentedConsequencesOnly ? " --consequences documented" : "");
    }
}

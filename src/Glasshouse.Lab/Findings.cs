using Glasshouse.Lab.Indicators;
using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab;

/// <summary>One line of the result: an indicator, for whom, when, and how sure it is.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Stratum">For whom: <c>all</c> or <c>dimension:value</c>, taken at the fork.</param>
/// <param name="Period"><c>roll-out</c> or <c>mature</c>.</param>
/// <param name="Without">Value without the regime, not a number where it has none.</param>
/// <param name="With">Value with it.</param>
/// <param name="Difference">With minus without.</param>
/// <param name="Chance">95% interval of the difference over seeds; none from one seed.</param>
/// <param name="Assumed">Range over draws of the assumptions; null: not yet examined.</param>
/// <param name="Spread">From one seed: the middle 80% of the districts' own differences, which is no interval; else null.</param>
/// <param name="Verdict">What may be said.</param>
/// <param name="Reason">Why, where the verdict alone does not say it.</param>
/// <param name="Provenance">What the value rests on.</param>
public sealed record Finding(
    Indicator Indicator, string Stratum, string Period, double Without, double With, double Difference, Interval? Chance,
    AssumedRange? Assumed, Interval? Spread, Verdict Verdict, string Reason, string Provenance)
{
    /// <summary>True if the line stands for all adults.</summary>
    public bool OfAll => Stratum == "all";
}

/// <summary>What a run found, with both kinds of uncertainty: everything that pages, tables and files show.</summary>
public sealed record Findings
{
    /// <summary>
    /// The four numbers that come first on every page, fixed before any result was seen and the same for every regime: two
    /// hopes of the makers, two fears of the critics, each an outcome in lives and none a setting. Order is less harm to
    /// others, never less protected conduct. Honesty is promises kept: unpaid debt is what the court list was made for, and
    /// arrears are a state that every lender counts. Wrongful punishment is weeks under a penalty with a record of something not
    /// done. Silence is critical words kept back or turned round. Work, loans, stress and trust come in the table below, since
    /// four is what a reader keeps.
    /// </summary>
    public static readonly IReadOnlyList<string> FourNumbers =
        ["harm-to-others", "in-loan-arrears", "weeks-wronged", "words-withheld"];

    /// <summary>What the model cannot say, on every page.</summary>
    public static readonly IReadOnlyList<string> CannotSay =
    [
        "It is no forecast and no account of a real town: people, ties and firms are drawn from aggregate tables.",
        "Much of what decides a result was never published: how often records are wrong, how officials use their discretion, "
            + "how people adapt. Those figures are assumed, with a range.",
        "A difference is the whole effect of the regime on these people, not the effect of one rule.",
        "Rows that are not modelled could add to hopes and fears alike.",
        "It cannot say whether a change is good. It says for whom things change, and who asks for it.",
    ];

    /// <summary>The run in words.</summary>
    public required RunAccount Run { get; init; }

    /// <summary>All lines: indicators by theme, then period, then stratum.</summary>
    public required IReadOnlyList<Finding> Rows { get; init; }

    /// <summary>The four numbers, for all adults in the last period that the run has.</summary>
    public required IReadOnlyList<Finding> Headline { get; init; }

    /// <summary>Indicators that the society cannot count, by name.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>How much of the rule book is modelled.</summary>
    public required RuleBook RuleBook { get; init; }

    /// <summary>What the result rests on.</summary>
    public required Basis Basis { get; init; }

    /// <summary>For each of the four numbers, assumptions by influence; empty with fewer than ten draws.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Influence>> Influences { get; init; }

    /// <summary>The four hopes and four fears of the figure, year by year.</summary>
    public required IReadOnlyList<Course> Courses { get; init; }

    /// <summary>Lines with an interval that could be called higher or lower.</summary>
    public int Tested => Rows.Count(r => r.Verdict is Verdict.Higher or Verdict.Lower or Verdict.NoClearDifference);

    /// <summary>The note on many comparisons.</summary>
    public string ManyComparisons =>
        $"Of {Tested} lines whose interval was held against zero, about {Tested / 20.0:0} would miss it by chance alone "
            + "if nothing had changed. "
        + "A single line among the many proves little; the four numbers were chosen beforehand.";

    /// <summary>
    /// A warning where the figures as written lie at one end of their ranges, so that the draws miss what they give; null if
    /// none of the four numbers shows it.
    /// </summary>
    public string? LopsidedNote
    {
        get
        {
            var outside = Headline.Where(h => h.Assumed is { } a && h.Chance is { } c && !(a.Middle ?? a.All).Meets(c)).ToArray();
            return outside.Length == 0 ? null
                : "Outside its own assumption range: " + string.Join("; ",
                    outside.Select(h => h.Indicator.Title.ToLowerInvariant()))
                    + ". The figures as written lie near one end of their ranges there; the range says more "
                        + "than the single number.";
        }
    }

    /// <summary>The line of an indicator.</summary>
    public Finding? Of(string indicator, string period, string stratum = "all") =>
        Rows.FirstOrDefault(r => r.Indicator.Name == indicator && r.Period == period && r.Stratum == stratum);

    /// <summary>Turns what a run came to into findings.</summary>
    public static Findings From(RunResult result) => Comparing.All(result);
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Glasshouse.Lab;

/// <summary>Ten answers from which a regime file is begun; each has a default that works.</summary>
public sealed partial record RegimeDraft
{
    /// <summary>Channels that can be watched.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["financial", "online", "public", "legal"];

    /// <summary>Who can run a system.</summary>
    public static IReadOnlyList<string> Operators { get; } = ["state", "court", "platform", "bureau", "employer", "village", "association"];

    /// <summary>What can follow from the lowest grade.</summary>
    public static IReadOnlyList<string> Effects { get; } =
        ["loan-access", "hiring", "travel-refused", "service-refused", "named-in-public", "nothing"];

    /// <summary>Full name.</summary>
    public string Title { get; init; } = "A system of one's own";

    /// <summary>Where it applies.</summary>
    public string Where { get; init; } = "an invented town";

    /// <summary>Society that it belongs to, by name.</summary>
    public string Society { get; init; } = RunRequest.DefaultSociety;

    /// <summary>Who runs it; one of <see cref="Operators"/>.</summary>
    public string Operator { get; init; } = "state";

    /// <summary>Percent of adults who are scored: 100 if nobody is asked, fewer if by consent.</summary>
    public double Joined { get; init; } = 100;

    /// <summary>Points at the start, 100 to 10,000.</summary>
    public int Base { get; init; } = 1000;

    /// <summary>What is watched; some of <see cref="Channels"/>.</summary>
    public IReadOnlyList<string> Watched { get; init; } = ["financial", "public", "legal"];

    /// <summary>True if one act sets the lowest grade whatever the points.</summary>
    public bool DirectGrade { get; init; } = true;

    /// <summary>What follows from the lowest grade; one of <see cref="Effects"/>.</summary>
    public string Effect { get; init; } = "loan-access";

    /// <summary>Appeals that can be decided per 1,000 adults and year, 0 to 1,000.</summary>
    public double Appeals { get; init; } = 10;

    /// <summary>True for a name that a file and an id can have.</summary>
    public static bool IsName(string name) => NamePattern().IsMatch(name);

    /// <summary>The file: it passes the check as it is, and says at each place what can be changed.</summary>
    /// <param name="name">Id of the regime and name of its file.</param>
    public string Text(string name) => string.Join("\n",
        [.. Head(name), .. Seen(), .. Scale(), .. Rows(), .. Grounds(), .. Consequences(), .. Redress()]) + "\n";

    private string[] Head(string name) =>
    [
        "# yaml-language-server: $schema=../schemas/regime.v1.json",
        "#",
        "# The beginning of a rule book. It passes 'glasshouse check' and runs as it is; now make it say what your text says.",
        "# A number that somebody could doubt is a figure: { value, and where it comes from: document, reported, calibrated or assumed }.",
        "# Assumed figures carry low and high. docs/regimes/tutorial.md goes through this file; docs/regimes/reference.md has every key.",
        "",
        "schema: glasshouse/regime/v1",
        $"id: {name}",
        $"title: {Quoted(Title)}",
        $"jurisdiction: {Quoted(Where)}",
        "summary: \"What it is, in a few sentences of your own.\"",
        "in-force: \"not in force\"",
        "# Nobody has written this text. When there is one, take this line out and name the text under sources.",
        "hypothetical: true",
        $"society: {Society}",
        "",
        "# The documents that figures and rows refer to.",
        "sources:",
        "  draft: { title: \"A draft of one's own\" }",
        "",
        "# What you could not find out. An unknown is a value of its own.",
        "unknowns: []",
        "",
        "# Who runs it, and by what right. The check against the law asks for this.",
        "system:",
        $"  operator: {Operator}",
        "  ai: false",
        $"  public-body: {(Operator is "state" or "court" or "village" ? "true" : "false")}",
        "  automated: partly",
        "  basis: none",
        "",
        "# Who is scored.",
        "subjects:",
        $"  adult-from: {Assumed(18, 18, 18)}",
        .. Joined >= 100 ? ["  # With opt-in only those who agreed are scored: opt-in: { share: ... }"] : new[]
        {
            $"  opt-in: {{ share: {Assumed(Joined / 100, 0, 1)} }}",
        },
        "",
    ];

    private IEnumerable<string> Seen() =>
    [
        "# What is seen, by channel. A channel that is not named sees nothing. Every figure here decides whom errors hit.",
        "channels:",
        .. Channels.Where(Watched.Contains).SelectMany(channel => new[]
        {
            $"  {channel}:",
            $"    coverage-urban: {Assumed(0.6, 0.2, 1)}",
            $"    coverage-rural: {Assumed(0.4, 0.1, 1)}",
            $"    sensitivity: {Assumed(0.3, 0.05, 0.9)}",
            $"    from-law: {Assumed(0.9, 0.5, 1)}",
            $"    misattributed: {Assumed(0.01, 0.001, 0.05)}",
            $"    misread: {Assumed(0.02, 0.002, 0.1)}",
            $"    invented: {Assumed(1, 0.1, 10)}",
        }),
        "",
    ];

    private string[] Scale() =>
    [
        "score:",
        $"  base: {Assumed(Base, Base, Base)}",
        "",
        "# Best first. Who has no record stands in the grade with entry: true; the base lies in its band.",
        "grades:",
        $"  good: {{ from: {Assumed(Share(1.03), Share(1.01), Share(1.1))}, label: \"good\" }}",
        $"  plain: {{ from: {Assumed(Share(0.95), Share(0.9), Share(0.99))}, label: \"plain\", entry: true }}",
        "  poor: { label: \"poor\" }",
        "",
        "rules:",
        "  # Article under which one act counts once, by its heaviest row; one line each for deductions and for merits.",
        "  largest-minus: \"draft\"",
        "  largest-plus: \"draft\"",
        "  # Where a row has a range, the share of it that officials use: 0 the lightest, 1 the heaviest.",
        $"  discretion: {Assumed(0.5, 0, 1)}",
        "",
        "# How long records count.",
        "validity:",
        $"  light-months: {Assumed(12, 6, 24)}",
        $"  light-up-to: {Assumed(Share(0.04), Share(0.02), Share(0.1))}",
        $"  heavy-months: {Assumed(24, 12, 60)}",
        .. DirectGrade ? ["  direct-grade-years:", $"    poor: {Assumed(2, 1, 5)}"] : Array.Empty<string>(),
        "",
    ];

    private IEnumerable<string> Rows() =>
    [
        "# Rows: an act, and what it costs or brings. 'on' names conducts: 'glasshouse list conducts' shows them all.",
        "# A row of your text that no conduct can stand for has not-modelled: \"why\" in place of 'on'. Leave none out.",
        "rows:",
        .. Row("financial", "R-1", "behind on a credit card, each month", Points(-0.01), "financial", "[{ conduct: card-late }]", ", per: month"),
        .. Row("financial", "R-2", "owes under a judgment", Points(-0.03), "financial", "[{ conduct: judgment-debt, levels: [unable, refuses] }]"),
        .. Row("public", "R-3", "leaves rubbish about", Points(-0.005), "public-behaviour", "[{ conduct: littering }]"),
        .. Row("public", "R-4", "drives through a red light", Points(-0.01), "public-behaviour", "[{ conduct: red-light }]"),
        .. Row("online", "R-5", "words online that officials call harmful", $"{{ min: {Points(-0.05)}, max: {Points(-0.005)} }}", "online",
            "[{ conduct: rumour }]"),
        .. Row("legal", "R-6", "gave blood", Points(0.01), "public-behaviour", "[{ conduct: blood-donation }]"),
        "  R-9: { text: \"any other act, as officials see it\", points: "
            + $"{Points(-0.01)}, article: \"draft\", domain: legal, not-modelled: \"An open clause: the text names no act.\" }}",
        "",
    ];

    private IEnumerable<string> Row(string channel, string id, string text, string points, string domain, string on, string more = "") =>
        Watched.Contains(channel)
            ? [$"  {id}: {{ text: \"{text}\", points: {points}, article: \"draft\", domain: {domain}, on: {on}{more} }}"]
            : [];

    private string[] Grounds() =>
    [
        "# Grounds: acts that set a grade whatever the points, for the years in validity.",
        .. !DirectGrade ? ["direct-grades: {}"] : new[]
        {
            "direct-grades:",
            "  G-1: { text: \"convicted of theft\", grade: poor, article: \"draft\", domain: legal, "
                + "on: [{ conduct: theft, levels: [suspended, imprisoned] }] }",
        },
        "",
        "# Ways to have a ground replaced by something lighter.",
        .. !DirectGrade || !Watched.Contains("public") ? ["repairs: {}"] : new[]
        {
            "repairs:",
            "  amends:",
            "    text: \"Who makes amends moves from the grade to a deduction.\"",
            "    of: [G-1]",
            "    to-row: R-4",
            "    article: \"draft\"",
            $"    after-weeks: {Assumed(26, 4, 52)}",
            $"    yearly-chance: {Assumed(0.2, 0.05, 0.5)}",
        },
        "",
    ];

    private string[] Consequences() =>
    [
        "# What follows from a grade. 'documented' is whether your own text says so.",
        .. Effect == "nothing" ? ["consequences: {}"] : new[]
        {
            "consequences:",
            "  loss:",
            $"    text: \"What the lowest grade costs: {Effect}.\"",
            "    grades: [poor]",
            $"    effect: {Effect}",
            $"    size: {Size()}",
            "    documented: true",
            $"    domain: {DomainOf()}",
        },
        "",
    ];

    private string[] Redress() =>
    [
        "# How a person learns of a record and contests it.",
        "redress:",
        $"  notice: {Assumed(0.5, 0.1, 1)}",
        $"  appeal-if-false: {Assumed(0.3, 0.05, 0.7)}",
        $"  appeal-if-true: {Assumed(0.03, 0, 0.1)}",
        $"  false-found: {Assumed(0.6, 0.3, 0.9)}",
        $"  true-cleared: {Assumed(0.05, 0, 0.2)}",
        $"  decision-weeks: {Assumed(4, 1, 13)}",
        $"  slots-per-thousand: {Assumed(Appeals, 0, Math.Max(50, Appeals))}",
    ];

    private string Size() => Effect is "loan-access" or "hiring" ? Assumed(-0.5, -2, 0) : Assumed(0.2, 0, 1);

    private string DomainOf() => Effect switch
    {
        "loan-access" => "finance",
        "hiring" => "work",
        "travel-refused" => "travel",
        "service-refused" => "services",
        _ => "reputation",
    };

    private double Share(double share) => Math.Round(Base * share, 2);

    private string Points(double share) => Show(Share(share));

    private static string Assumed(double value, double low, double high) =>
        $"{{ value: {Show(value)}, low: {Show(low)}, high: {Show(high)}, assumed: \"a draft; say here why\" }}";

    private static string Show(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex NamePattern();
}

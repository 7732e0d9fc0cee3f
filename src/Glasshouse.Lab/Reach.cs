using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab;

/// <summary>What one source tells a regime about one domain, and about whom.</summary>
/// <param name="Source">Channel, with the reports of people near where there are such; <c>declared</c> where only the subject speaks of
/// it; <c>a grade</c> or <c>by itself</c> where no act is; <c>not modelled</c> where the model has none.</param>
/// <param name="Domain">Domain of the rows.</param>
/// <param name="Rows">Rows that it can trigger.</param>
/// <param name="Grounds">Direct grounds that it can meet.</param>
/// <param name="Who">Whom they reach, in words; each once.</param>
public sealed record ReachCell(string Source, string Domain, int Rows, int Grounds, IReadOnlyList<string> Who);

/// <summary>
/// How far a regime reaches: source by domain by who. There is no total: a row on the tax of firms and a row on prayer do not add up.
/// </summary>
/// <param name="Regime">Id of the regime.</param>
/// <param name="Subjects">Who is scored.</param>
/// <param name="Cells">By source, then domain.</param>
/// <param name="Consequences">Contexts in which something follows, or the effects where the file names no context.</param>
/// <param name="Others">Who else is hit, and in which of them.</param>
/// <param name="Attention">Whom and what it watches more or less than the rest.</param>
public sealed record Reach(string Regime, string Subjects, IReadOnlyList<ReachCell> Cells, IReadOnlyList<string> Consequences,
    IReadOnlyList<string> Others, IReadOnlyList<string> Attention)
{
    private const string NotModelled = "not modelled";
    private const string Declared = "declared";
    private const string AndReports = " and reports";

    /// <summary>What is in force when; empty if it is the same at all times and places.</summary>
    public IReadOnlyList<Turning> Turnings { get; init; } = [];

    /// <summary>The reach of every regime on a shelf that has no faults, by name; the others by name only.</summary>
    public static (IReadOnlyList<Reach> Regimes, IReadOnlyList<string> Faulty) All(Shelf shelf)
    {
        var societies = new Dictionary<string, Reading<Society>>();
        var (reaches, faulty) = (new List<Reach>(), new List<string>());
        foreach (var file in shelf.List(FileKind.Regime))
        {
            var read = Inspection.Read<Regime>(InputFile.Read(FileKind.Regime, file.Path));
            if (read.Value is { } regime && shelf.List(FileKind.Society).Any(s => s.Name == SocietyOf(regime))
                && !Inspection.Check(read, SocietyNamed(SocietyOf(regime))).Any())
            {
                reaches.Add(Of(regime, SocietyNamed(SocietyOf(regime)).ValueOrThrow().Conducts));
            }
            else
            {
                faulty.Add(file.Name);
            }
        }
        return (reaches, faulty);

        Reading<Society> SocietyNamed(string name)
        {
            if (!societies.TryGetValue(name, out var society))
            {
                society = Inspection.Read<Society>(InputFile.Read(FileKind.Society, shelf.Find(FileKind.Society, name)));
                societies.Add(name, society);
            }
            return society;
        }
    }

    /// <summary>The reach of one regime over a society's conducts.</summary>
    public static Reach Of(Regime regime, IReadOnlyDictionary<string, Conduct> conducts)
    {
        var rows = Rules(regime.Rows, regime.DirectGrades)
            .Concat(regime.Scales.Values.SelectMany(s => Rules(s.Rows, s.DirectGrades)));
        var reported = regime.Channels.Where(c => c.Value.Reports is { Value: > 0 }).Select(c => c.Key).ToHashSet();
        var cells = from rule in rows
                    from part in Parts(rule, conducts, reported)
                    group (rule, part.Who) by (part.Source, rule.Domain) into cell
                    orderby Order(cell.Key.Source), cell.Key.Domain
                    let rules = cell.Select(c => c.rule).Distinct().ToList()
                    select new ReachCell(cell.Key.Source, cell.Key.Domain, rules.Count(r => !r.Ground), rules.Count(r => r.Ground),
                        [.. cell.Select(c => c.Who).Where(w => w.Length > 0).Distinct().Order(StringComparer.Ordinal)]);
        var all = regime.Consequences.Values.Concat(regime.Scales.Values.SelectMany(s => s.Consequences.Values)).ToList();
        var others = all.Where(c => c.Effect is not null).SelectMany(c => c.AlsoHits.Select(who => $"{Word(who)} in {Context(c)}"));
        return new Reach(regime.Id, Words(regime.Subjects), [.. cells],
            [.. all.Select(Context).Concat(Sells(regime) ? ["things bought with points"] : []).Distinct().Order(StringComparer.Ordinal)],
            [.. others.Distinct().Order(StringComparer.Ordinal)], [.. AttentionWords.Of(regime)])
        {
            Turnings = Turning.Of(regime),
        };
    }

    private static bool Sells(Regime regime) =>
        regime.Score?.Spending.Count > 0 || regime.Scales.Values.Any(s => s.Score?.Spending.Count > 0);

    private static string Context(Consequence c) => c.Domain ?? (c.Effect is { } effect ? Word(effect) : NotModelled);

    private static string SocietyOf(Regime regime) => regime.Society ?? RunRequest.DefaultSociety;

    private sealed record Rule(
        string Id, bool Ground, string Domain, Credited Credited, IReadOnlyList<Trigger>? On, bool Declared = false);

    private static IEnumerable<Rule> Rules(IReadOnlyDictionary<string, PointRow> rows, IReadOnlyDictionary<string, DirectGround> grounds) =>
        rows.Select(r => new Rule(r.Key, false, r.Value.Domain, r.Value.Credited, r.Value.On, r.Value.Declared is not null))
            .Concat(grounds.Select(g => new Rule(g.Key, true, g.Value.Domain, g.Value.Credited, g.Value.On)));

    private static IEnumerable<(string Source, string Who)> Parts(
        Rule rule, IReadOnlyDictionary<string, Conduct> conducts, HashSet<Channel> reported)
    {
        if (rule.On is not { Count: > 0 } on)
        {
            return [(NotModelled, "")];
        }
        return on.Select(trigger => trigger.Conduct is { } id && conducts.TryGetValue(id, out var conduct)
            ? (rule.Declared ? Declared : Word(conduct.Channel) + (reported.Contains(conduct.Channel) ? AndReports : ""),
                Who(rule.Credited, conduct.ByFirm, [.. (trigger.Who ?? []).Concat(conduct.Who)]))
            : (trigger.Every is null ? "a grade" : "by itself", Who(rule.Credited, false, trigger.Who ?? [])));
    }

    private static string Who(Credited credited, bool byFirm, IReadOnlyList<Role> roles)
    {
        var asked = roles.Where(r => r != Role.Adult).Distinct().Order().Select(r => Word(r)).ToList();
        var actor = credited == Credited.FirmHead || byFirm ? "heads of firms, for the firm"
            : asked.Count == 0 ? "everybody"
            : string.Join(" and ", asked);
        return credited switch
        {
            Credited.ActorAndParents => $"{actor}, and the parents",
            Credited.ParentsOrPartner => $"parents or partner of {actor}",
            _ => actor,
        };
    }

    private static string Words(Subjects subjects)
    {
        var who = subjects.Of == SubjectKind.Firms ? "firms"
            : subjects.AdultFrom is { } age ? FormattableString.Invariant($"persons from {age.Value:0}")
            : "adults";
        var roles = subjects.Who is { Count: > 0 } some ? $" who are {string.Join(" and ", some.Select(r => Word(r)))}" : "";
        var joined = subjects.OptIn is { } optIn ? FormattableString.Invariant($", the {optIn.Share.Value * 100:0.#}% who join")
            + (optIn.RecordedAnyway ? "; breaches of the others are kept too" : "") : "";
        return who + roles + joined;
    }

    private static string Word(Enum word) => Spelling.Kebab(word.ToString());

    // Channels in their own order, then what has none.
    private static int Order(string source) =>
        Enum.GetValues<Channel>().SelectMany(c => new[] { Word(c), Word(c) + AndReports }).Append(Declared)
            .Append("a grade").Append("by itself").Append(NotModelled).ToList().IndexOf(source);
}

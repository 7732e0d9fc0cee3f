using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Law;

/// <summary>A line of a regime file that decides.</summary>
/// <param name="File">The file: the one asked about, or one that it extends.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Text">What stands there.</param>
public sealed record DecidingLine(string File, int Line, int Column, string Text);

/// <summary>What one predicate found.</summary>
/// <param name="Predicate">Its name in law files.</param>
/// <param name="Truth">Its answer.</param>
/// <param name="Words">The answer in words.</param>
/// <param name="Why">Why, where the lines do not say it.</param>
/// <param name="Key">The part of a regime file that would settle it otherwise.</param>
/// <param name="Part">The part of what runs that it was asked of.</param>
/// <param name="IsOurYardstick">True if the law has no measure for it, and ours stands in.</param>
/// <param name="Paths">The places that decide, as keys joined by dots.</param>
/// <param name="Lines">The lines that decide; none where the file says nothing of the kind.</param>
public sealed record Finding(string Predicate, Truth Truth, string Words, string? Why, string Key, LawPart Part,
    bool IsOurYardstick, IReadOnlyList<string> Paths, IReadOnlyList<DecidingLine> Lines);

/// <summary>A part of what runs together, judged by what its own file declares: a regime's scales of persons, or those of firms.</summary>
/// <param name="Regime">The regime asked about, or one that it includes.</param>
/// <param name="Subjects">Who stands on these scales.</param>
/// <param name="Time">The point of its own life at which it is read.</param>
public sealed record LawPart(Regime Regime, SubjectKind Subjects, OwnTime Time)
{
    /// <summary>For the screen, where there are several.</summary>
    public string Name => $"{Regime.Id}, {Spelling.Kebab(Subjects.ToString())}";
}

/// <summary>What came of one condition.</summary>
public sealed record Ruling
{
    /// <summary>Id of the condition in its law file.</summary>
    public required string Id { get; init; }

    public required Condition Condition { get; init; }

    /// <summary>The gravest verdict on any part of what runs.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdict on each part, in the report's order of parts.</summary>
    public required IReadOnlyList<Verdict> Parts { get; init; }

    /// <summary>What the verdict rests on, in the parts that it comes from.</summary>
    public required IReadOnlyList<Finding> Deciding { get; init; }

    /// <summary>Which other answers of one part would change it.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>True if no source of the wording is the law's own text or a full copy.</summary>
    public required bool IsSecondary { get; init; }

    /// <summary>True if the wording is from general knowledge alone.</summary>
    public required bool IsGeneralKnowledge { get; init; }
}

/// <summary>One body of law and what came of its conditions.</summary>
public sealed record LawRulings(LawBook Law, IReadOnlyList<Ruling> Rulings);

/// <summary>What bodies of law say of a regime and all that runs with it, as their files state it. No legal advice.</summary>
public sealed record LawReport
{
    /// <summary>Said wherever a report is shown.</summary>
    public const string Caution =
        "This is no legal advice. It compares what a regime file states with conditions in our own words, to show "
        + "what to ask a lawyer.";

    public required InputFile File { get; init; }

    public required Regime Regime { get; init; }

    /// <summary>The day whose law is asked.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What was read: the regime's scales, and those of the regimes that it includes.</summary>
    public required IReadOnlyList<LawPart> Parts { get; init; }

    public required IReadOnlyList<LawRulings> Laws { get; init; }

    /// <summary>Evaluates every condition of some law files on a regime.</summary>
    /// <param name="file">The regime.</param>
    /// <param name="society">The society over whose conducts it is read.</param>
    /// <param name="laws">Law files.</param>
    /// <param name="day">The day whose law is asked.</param>
    /// <param name="year">Years after its start at which the regime is read; null for what the day gives.</param>
    /// <exception cref="FaultException">A file has faults.</exception>
    public static LawReport Of(InputFile file, Reading<Society> society, IReadOnlyList<LawBook> laws, DateOnly day,
        double? year = null)
    {
        var reading = Inspection.Read<Regime>(file);
        List<Fault> faults = [.. reading.Faults, .. Inspection.Check(reading, society, file)];
        if (faults.Count > 0)
        {
            throw new FaultException([.. Fault.InOrder(faults, file.Path)]);
        }
        List<(InputFile File, Reading<Regime> Reading)> files =
            [(file, reading), .. file.Includes.Select(f => (f, Inspection.Read<Regime>(f)))];
        var outer = OwnTime.Of(reading.ValueOrThrow(), day, year);
        List<Part> parts =
        [
            .. from f in files
               let regime = f.Reading.ValueOrThrow()
               let time = f.Reading == reading ? outer : OwnTime.Of(regime, day, year).Within(outer, regime.Id)
               let places = new Places(f.File, f.Reading)
               from kind in Facts.Kinds(regime)
               select new Part(new LawPart(regime, kind, time),
                   new Facts(f.Reading, society.ValueOrThrow(), time, kind), places),
        ];
        return new LawReport
        {
            File = file,
            Regime = parts[0].Named.Regime,
            Day = day,
            Parts = [.. parts.Select(p => p.Named)],
            Laws = [.. laws.Select(l => new LawRulings(l, [.. l.Conditions.Select(c => Rule(l, c.Key, c.Value, parts, day))]))],
        };
    }

    /// <summary>The answer of a predicate in words.</summary>
    public static string Words(string predicate, bool answer) =>
        answer ? Predicates.Of(predicate).Yes : Predicates.Of(predicate).No;

    /// <summary>The part of a regime file that settles a predicate.</summary>
    public static string Key(string predicate) => Predicates.Of(predicate).Key;

    private static Ruling Rule(LawBook law, string id, Condition condition, List<Part> parts, DateOnly day)
    {
        var copies = condition.Sources.Select(s => law.Sources[s].Copy).ToList();
        var isInForce = (LawCheck.Day(condition.InForce) ?? DateOnly.MinValue) <= day
            && day <= (LawCheck.Day(condition.Until) ?? DateOnly.MaxValue);
        List<Judged> judged = isInForce ? [.. parts.Select(p => Judge(condition, p))] : [];
        var verdict = isInForce ? Judging.Gravest(judged.Select(j => j.Verdict)) : Verdict.NotInForce;
        return new Ruling
        {
            Id = id,
            Condition = condition,
            Verdict = verdict,
            Parts = [.. judged.Select(j => j.Verdict)],
            Deciding = [.. judged.Where(j => j.Verdict == verdict).SelectMany(j => j.Deciding)],
            Changes = [.. Enumerable.Range(0, judged.Count).SelectMany(Changing)],
            IsSecondary = copies.All(c => c != Copy.FullText),
            IsGeneralKnowledge = copies.All(c => c == Copy.GeneralKnowledge),
        };

        // What changes one part changes the whole only if no other part holds it where it is.
        IEnumerable<Change> Changing(int at) =>
            from change in judged[at].Changes
            let whole = Judging.Gravest(judged.Select((j, i) => i == at ? change.To : j.Verdict))
            where whole != verdict
            select change with { To = whole, Regime = parts.Count > 1 ? parts[at].Named.Name : null };
    }

    private static Judged Judge(Condition condition, Part part)
    {
        var answers = condition.Asked.ToDictionary(n => n, n => Predicates.Of(n).Ask(part.Facts), StringComparer.Ordinal);
        var verdict = Judging.Of(condition, Truth);
        return new Judged(verdict, [.. Judging.Deciding(condition, verdict, Truth).Select(Found)],
            Judging.Changes(condition, verdict, Truth));

        Truth Truth(string name) => answers[name].Truth;

        Finding Found(string name)
        {
            var (answer, predicate) = (answers[name], Predicates.Of(name));
            var words = answer.Truth switch
            {
                Law.Truth.Yes => predicate.Yes,
                Law.Truth.No => predicate.No,
                _ => $"open: whether {predicate.Yes}",
            };
            return new Finding(name, answer.Truth, words, answer.Why, predicate.Key, part.Named, predicate.IsOurYardstick,
                answer.Paths, [.. answer.Paths.Select(part.Places.At).Distinct()]);
        }
    }

    private sealed record Part(LawPart Named, Facts Facts, Places Places);

    private sealed record Judged(Verdict Verdict, IReadOnlyList<Finding> Deciding, IReadOnlyList<Change> Changes);

    /// <summary>From places in a regime to the lines of its files.</summary>
    private sealed class Places(InputFile file, Reading<Regime> reading)
    {
        private readonly Dictionary<string, string[]> _lines = new(StringComparer.Ordinal);

        public DecidingLine At(string path)
        {
            var mark = reading.KeyAt(path);
            var lines = LinesOf(mark.File ?? file.Path);
            var text = mark.Line <= lines.Length ? lines[mark.Line - 1].Trim() : "";
            return new DecidingLine(mark.File ?? file.Path, mark.Line, mark.Column, text);
        }

        private string[] LinesOf(string path)
        {
            if (!_lines.TryGetValue(path, out var lines))
            {
                var bytes = file.Chain.First(f => f.Path == path).Bytes;
                _lines[path] = lines = global::System.Text.Encoding.UTF8.GetString(bytes).Split('\n');
            }
            return lines;
        }
    }
}

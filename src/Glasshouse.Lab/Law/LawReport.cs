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
/// <param name="Lines">The lines that decide; none where the file says nothing of the kind.</param>
public sealed record Finding(string Predicate, Truth Truth, string Words, string? Why, string Key,
    IReadOnlyList<DecidingLine> Lines);

/// <summary>What came of one condition.</summary>
public sealed record Ruling
{
    /// <summary>Id of the condition in its law file.</summary>
    public required string Id { get; init; }

    public required Condition Condition { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>What the verdict rests on.</summary>
    public required IReadOnlyList<Finding> Deciding { get; init; }

    /// <summary>Which other answers would change it.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>True if no source of the wording is the law's own text or a full copy.</summary>
    public required bool IsSecondary { get; init; }

    /// <summary>True if the wording is from general knowledge alone.</summary>
    public required bool IsGeneralKnowledge { get; init; }
}

/// <summary>One body of law and what came of its conditions.</summary>
public sealed record LawRulings(LawBook Law, IReadOnlyList<Ruling> Rulings);

/// <summary>What bodies of law say of a regime, as its file states it. No legal advice.</summary>
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

    public required IReadOnlyList<LawRulings> Laws { get; init; }

    /// <summary>Evaluates every condition of some law files on a regime.</summary>
    /// <param name="file">The regime.</param>
    /// <param name="society">The society over whose conducts it is read.</param>
    /// <param name="laws">Law files.</param>
    /// <param name="day">The day whose law is asked.</param>
    /// <exception cref="FaultException">A file has faults.</exception>
    public static LawReport Of(InputFile file, Reading<Society> society, IReadOnlyList<LawBook> laws, DateOnly day)
    {
        var reading = Inspection.Read<Regime>(file);
        // Law may be asked of a mechanism that the model does not have yet.
        List<Fault> faults = [.. reading.Faults, .. Inspection.Check(reading, society)];
        if (faults.Count > 0)
        {
            throw new FaultException([.. Fault.InOrder(faults, file.Path)]);
        }
        var facts = new Facts(reading, society.ValueOrThrow());
        var lines = new Places(file, reading);
        return new LawReport
        {
            File = file,
            Regime = facts.Regime,
            Day = day,
            Laws =
            [
                .. laws.Select(l => new LawRulings(l, [.. l.Conditions.Select(c => Rule(l, c.Key, c.Value, facts, lines, day))])),
            ],
        };
    }

    /// <summary>The answer of a predicate in words.</summary>
    public static string Words(string predicate, bool answer) =>
        answer ? Predicates.Of(predicate).Yes : Predicates.Of(predicate).No;

    /// <summary>The part of a regime file that settles a predicate.</summary>
    public static string Key(string predicate) => Predicates.Of(predicate).Key;

    private static Ruling Rule(LawBook law, string id, Condition condition, Facts facts, Places places, DateOnly day)
    {
        var answers = condition.Asked.ToDictionary(n => n, n => Predicates.Of(n).Ask(facts), StringComparer.Ordinal);
        var copies = condition.Sources.Select(s => law.Sources[s].Copy).ToList();
        var isInForce = (LawCheck.Day(condition.InForce) ?? DateOnly.MinValue) <= day
            && day <= (LawCheck.Day(condition.Until) ?? DateOnly.MaxValue);
        var verdict = isInForce ? Judging.Of(condition, Truth) : Verdict.NotInForce;
        return new Ruling
        {
            Id = id,
            Condition = condition,
            Verdict = verdict,
            Deciding = isInForce ? [.. Judging.Deciding(condition, verdict, Truth).Select(Found)] : [],
            Changes = isInForce ? Judging.Changes(condition, verdict, Truth) : [],
            IsSecondary = copies.All(c => c != Copy.FullText),
            IsGeneralKnowledge = copies.All(c => c == Copy.GeneralKnowledge),
        };

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
            return new Finding(name, answer.Truth, words, answer.Why, predicate.Key,
                [.. answer.Paths.Select(places.At).Distinct()]);
        }
    }

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

using System.Globalization;
using Glasshouse.Files;

namespace Glasshouse.Lab.Law;

/// <summary>What a law file must hold beyond its form.</summary>
public static class LawCheck
{
    /// <summary>The first line's word: the kind of file and the version of its language.</summary>
    public const string SchemaWord = "glasshouse/law/v1";

    /// <summary>Reads a law file with all its faults.</summary>
    /// <exception cref="FaultException">It has some.</exception>
    public static LawBook Read(InputFile file)
    {
        var reading = Inspection.Read<LawBook>(file);
        List<Fault> faults = [.. reading.Faults, .. Check(reading)];
        return faults.Count == 0 ? reading.ValueOrThrow() : throw new FaultException([.. Fault.InOrder(faults, file.Path)]);
    }

    /// <summary>The faults of a law file, beside those that the reader found.</summary>
    public static IReadOnlyList<Fault> Check(Reading<LawBook> reading)
    {
        var faults = new FaultList(reading.File);
        if (reading.Draft is not { } book)
        {
            return [];
        }
        if (book.Schema != SchemaWord)
        {
            faults.Add(FaultCode.SchemaWord, reading.At("schema"), $"schema {Spelling.Quote(book.Schema)}", SchemaWord);
        }
        var name = Path.GetFileNameWithoutExtension(reading.File);
        if (book.Id != name)
        {
            faults.Add(FaultCode.FileName, reading.At("id"), $"id {Spelling.Quote(book.Id)}", $"the file's name, '{name}'");
        }
        foreach (var (id, condition) in book.Conditions)
        {
            Check(reading, $"conditions.{id}", condition, faults);
        }
        return faults.InOrder();
    }

    /// <summary>A day as files write it, or null if it is none.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static void Check(Reading<LawBook> reading, string path, Condition condition, FaultList faults)
    {
        Known(condition.Sources, "sources", reading.Keys("sources"), FaultCode.UnknownLawSource, "source", "an id of sources");
        foreach (var (key, names) in Lists(condition))
        {
            Known(names, key, Predicates.Names, FaultCode.UnknownPredicate, "predicate", "the name of a predicate (docs/law.md)");
        }
        foreach (var (key, text) in new[] { ("in-force", condition.InForce), ("until", condition.Until) })
        {
            if (text is not null && Day(text) is null)
            {
                faults.Add(FaultCode.Day, reading.At($"{path}.{key}"), Spelling.Quote(text), "a day as year-month-day");
            }
        }
        if ((condition.Kind == ConditionKind.Duty) != (condition.Provided.Count > 0))
        {
            faults.Add(FaultCode.ConditionShape, reading.KeyAt(path), $"'{path}', a {Spelling.Kebab(condition.Kind.ToString())} "
                + (condition.Provided.Count > 0 ? "with 'provided'" : "without 'provided'"),
                "'provided' in duties and nowhere else");
        }
        if (condition.Kind != ConditionKind.Duty && condition.All.Count + condition.Any.Count == 0)
        {
            faults.Add(FaultCode.ConditionShape, reading.KeyAt(path), $"'{path}', which asks nothing",
                "predicates under 'all' or 'any'");
        }

        void Known(IReadOnlyList<string> names, string key, IReadOnlyCollection<string> known, string code, string noun,
            string expected)
        {
            for (var i = 0; i < names.Count; i++)
            {
                if (!known.Contains(names[i]))
                {
                    faults.Add(code, reading.At($"{path}.{key}.{i}"), $"unknown {noun} {Spelling.Quote(names[i])}", expected,
                        Spelling.Nearest(names[i], known));
                }
            }
        }
    }

    private static (string, IReadOnlyList<string>)[] Lists(Condition condition) =>
    [
        ("scope", condition.Scope), ("all", condition.All), ("any", condition.Any), ("unless", condition.Unless),
        ("provided", condition.Provided),
    ];
}

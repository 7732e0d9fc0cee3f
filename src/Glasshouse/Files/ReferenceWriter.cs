using System.Globalization;
using System.Text;

namespace Glasshouse.Files;

/// <summary>
/// Writes the reference of a kind of file, as Markdown, from the form that the reader binds by: every key, what it takes, and what it
/// means.
/// </summary>
public static class ReferenceWriter
{
    /// <summary>The reference of the files that state a <typeparamref name="T"/>.</summary>
    /// <param name="title">Heading of the page.</param>
    /// <param name="opening">What is said before the first table.</param>
    public static string Write<T>(string title, string opening) where T : class
    {
        var page = new StringBuilder($"# {title}\n\n{opening}\n");
        var records = new List<RecordForm>();
        Gather((RecordForm)Form.Of(typeof(T)), records);
        foreach (var record in records)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {Spelling.Kebab(record.Type.Name)}\n\n");
            page.Append("| key | takes | means |\n| --- | --- | --- |\n");
            foreach (var (name, key) in record.Keys)
            {
                var required = key.IsRequired ? "**" : "";
                page.Append(CultureInfo.InvariantCulture,
                    $"| {required}`{name}`{required} | {Takes(key.Form)}{Range(key.Between)} | {key.Means ?? "Plain from its name."} |\n");
            }
        }
        return page.ToString();
    }

    // The root first, then what its keys lead to, in the order in which they are met.
    private static void Gather(RecordForm record, List<RecordForm> records)
    {
        if (records.Exists(r => r.Type == record.Type))
        {
            return;
        }
        records.Add(record);
        foreach (var inner in record.Keys.Values.Select(k => Innermost(k.Form)).OfType<RecordForm>())
        {
            Gather(inner, records);
        }
    }

    private static Form Innermost(Form form) => form switch
    {
        ListForm list => Innermost(Form.Of(list.Item)),
        MapForm map => Innermost(Form.Of(map.Item)),
        _ => form,
    };

    private static string Takes(Form form) => form switch
    {
        TextForm => "text",
        FlagForm => "true or false",
        NumberForm number => number.IsWhole ? "a whole number" : "a number",
        FigureForm => "a [figure](language.md#figures)",
        RangeForm => "a number or `{ min, max }`",
        WordForm word => string.Join(", ", word.Words.Keys.Select(w => $"`{w}`")),
        ListForm list => $"a list: {Takes(Form.Of(list.Item))}",
        MapForm map => map.Key == typeof(FreeKey) ? $"a map by name or path: {Takes(Form.Of(map.Item))}"
            : Form.Of(map.Key) is WordForm word
            ? $"a map by {Takes(word)}: {Takes(Form.Of(map.Item))}"
            : $"a map by id: {Takes(Form.Of(map.Item))}",
        RecordForm record => $"[{Spelling.Kebab(record.Type.Name)}](#{Spelling.Kebab(record.Type.Name)})",
        _ => throw new NotSupportedException($"{form.GetType()} has no words."),
    };

    private static string Range(BetweenAttribute? between) =>
        between is null ? "" : $", {Scalars.Show(between.Low)} to {Scalars.Show(between.High)}";
}

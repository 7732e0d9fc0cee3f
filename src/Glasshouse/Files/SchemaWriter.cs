using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Glasshouse.Files;

/// <summary>
/// Writes the JSON Schema (draft 2020-12) of a kind of file from the same forms that the reader binds by, so that editors
/// complete keys, show what they mean and mark what the reader would refuse.
/// </summary>
public static class SchemaWriter
{
    private const string FigureName = "figure";

    // The text goes into files and editors, never into a page, so that quotes and apostrophes may stay readable.
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema of the files that state a <typeparamref name="T"/>, as JSON text.</summary>
    public static string Write<T>() where T : class
    {
        var definitions = new JsonObject();
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = Spelling.Kebab(typeof(T).Name),
            ["$ref"] = Reference((RecordForm)Form.Of(typeof(T)), definitions),
            ["$defs"] = definitions,
        };
        return root.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Describe(Form form, BetweenAttribute? between, JsonObject definitions) => form switch
    {
        TextForm => new JsonObject { ["type"] = new JsonArray("string", "number"), ["minLength"] = 1 },
        FlagForm => new JsonObject { ["type"] = "boolean" },
        NumberForm number => Number(number.IsWhole, between),
        WordForm word => new JsonObject { ["enum"] = Words(word) },
        FigureForm => Figure(between, definitions),
        RangeForm => new JsonObject { ["anyOf"] = new JsonArray(Number(false, between), MinAndMax(between)) },
        ListForm list => new JsonObject
        {
            ["type"] = "array",
            ["items"] = Describe(Form.Of(list.Item), between, definitions),
        },
        MapForm map => new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = Form.Of(map.Key) is WordForm word
                ? new JsonObject { ["enum"] = Words(word) }
                : new JsonObject { ["pattern"] = Scalars.Id },
            ["additionalProperties"] = Describe(Form.Of(map.Item), between, definitions),
        },
        RecordForm record => new JsonObject { ["$ref"] = Reference(record, definitions) },
        _ => throw new NotSupportedException($"{form.GetType()} has no schema."),
    };

    private static string Reference(RecordForm record, JsonObject definitions)
    {
        var name = Spelling.Kebab(record.Type.Name);
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = new JsonObject(); // the place first: records may contain themselves
            Fill((JsonObject)definitions[name]!, record, definitions);
        }

        return $"#/$defs/{name}";
    }

    private static void Fill(JsonObject schema, RecordForm record, JsonObject definitions)
    {
        if (record.Type.GetCustomAttribute<MeansAttribute>() is { } means)
        {
            schema["description"] = means.Text;
        }

        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, key) in record.Keys)
        {
            var property = Describe(key.Form, key.Between, definitions);
            if (key.Means is not null)
            {
                property["description"] = key.Means;
            }

            properties[name] = property;
            if (key.IsRequired)
            {
                required.Add(name);
            }
        }

        schema["type"] = "object";
        schema["properties"] = properties;
        schema["required"] = required;
        schema["additionalProperties"] = false;
    }

    private static JsonObject Number(bool whole, BetweenAttribute? between)
    {
        var number = Bounds(between);
        number["type"] = whole ? "integer" : "number";
        return number;
    }

    private static JsonObject Bounds(BetweenAttribute? between) =>
        between is null ? [] : new JsonObject { ["minimum"] = between.Low, ["maximum"] = between.High };

    private static JsonArray Words(WordForm word) => new([.. word.Words.Keys.Select(w => (JsonNode)w)]);

    private static JsonObject MinAndMax(BetweenAttribute? between) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["min"] = Number(false, between), ["max"] = Number(false, between) },
        ["required"] = new JsonArray("min", "max"),
        ["additionalProperties"] = false,
    };

    // The key's own bounds stand beside the reference to what all figures share.
    private static JsonObject Figure(BetweenAttribute? between, JsonObject definitions)
    {
        if (!definitions.ContainsKey(FigureName))
        {
            definitions[FigureName] = SharedFigure();
        }

        var figure = new JsonObject { ["$ref"] = $"#/$defs/{FigureName}" };
        if (between is not null)
        {
            figure["properties"] = new JsonObject
            {
                ["value"] = Bounds(between),
                ["low"] = Bounds(between),
                ["high"] = Bounds(between),
            };
        }

        return figure;
    }

    private static JsonObject SharedFigure() => new()
    {
        ["description"] = "A number with its provenance: exactly one of document, reported, calibrated, assumed.",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["value"] = Described("number", "The value in force."),
            ["low"] = Described("number", "Lower end of the plausible range."),
            ["high"] = Described("number", "Upper end of the plausible range."),
            ["document"] = Described("string", "Read in the published text or a full copy of it: source and article."),
            ["reported"] = Described("string", "Reported by the press or the literature: source."),
            ["calibrated"] = Described("string", "Fitted to a finding: its id. Needs low and high."),
            ["assumed"] = Described("string", "Nobody published it: why this value. Needs low and high."),
        },
        ["required"] = new JsonArray("value"),
        ["additionalProperties"] = false,
        ["oneOf"] = new JsonArray(Required("document"), Required("reported"),
            Required("calibrated", "low", "high"), Required("assumed", "low", "high")),
        ["dependentRequired"] = new JsonObject { ["low"] = new JsonArray("high"), ["high"] = new JsonArray("low") },
    };

    private static JsonObject Described(string type, string text) => new() { ["type"] = type, ["description"] = text };

    private static JsonObject Required(params string[] keys) =>
        new() { ["required"] = new JsonArray([.. keys.Select(k => (JsonNode)k)]) };
}

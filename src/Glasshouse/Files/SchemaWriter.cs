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
        var form = (RecordForm)Form.Of(typeof(T));
        var definitions = new JsonObject();
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = Spelling.Kebab(typeof(T).Name),
        };
        var whole = new JsonObject { ["$ref"] = Reference(form, definitions, isPart: false) };
        if (form.IsExtendable)
        {
            root["if"] = Required(Bases.Key);
            root["then"] = new JsonObject { ["$ref"] = Reference(form, definitions, isPart: true) };
            root["else"] = whole;
            ExtendsKey((JsonObject)definitions[Name(form, isPart: true)]!, form);
        }
        else
        {
            root["$ref"] = whole["$ref"]!.DeepClone();
        }

        root["$defs"] = definitions;
        return root.ToJsonString(Readable) + "\n";
    }

    // What a file states for itself it must state over another as well.
    private static void ExtendsKey(JsonObject part, RecordForm form)
    {
        var extends = Described("string", "The file to build on: its name without ending; it lies in the same folder.");
        extends["pattern"] = Scalars.Id;
        ((JsonObject)part["properties"]!).Insert(0, Bases.Key, extends);
        part["required"] = new JsonArray([Bases.Key, .. form.Keys.Where(k => k.Value.IsOwn).Select(k => (JsonNode)k.Key)]);
    }

    // A part is what a file states over the one that it extends: no key is required, and what may be missing may be removed.
    private static JsonObject Describe(Form form, BetweenAttribute? between, JsonObject definitions, bool isPart) => form switch
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
            ["items"] = Describe(Form.Of(list.Item), between, definitions, isPart: false),
        },
        MapForm map => new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = map.Key == typeof(FreeKey) ? new JsonObject { ["minLength"] = 1 }
                : Form.Of(map.Key) is WordForm word ? new JsonObject { ["enum"] = Words(word) }
                : new JsonObject { ["pattern"] = Scalars.Id },
            ["additionalProperties"] = OrRemove(Describe(Form.Of(map.Item), between, definitions, isPart), isPart),
        },
        RecordForm record => new JsonObject { ["$ref"] = Reference(record, definitions, isPart) },
        _ => throw new NotSupportedException($"{form.GetType()} has no schema."),
    };

    private static JsonObject OrRemove(JsonObject schema, bool isPart) =>
        isPart ? new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["const"] = Bases.Remove }) } : schema;

    private static string Name(RecordForm record, bool isPart) => (isPart ? "part-of-" : "") + Spelling.Kebab(record.Type.Name);

    private static string Reference(RecordForm record, JsonObject definitions, bool isPart)
    {
        var name = Name(record, isPart);
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = new JsonObject(); // the place first: records may contain themselves
            Fill((JsonObject)definitions[name]!, record, definitions, isPart);
        }

        return $"#/$defs/{name}";
    }

    private static void Fill(JsonObject schema, RecordForm record, JsonObject definitions, bool isPart)
    {
        if (record.Type.GetCustomAttribute<MeansAttribute>() is { } means)
        {
            schema["description"] = means.Text;
        }

        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, key) in record.Keys)
        {
            var property = OrRemove(Describe(key.Form, key.Between, definitions, isPart), isPart && !key.IsRequired);
            if (key.Means is not null)
            {
                property["description"] = key.Means;
            }

            properties[name] = property;
            if (key.IsRequired && !isPart)
            {
                required.Add(name);
            }
        }

        schema["type"] = "object";
        schema["properties"] = properties;
        if (!isPart)
        {
            schema["required"] = required;
        }

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

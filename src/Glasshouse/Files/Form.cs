using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Glasshouse.Files;

/// <summary>
/// The form that a C# type takes in a file. The reader binds by it and the schema is written from it, so that the two agree.
/// </summary>
internal abstract record Form(Type Type)
{
    private static readonly ConcurrentDictionary<Type, Form> Known = new();

    /// <summary>What the form is called in faults.</summary>
    public abstract string Noun { get; }

    /// <summary>The form of a type. An unsupported type is a mistake in our records, not in a file, and throws.</summary>
    public static Form Of(Type type)
    {
        if (Known.TryGetValue(type, out var known))
        {
            return known;
        }

        return Known.GetOrAdd(type, Make(Nullable.GetUnderlyingType(type) ?? type));
    }

    private static Form Make(Type type)
    {
        if (type == typeof(string))
        {
            return new TextForm();
        }

        if (type == typeof(bool))
        {
            return new FlagForm();
        }

        if (type == typeof(int) || type == typeof(long) || type == typeof(double))
        {
            return new NumberForm(type);
        }

        if (type == typeof(Figure))
        {
            return new FigureForm();
        }

        if (type.IsEnum)
        {
            return new WordForm(type);
        }

        if (type.IsDefined(typeof(NumberOrRangeAttribute)))
        {
            return new RangeForm(type);
        }

        var arguments = type.GetGenericArguments();
        if (Is(typeof(IReadOnlyDictionary<,>))
            && (arguments[0] == typeof(string) || arguments[0] == typeof(FreeKey) || arguments[0].IsEnum))
        {
            return new MapForm(type, arguments[0], arguments[1]);
        }

        if (Is(typeof(IReadOnlyList<>)))
        {
            return new ListForm(type, arguments[0]);
        }

        return type.IsClass && type.GetConstructor([]) is not null
            ? new RecordForm(type)
            : throw new NotSupportedException($"{type} has no form in a file.");

        bool Is(Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;
    }
}

/// <summary>Text; a number without quotes is taken as its digits, so that a year needs none.</summary>
internal sealed record TextForm() : Form(typeof(string))
{
    public override string Noun => "text";
}

/// <summary>True or false.</summary>
internal sealed record FlagForm() : Form(typeof(bool))
{
    public override string Noun => "true or false";
}

/// <summary>A number without provenance: int, long or double.</summary>
internal sealed record NumberForm(Type Type) : Form(Type)
{
    public bool IsWhole => Type != typeof(double);
    public override string Noun => IsWhole ? "a whole number such as 3" : "a number such as 0.5";
}

/// <summary>A number with provenance.</summary>
internal sealed record FigureForm() : Form(typeof(Figure))
{
    public const string Example = "{ value: ..., document|reported|calibrated|assumed: \"source or reason\" }";

    public override string Noun => $"a figure: {Example}";
}

/// <summary>One word of a fixed list.</summary>
internal sealed record WordForm : Form
{
    public WordForm(Type type) : base(type) =>
        Words = new OrderedDictionary<string, object>(
            Enum.GetNames(type).Select(name => KeyValuePair.Create(Spelling.Kebab(name), Enum.Parse(type, name))));

    /// <summary>The words as files write them.</summary>
    public OrderedDictionary<string, object> Words { get; }

    public override string Noun => Spelling.OneOf(Words.Keys);
}

/// <summary>A number, or <c>{ min: ..., max: ... }</c>; the type has a constructor of two doubles.</summary>
internal sealed record RangeForm(Type Type) : Form(Type)
{
    public override string Noun => "a number or { min: ..., max: ... }";
}

/// <summary>Things keyed by id or by a word of a fixed list.</summary>
internal sealed record MapForm(Type Type, Type Key, Type Item) : Form(Type)
{
    public override string Noun => "a map";
}

/// <summary>A list.</summary>
internal sealed record ListForm(Type Type, Type Item) : Form(Type)
{
    public override string Noun => "a list";
}

/// <summary>A record: a map with known keys.</summary>
internal sealed record RecordForm : Form
{
    public RecordForm(Type type) : base(type) =>
        Keys = new OrderedDictionary<string, RecordKey>(
            type.GetProperties().Where(p => p.CanWrite).OrderBy(p => p.MetadataToken)
                .Select(p => KeyValuePair.Create(Spelling.Kebab(p.Name), new RecordKey(p))));

    /// <summary>The keys, in the order of their declaration.</summary>
    public OrderedDictionary<string, RecordKey> Keys { get; }

    /// <summary>True for the record of a kind of file that may extend another.</summary>
    public bool IsExtendable => Type.IsDefined(typeof(ExtendableAttribute));

    public override string Noun => "a map with the keys " + string.Join(", ", Keys.Keys);
}

/// <summary>A key of a record.</summary>
internal sealed class RecordKey(PropertyInfo property)
{
    /// <summary>The property that takes the value.</summary>
    public PropertyInfo Property { get; } = property;

    /// <summary>True if every file must have the key.</summary>
    public bool IsRequired { get; } = property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>True if a file states the key for itself and hands it to none that extends it.</summary>
    public bool IsOwn { get; } = property.IsDefined(typeof(OwnAttribute));

    /// <summary>What the key means, if the record says so.</summary>
    public string? Means { get; } = property.GetCustomAttribute<MeansAttribute>()?.Text;

    /// <summary>The values that its numbers may take; in a map or a list, each of them.</summary>
    public BetweenAttribute? Between { get; } = property.GetCustomAttribute<BetweenAttribute>();

    /// <summary>The mechanism that its figures are coefficients of.</summary>
    public Coefficient? Coefficient { get; } = property.GetCustomAttribute<PartOfAttribute>()?.Coefficient;

    /// <summary>The mechanism that the figure under a word is a coefficient of.</summary>
    public static Coefficient? CoefficientOf(Enum word) =>
        word.GetType().GetField(word.ToString())?.GetCustomAttribute<PartOfAttribute>()?.Coefficient;

    /// <summary>The form of the value, looked up late because records may contain themselves.</summary>
    public Form Form => Form.Of(Property.PropertyType);
}

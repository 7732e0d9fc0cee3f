using System.Collections;
using System.Collections.ObjectModel;

namespace Glasshouse.Files;

/// <summary>A value on its way into a record: what stands in the file, and what its key asks of it.</summary>
/// <param name="Node">The value.</param>
/// <param name="KeyAt">Where its key stands.</param>
/// <param name="Path">Keys from the root, joined by dots.</param>
/// <param name="Between">The values that its numbers may take.</param>
/// <param name="Coefficient">The mechanism that its figures are coefficients of.</param>
internal readonly record struct Place(Node Node, Mark KeyAt, string Path, BetweenAttribute? Between, Coefficient? Coefficient = null)
{
    /// <summary>A value inside this one.</summary>
    public Place Inside(string key, Entry entry, BetweenAttribute? between, Coefficient? coefficient = null) =>
        new(entry.Value, entry.KeyAt, Path.Length == 0 ? key : $"{Path}.{key}", between, coefficient ?? Coefficient);

    /// <summary>The value's name in a fault.</summary>
    public string Name => Path.Length == 0 ? "the file" : Spelling.Quote(Path);
}

/// <summary>
/// Makes records from the tree of a file. Null stands for a value that could not be made, and then there is a fault.
/// </summary>
internal sealed class Binder(FaultList faults, Revalue? revalue)
{
    private readonly FigureBinder _figureBinder = new(faults, revalue);

    /// <summary>The figures met so far.</summary>
    public IReadOnlyList<Figure> Figures => _figureBinder.Met;

    /// <summary>The value at a place, in the given form.</summary>
    public object? Bind(Form form, Place place)
    {
        if (place.Node is FaultyNode)
        {
            return null;
        }

        if (place.Node is ScalarNode scalar && Scalars.IsNull(scalar))
        {
            faults.Add(FaultCode.WrongType, scalar.At, $"no value for {place.Name}", $"{form.Noun}, or no key at all");
            return null;
        }

        return form switch
        {
            TextForm => Text(form, place),
            FlagForm => Flag(form, place),
            NumberForm number => Number(number, place),
            WordForm words => Word(words, place),
            FigureForm => _figureBinder.Bind(place),
            RangeForm range => Range(range, place),
            ListForm list => List(list, place),
            MapForm map => Map(map, place),
            RecordForm record => Record(record, place),
            _ => throw new NotSupportedException($"{form.GetType()} is not bound."),
        };
    }

    private object? Text(Form form, Place place)
    {
        if (place.Node is not ScalarNode scalar)
        {
            return WrongType(form, place);
        }

        if (scalar.Plain && Scalars.Flag(scalar) is not null)
        {
            faults.Add(FaultCode.WrongType, scalar.At, $"{scalar.Text} for {place.Name}", "text, in quotes if that is the text");
            return null;
        }

        if (string.IsNullOrWhiteSpace(scalar.Text))
        {
            faults.Add(FaultCode.WrongType, scalar.At, $"empty text for {place.Name}", "text");
            return null;
        }

        return scalar.Text;
    }

    private object? Flag(Form form, Place place) =>
        place.Node is ScalarNode scalar && Scalars.Flag(scalar) is { } flag ? flag : WrongType(form, place);

    private object? Number(NumberForm form, Place place)
    {
        if (place.Node is not ScalarNode scalar || Scalars.Number(scalar) is not { } number)
        {
            return WrongType(form, place);
        }

        CheckBetween(faults, number, scalar.At, place);
        if (!form.IsWhole)
        {
            return number;
        }

        return Scalars.Whole(scalar) switch
        {
            { } whole when form.Type == typeof(long) => whole,
            { } whole when whole == (int)whole => (int)whole,
            _ => WrongType(form, place),
        };
    }

    private object? Word(WordForm form, Place place) =>
        place.Node is ScalarNode scalar ? Word(form, scalar.Text, scalar.At, place.Name) : WrongType(form, place);

    private object? Word(WordForm form, string text, Mark at, string name)
    {
        if (form.Words.TryGetValue(text, out var word))
        {
            return word;
        }

        faults.Add(FaultCode.UnknownWord, at, $"unknown word {Spelling.Quote(text)} in {name}", form.Noun,
            Spelling.Nearest(text, form.Words.Keys));
        return null;
    }

    private object? Range(RangeForm form, Place place)
    {
        if (place.Node is ScalarNode scalar && Scalars.Number(scalar) is { } single)
        {
            CheckBetween(faults, single, scalar.At, place);
            return Activator.CreateInstance(form.Type, single, single);
        }

        if (place.Node is not MapNode map)
        {
            return WrongType(form, place);
        }

        foreach (var (key, entry) in map.Entries)
        {
            if (key is not ("min" or "max"))
            {
                UnknownKey(faults, key, entry.KeyAt, ["min", "max"]);
            }
        }

        var min = End("min");
        var max = End("max");
        return min is null || max is null ? null : Activator.CreateInstance(form.Type, min, max);

        object? End(string key)
        {
            if (map.Entries.TryGetValue(key, out var entry))
            {
                return Bind(Form.Of(typeof(double)), place.Inside(key, entry, place.Between));
            }

            faults.Add(FaultCode.MissingKey, place.KeyAt, $"no '{key}' in {place.Name}", form.Noun);
            return null;
        }
    }

    private object? List(ListForm form, Place place)
    {
        if (place.Node is not ListNode list)
        {
            return WrongType(form, place);
        }

        var items = new ArrayList();
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = list.Items[i];
            if (Bind(Form.Of(form.Item), place.Inside(Scalars.Show(i), new Entry(item.At, item), place.Between)) is { } bound)
            {
                items.Add(bound);
            }
        }

        return items.ToArray(form.Item);
    }

    private object? Map(MapForm form, Place place)
    {
        if (place.Node is not MapNode map)
        {
            return WrongType(form, place);
        }

        var items = (IDictionary)Activator.CreateInstance(typeof(OrderedDictionary<,>).MakeGenericType(form.Key, form.Item))!;
        var words = form.Key.IsEnum ? (WordForm)Form.Of(form.Key) : null;
        foreach (var (key, entry) in map.Entries)
        {
            var id = words is not null ? Word(words, key, entry.KeyAt, place.Name)
                : form.Key == typeof(FreeKey) ? new FreeKey(key)
                : Id(key, entry.KeyAt, place);
            var coefficient = id is Enum word ? RecordKey.CoefficientOf(word) : null;
            var item = Bind(Form.Of(form.Item), place.Inside(key, entry, place.Between, coefficient));
            if (id is not null && item is not null)
            {
                items.Add(id, item);
            }
        }

        return Activator.CreateInstance(typeof(ReadOnlyDictionary<,>).MakeGenericType(form.Key, form.Item), items);
    }

    private string? Id(string key, Mark at, Place place)
    {
        if (Scalars.IsId(key))
        {
            return key;
        }

        faults.Add(FaultCode.BadId, at, $"the id {Spelling.Quote(key)} in {place.Name}", "letters, digits, '-', '_' and '+'");
        return null;
    }

    private object? Record(RecordForm form, Place place)
    {
        if (place.Node is not MapNode map)
        {
            return WrongType(form, place);
        }

        var record = Activator.CreateInstance(form.Type)!;
        var whole = true;
        var misspelt = new HashSet<string>();
        foreach (var (name, entry) in map.Entries)
        {
            if (!form.Keys.TryGetValue(name, out var key))
            {
                misspelt.Add(UnknownKey(faults, name, entry.KeyAt, form.Keys.Keys) ?? name);
            }
            else if (Bind(key.Form, place.Inside(name, entry, key.Between, key.Coefficient)) is { } value)
            {
                key.Property.SetValue(record, value);
            }
            else
            {
                whole &= !key.IsRequired;
            }
        }

        foreach (var (name, key) in form.Keys)
        {
            if (!key.IsRequired || map.Entries.ContainsKey(name))
            {
                continue;
            }

            whole = false;
            if (!misspelt.Contains(name))
            {
                faults.Add(FaultCode.MissingKey, place.KeyAt, $"no key '{name}' in {place.Name}",
                    key.Means is null ? key.Form.Noun : $"'{name}': {key.Means.TrimEnd('.')}");
            }
        }

        return whole ? record : null;
    }

    private object? WrongType(Form form, Place place)
    {
        WrongType(faults, form, place);
        return null;
    }

    /// <summary>Reports a value that is not of its form.</summary>
    internal static void WrongType(FaultList faults, Form form, Place place)
    {
        var found = place.Node switch
        {
            ScalarNode { Plain: true } scalar => Spelling.Quote(scalar.Text),
            ScalarNode scalar => $"the text {Spelling.Quote(scalar.Text)}",
            ListNode => "a list",
            _ => "a map",
        };
        faults.Add(FaultCode.WrongType, place.Node.At, $"{found} for {place.Name}", form.Noun);
    }

    /// <summary>Reports a key that nothing reads; gives the key that was probably meant.</summary>
    internal static string? UnknownKey(FaultList faults, string key, Mark at, IReadOnlyCollection<string> known)
    {
        var nearest = Spelling.Nearest(key, known);
        faults.Add(FaultCode.UnknownKey, at, $"unknown key {Spelling.Quote(key)}", Spelling.OneOf(known), nearest);
        return nearest;
    }

    /// <summary>Reports a number outside the values that its key allows.</summary>
    internal static void CheckBetween(FaultList faults, double number, Mark at, Place place)
    {
        if (place.Between is { } between && (number < between.Low || number > between.High))
        {
            faults.Add(FaultCode.OutOfRange, at, $"{Scalars.Show(number)} for {place.Name}",
                $"{Scalars.Show(between.Low)} to {Scalars.Show(between.High)}");
        }
    }
}

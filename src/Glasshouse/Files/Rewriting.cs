using System.Collections;
using System.Collections.ObjectModel;

namespace Glasshouse.Files;

/// <summary>Copies what was read from a file with other figures in it.</summary>
public static class Rewriting
{
    /// <summary>The record with every figure put through a function; what holds no figure is shared with the original.</summary>
    public static T With<T>(T record, Revalue revalue) where T : class => (T)Copy(Form.Of(typeof(T)), record, revalue);

    private static object Copy(Form form, object value, Revalue revalue) => form switch
    {
        FigureForm => revalue((Figure)value),
        RecordForm record => Copy(record, value, revalue),
        MapForm map => Copy(map, value, revalue),
        ListForm list => new ArrayList(((IEnumerable)value).Cast<object>().Select(i => Copy(Form.Of(list.Item), i, revalue)).ToArray())
            .ToArray(list.Item),
        _ => value,
    };

    private static object Copy(RecordForm form, object value, Revalue revalue)
    {
        var copy = Activator.CreateInstance(form.Type)!;
        foreach (var key in form.Keys.Values)
        {
            if (key.Property.GetValue(value) is { } inner)
            {
                key.Property.SetValue(copy, Copy(key.Form, inner, revalue));
            }
        }
        return copy;
    }

    private static object Copy(MapForm form, object value, Revalue revalue)
    {
        var items = (IDictionary)Activator.CreateInstance(typeof(OrderedDictionary<,>).MakeGenericType(form.Key, form.Item))!;
        foreach (var entry in (IEnumerable)value)
        {
            var pair = entry.GetType();
            var (key, item) = (pair.GetProperty("Key")!.GetValue(entry)!, pair.GetProperty("Value")!.GetValue(entry)!);
            items.Add(key, Copy(Form.Of(form.Item), item, revalue));
        }
        return Activator.CreateInstance(typeof(ReadOnlyDictionary<,>).MakeGenericType(form.Key, form.Item), items)!;
    }
}

using System.Collections;

namespace Glasshouse.Files;

/// <summary>What differs between two files of a kind.</summary>
/// <param name="Path">Keys from the root, joined by dots.</param>
/// <param name="Before">The value in the first file; null if it is not there.</param>
/// <param name="After">The value in the second file; null if it is not there.</param>
/// <param name="BeforeAt">Where it stands in the first file, or where it would.</param>
/// <param name="AfterAt">Where it stands in the second file, or where it would.</param>
public sealed record Difference(string Path, object? Before, object? After, Mark BeforeAt, Mark AfterAt);

/// <summary>
/// Compares two files by what they state, not by their lines: records key by key, maps entry by entry. A figure, a list and a word
/// differ as a whole. Comments, order of keys and quotes make no difference.
/// </summary>
public static class Differences
{
    /// <summary>All differences, in the order of the first file, what only the second has after its map's entries.</summary>
    public static IReadOnlyList<Difference> Between<T>(Reading<T> before, Reading<T> after) where T : class
    {
        var found = new List<Difference>();
        Compare(Form.Of(typeof(T)), "", before.ValueOrThrow(), after.ValueOrThrow());
        return found;

        void Compare(Form form, string path, object? one, object? other)
        {
            if (one is null && other is null)
            {
                return;
            }
            if (one is not null && other is not null && form is RecordForm record)
            {
                foreach (var (name, key) in record.Keys)
                {
                    Compare(key.Form, Inside(path, name), key.Property.GetValue(one), key.Property.GetValue(other));
                }
            }
            else if (one is not null && other is not null && form is MapForm map)
            {
                Entries(map, path, Pairs(one), Pairs(other));
            }
            else if (one is null || other is null || !Same(form, one, other))
            {
                found.Add(new Difference(path, one, other, before.KeyAt(path), after.KeyAt(path)));
            }
        }

        void Entries(MapForm map, string path, OrderedDictionary<string, object> one, OrderedDictionary<string, object> other)
        {
            var item = Form.Of(map.Item);
            foreach (var key in one.Keys.Concat(other.Keys.Where(k => !one.ContainsKey(k))))
            {
                Compare(item, Inside(path, key), one.GetValueOrDefault(key), other.GetValueOrDefault(key));
            }
        }
    }

    private static string Inside(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static OrderedDictionary<string, object> Pairs(object map)
    {
        var pairs = new OrderedDictionary<string, object>();
        foreach (var pair in (IEnumerable)map)
        {
            var type = pair.GetType();
            var key = type.GetProperty("Key")!.GetValue(pair)!;
            pairs.Add(key is string id ? id : Spelling.Kebab(key.ToString()!), type.GetProperty("Value")!.GetValue(pair)!);
        }
        return pairs;
    }

    private static bool Same(Form form, object one, object other) => form switch
    {
        FigureForm => Plain((Figure)one) == Plain((Figure)other),
        ListForm list => SameList(Form.Of(list.Item), [.. (IEnumerable)one], [.. (IEnumerable)other]),
        MapForm map => SameMap(map, Pairs(one), Pairs(other)),
        RecordForm record => record.Keys.Values.All(k => k.Property.GetValue(one) is var a && k.Property.GetValue(other) is var b
            && (a is null || b is null ? a == b : Same(k.Form, a, b))),
        _ => one.Equals(other),
    };

    private static bool SameList(Form item, List<object> one, List<object> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => Same(item, pair.First, pair.Second));

    private static bool SameMap(MapForm map, OrderedDictionary<string, object> one, OrderedDictionary<string, object> other) =>
        one.Count == other.Count
        && one.All(pair => other.TryGetValue(pair.Key, out var value) && Same(Form.Of(map.Item), pair.Value, value));

    // Where a figure stands makes no difference to what it says.
    private static Figure Plain(Figure figure) => figure with { Path = "", File = null };
}

using System.Globalization;

namespace Glasshouse.Files;

/// <summary>What came of reading a file: the value or its faults, its figures, and where everything stands in it.</summary>
/// <typeparam name="T">The record that the file states.</typeparam>
public sealed class Reading<T> where T : class
{
    private static readonly Mark Start = new(1, 1);
    private readonly Node? _root;

    internal Reading(string file, T? draft, IReadOnlyList<Fault> faults, IReadOnlyList<Figure> figures, Node? root)
    {
        File = file;
        Draft = draft;
        Faults = faults;
        Figures = figures;
        _root = root;
    }

    /// <summary>The name that the reader was given.</summary>
    public string File { get; }

    /// <summary>The value; null while there is a fault.</summary>
    public T? Value => Faults.Count == 0 ? Draft : null;

    /// <summary>
    /// What could be made of the file in spite of its faults, for further checks only: entries of maps and lists that have a
    /// fault may be missing. Null if the whole could not be made.
    /// </summary>
    public T? Draft { get; }

    /// <summary>All faults, in file order.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>All figures, in file order, each with its path.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>
    /// The same file read with other figures, without parsing it again; its figures stand in the order of the record. Values are taken
    /// as they come, also outside the bounds of their keys.
    /// </summary>
    /// <param name="revalue">Gives each figure its value; null leaves them.</param>
    public Reading<T> With(Revalue? revalue)
    {
        if (revalue is null || Draft is null)
        {
            return this;
        }
        var figures = new List<Figure>(Figures.Count);
        var draft = Rewriting.With(Draft, figure =>
        {
            figures.Add(revalue(figure));
            return figures[^1];
        });
        return new Reading<T>(File, draft, Faults, figures, _root);
    }

    /// <summary>The value; throws all faults if there are any. For the edge of a program.</summary>
    public T ValueOrThrow() => Value ?? throw new FaultException(Faults);

    /// <summary>Where the value at a path begins; where its nearest ancestor does, if the file has no such path.</summary>
    /// <param name="path">Keys, and positions in lists from 0, joined by dots: <c>rows.WD-000.on.0.conduct</c>.</param>
    public Mark At(string path) => Find(path).Value?.At ?? Start;

    /// <summary>Where the key at a path stands; for an entry of a list, where the entry begins.</summary>
    public Mark KeyAt(string path) => Find(path).KeyAt;

    /// <summary>The keys that the file has at a path, in file order, those with faulty values included.</summary>
    public IReadOnlyCollection<string> Keys(string path) =>
        Find(path) is { Exact: true, Value: MapNode map } ? map.Entries.Keys : [];

    private (Mark KeyAt, Node? Value, bool Exact) Find(string path)
    {
        (Mark KeyAt, Node? Value, bool Exact) found = (Start, _root, true);
        var steps = path.Split('.', StringSplitOptions.RemoveEmptyEntries);
        for (var s = 0; s < steps.Length; s++)
        {
            var step = steps[s];
            // A key may be a path itself.
            if (found.Value is MapNode keys && keys.Entries.TryGetValue(string.Join('.', steps[s..]), out var rest))
            {
                return (rest.KeyAt, rest.Value, true);
            }
            if (found.Value is MapNode map && map.Entries.TryGetValue(step, out var entry))
            {
                found = (entry.KeyAt, entry.Value, true);
            }
            else if (found.Value is ListNode list
                && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < list.Items.Count)
            {
                found = (list.Items[i].At, list.Items[i], true);
            }
            else
            {
                return found with { Exact = false };
            }
        }

        return found;
    }
}

namespace Glasshouse.Files;

/// <summary>
/// Lays a file over the one that it extends, tree over tree: maps key by key, everything else as a whole, so that a figure
/// never mixes one file's value with another's source. Each node keeps the file it stands in.
/// </summary>
internal sealed class Layering(string file, Bases bases, FaultList faults)
{
    private readonly HashSet<string> _above = [Path.GetFileNameWithoutExtension(file)];

    /// <summary>The tree as a whole; null if what it extends cannot be had, and then there is a fault.</summary>
    public Node? Whole(RecordForm form, Node root)
    {
        if (!form.IsExtendable || root is not MapNode top || !top.Entries.TryGetValue(Bases.Key, out var extends))
        {
            return root;
        }

        var own = new MapNode(top.At, new OrderedDictionary<string, Entry>(top.Entries, StringComparer.Ordinal));
        own.Entries.Remove(Bases.Key);
        if (Base(extends, top) is not { } found || Whole(form, found) is not MapNode below)
        {
            return null;
        }

        var inherited = below.Entries.Where(e => !(form.Keys.TryGetValue(e.Key, out var key) && key.IsOwn));
        var under = new OrderedDictionary<string, Entry>(inherited, StringComparer.Ordinal);
        return Lay(form, own, new MapNode(below.At, under), "the file");
    }

    private MapNode? Base(Entry extends, MapNode top)
    {
        if (extends.Value is not ScalarNode scalar || Scalars.IsNull(scalar) || string.IsNullOrWhiteSpace(scalar.Text))
        {
            if (extends.Value is not FaultyNode)
            {
                faults.Add(FaultCode.WrongType, extends.Value.At, "what is no name for 'extends'",
                    "the name of one file, without ending");
            }

            return null;
        }

        var name = scalar.Text;
        if (!_above.Add(name))
        {
            faults.Add(FaultCode.ExtendsItself, scalar.At, $"{Spelling.Quote(name)}, which extends this file or is it",
                "a file that does not build on this one");
            return null;
        }

        if (bases.Chain.FirstOrDefault(b => b.Name == name) is not { } known)
        {
            faults.Add(FaultCode.NotFound, scalar.At, $"no {Spelling.Quote(name)} beside this file",
                "the name, without ending, of a file in the same folder", Spelling.Nearest(name, bases.Beside));
            return null;
        }

        var ofBase = new FaultList(known.File);
        var tree = NodeLoader.Load(new MemoryStream(known.Yaml), ofBase, known.File);
        faults.Include(ofBase);
        if (tree is not (null or MapNode))
        {
            faults.Add(FaultCode.OtherKind, scalar.At, $"{Spelling.Quote(name)}, which is not a map", "a file of the same kind");
        }
        else if (tree is MapNode map && Schema(top) is { } mine && Schema(map) is var other && other != mine)
        {
            faults.Add(FaultCode.OtherKind, scalar.At,
                $"{Spelling.Quote(name)}, whose schema is {Spelling.Quote(other ?? "missing")}",
                $"a file of the schema {Spelling.Quote(mine)}");
            return null;
        }

        return tree as MapNode;
    }

    private static string? Schema(MapNode map) =>
        map.Entries.TryGetValue("schema", out var entry) && entry.Value is ScalarNode scalar ? scalar.Text : null;

    // Without anything under it a map is laid over an empty one, so that its removals are reported.
    private MapNode Lay(Form form, MapNode over, MapNode? under, string name)
    {
        var laid = under is null
            ? new OrderedDictionary<string, Entry>(StringComparer.Ordinal)
            : new OrderedDictionary<string, Entry>(under.Entries, StringComparer.Ordinal);
        foreach (var (key, entry) in over.Entries)
        {
            var inner = form switch
            {
                MapForm map => Form.Of(map.Item),
                RecordForm record when record.Keys.TryGetValue(key, out var known) => known.Form,
                _ => null,
            };
            if (IsRemoval(entry.Value, inner))
            {
                if (!laid.Remove(key))
                {
                    IEnumerable<string> known = under is null ? [] : under.Entries.Keys;
                    faults.Add(FaultCode.NothingToRemove, entry.KeyAt,
                        $"nothing called {Spelling.Quote(key)} to remove from {name}",
                        "an entry of the file that this one extends", Spelling.Nearest(key, known));
                }
            }
            else if (inner is MapForm or RecordForm && entry.Value is MapNode map)
            {
                var below = laid.TryGetValue(key, out var lower) ? lower.Value as MapNode : null;
                laid[key] = entry with { Value = Lay(inner, map, below, Spelling.Quote(key)) };
            }
            else
            {
                laid[key] = entry;
            }
        }

        return new MapNode(over.At, laid);
    }

    // A key of an unknown name is reported as such, and where 'remove' is a word of the key's own, it is that word.
    private static bool IsRemoval(Node value, Form? form) =>
        value is ScalarNode { Plain: true, Text: Bases.Remove }
        && form is not null && !(form is WordForm words && words.Words.ContainsKey(Bases.Remove));
}

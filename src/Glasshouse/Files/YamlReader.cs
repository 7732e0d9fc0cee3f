namespace Glasshouse.Files;

/// <summary>Gives a figure another value, as when assumptions are drawn from their ranges. The path is set already.</summary>
public delegate Figure Revalue(Figure figure);

/// <summary>
/// The strict reader of Glasshouse's YAML files. A property is a key in kebab-case; required properties must be present;
/// nothing else may be. Every fault of the file is reported at once, with its place; no content of a file makes it throw.
/// </summary>
public static class YamlReader
{
    /// <summary>Reads a file as the record <typeparamref name="T"/>.</summary>
    /// <param name="yaml">UTF-8 text, at most 4 MiB.</param>
    /// <param name="name">Name of the file for faults.</param>
    /// <param name="revalue">Applied to each figure when it is bound.</param>
    /// <param name="bases">The files that it may extend; none if not given.</param>
    public static Reading<T> Read<T>(Stream yaml, string name, Revalue? revalue = null, Bases? bases = null) where T : class
    {
        var faults = new FaultList(name);
        var root = NodeLoader.Load(yaml, faults);
        if (root is not null && Form.Of(typeof(T)) is RecordForm form)
        {
            root = new Layering(name, bases ?? Bases.None, faults).Whole(form, root);
        }

        if (root is null)
        {
            return new Reading<T>(name, null, faults.InOrder(), [], null);
        }

        var binder = new Binder(faults, revalue);
        var draft = (T?)binder.Bind(Form.Of(typeof(T)), new Place(root, new Mark(1, 1), "", null));
        return new Reading<T>(name, draft, faults.InOrder(), binder.Figures, root);
    }
}

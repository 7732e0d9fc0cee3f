namespace Glasshouse.Files;

/// <summary>A key of a map that is no id: the path of a figure, or a name with a colon.</summary>
/// <param name="Text">As the file writes it.</param>
public readonly record struct FreeKey(string Text)
{
    public override string ToString() => Text;
}

namespace Glasshouse.Files;

/// <summary>
/// The values that a number or a figure may take, ends included; checked by the reader and written into the schema.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BetweenAttribute(double low, double high) : Attribute
{
    /// <summary>The least value allowed.</summary>
    public double Low { get; } = low;

    /// <summary>The greatest value allowed.</summary>
    public double High { get; } = high;
}

/// <summary>What a key means, its unit included: the text shown in schemas, documentation and fault lists.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Field)]
public sealed class MeansAttribute(string text) : Attribute
{
    /// <summary>One sentence.</summary>
    public string Text { get; } = text;
}

/// <summary>On the record of a kind of file: such a file may build on another by <c>extends</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendableAttribute : Attribute;

/// <summary>On a key that a file states for itself: what it extends does not hand it down.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OwnAttribute : Attribute;

/// <summary>On a record of two doubles (least, greatest): in a file it is one number, or <c>{ min: ..., max: ... }</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NumberOrRangeAttribute : Attribute;

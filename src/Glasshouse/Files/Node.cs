namespace Glasshouse.Files;

// The tree of a file as written, each node with its place. Only what our files may hold: no anchors, aliases or tags.

/// <summary>A value in a file.</summary>
/// <param name="At">Where the value begins.</param>
internal abstract record Node(Mark At);

/// <summary>A scalar.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Text">Its text, quotes removed.</param>
/// <param name="Plain">True if it was written without quotes, so that it may be a number or a word.</param>
internal sealed record ScalarNode(Mark At, string Text, bool Plain) : Node(At);

/// <summary>A sequence.</summary>
internal sealed record ListNode(Mark At, IReadOnlyList<Node> Items) : Node(At);

/// <summary>A mapping, in file order, without duplicates.</summary>
internal sealed record MapNode(Mark At, OrderedDictionary<string, Entry> Entries) : Node(At);

/// <summary>A value that the loader has already reported as a fault, so that nobody reports it twice.</summary>
internal sealed record FaultyNode(Mark At) : Node(At);

/// <summary>A key's place and its value.</summary>
internal readonly record struct Entry(Mark KeyAt, Node Value);

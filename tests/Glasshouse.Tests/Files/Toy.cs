using Glasshouse.Files;

namespace Glasshouse.Tests.Files;

/// <summary>A record with every form that a file can hold.</summary>
public sealed record Toy
{
    public required string Title { get; init; }

    [Between(0, 1)]
    public Figure? Share { get; init; }

    [Between(0, 10)]
    public int Count { get; init; } = 7;
    public long Large { get; init; }

    [Between(0, 1)]
    public double? Weight { get; init; }
    public bool Open { get; init; }
    public Colour Colour { get; init; } = Colour.DarkBlue;
    public Span? Span { get; init; }
    public IReadOnlyList<string> Words { get; init; } = [];

    [Between(0, 5)]
    public IReadOnlyDictionary<Colour, Figure>? ByColour { get; init; }
    public IReadOnlyDictionary<string, Toy>? Toys { get; init; }
}

public enum Colour { Red, DarkBlue }

[NumberOrRange]
public sealed record Span(double Min, double Max);

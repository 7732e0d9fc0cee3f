namespace Glasshouse.Files;

/// <summary>A document, a press report or a study.</summary>
public sealed record Source
{
    public required string Title { get; init; }
    public string? Url { get; init; }
    public string? Year { get; init; }
    [Means("How good the copy is.")]
    public string? Quality { get; init; }
}

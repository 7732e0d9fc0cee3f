using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>How what neighbours do is seen.</summary>
public sealed record ExampleFigures
{
    [Means("Share of what was seen that fades, and is replaced by what is seen now, in a week.")]
    [Between(0.001, 1)]
    public required Figure Speed { get; init; }
    [Means("Acts seen per resident and year at which disorder is one half.")]
    [Between(0.01, 100)]
    public required Figure Half { get; init; }
}

/// <summary>
/// What neighbours are seen to do. People keep rules when others do (conditional cooperation: Fischbacher, Gaechter and Fehr 2001;
/// Keizer, Lindenberg and Steg 2008).
/// </summary>
public static class Example
{
    /// <summary>
    /// Lets a week's acts be seen. Of all that the neighbourhood has seen, the share `speed` fades; disorder is n / (n + half), with n
    /// acts per resident and year.
    /// </summary>
    public static void Follow(ConductTable conducts, LearningFigures figures, Acts acts, Neighbourhoods blocks)
    {
        if (figures.Example is not { } example)
        {
            return;
        }
        var counts = blocks.Broken.Span;
        foreach (var k in conducts.Shown)
        {
            foreach (ref readonly var act in acts.Of(k))
            {
                counts[act.Slot / Roster.BlockSize] += 1;
            }
        }
        var (speed, half) = ((float)example.Speed, (float)example.Half);
        var seen = blocks.Seen.Span;
        var disorder = blocks.Disorder.Span;
        for (var b = 0; b < counts.Length; b++)
        {
            seen[b] += speed * (counts[b] * Calendar.Year / Roster.BlockSize - seen[b]);
            disorder[b] = seen[b] / (seen[b] + half);
        }
        counts.Clear();
    }
}

namespace Glasshouse.Learning;

/// <summary>Joining by threshold (Granovetter, American Journal of Sociology 83, 1978; on networks Watts, PNAS 99, 2002).</summary>
public static class Thresholds
{
    /// <summary>True if a share of others, 0 to 1, is enough for such a threshold; at 0 or less nobody else is needed.</summary>
    public static bool Joins(float seen, float threshold) => seen >= threshold;

    /// <summary>
    /// Lets those who see each other join until nobody more does: from so many active, who joins first is seen by the rest.
    /// </summary>
    /// <param name="thresholds">Of those who are not active yet, as shares.</param>
    /// <param name="joined">By person; those who join are set.</param>
    /// <param name="active">Active ones before.</param>
    /// <param name="among">All who are seen, at least 1.</param>
    /// <param name="far">Weight of a share seen elsewhere, 0 to 1.</param>
    /// <param name="elsewhere">That share.</param>
    /// <returns>Active ones in the end.</returns>
    public static int Spread(ReadOnlySpan<float> thresholds, Span<bool> joined, int active, int among, float far = 0, float elsewhere = 0)
    {
        for (var before = -1; active != before;)
        {
            before = active;
            var seen = (1 - far) * (active / (float)among) + far * elsewhere;
            for (var i = 0; i < thresholds.Length; i++)
            {
                if (!joined[i] && Joins(seen, thresholds[i]))
                {
                    joined[i] = true;
                    active++;
                }
            }
        }
        return active;
    }
}

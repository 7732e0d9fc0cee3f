using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Regimes;

/// <summary>A phase that begins when support falls or protest grows: the authorities answer as the regime file says.</summary>
/// <param name="Phase">Its id.</param>
/// <param name="FromWeek">First week after the start in which it can begin.</param>
/// <param name="UntilWeek">Week from which it cannot, since a phase behind it has begun.</param>
/// <param name="Below">Mean support below which it begins.</param>
/// <param name="Epochs">What is in force when, once it has begun.</param>
public sealed record Response(string Phase, int FromWeek, int UntilWeek, double Below, IReadOnlyList<Epoch> Epochs)
{
    /// <summary>Integers that go up for it: support of all adults in Q24, adults, and those of them who protest.</summary>
    public const int Length = 3;

    /// <summary>Share of adults in open protest above which it begins.</summary>
    public double Above { get; init; } = double.PositiveInfinity;

    /// <summary>Adds up the support and the protest of a district's adults.</summary>
    public static void Tally(Span<long> tally, Roster roster, Mind mind, Situation situation)
    {
        tally.Clear();
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            if (roster.Lives(slot) && roster.Is(slot, Role.Adult))
            {
                tally[0] += Fixed.From(mind.Support[slot]);
                tally[1]++;
                tally[2] += (situation.Marks[slot] & MarkBits.Of(Mark.Protesting)) != 0 ? 1 : 0;
            }
        }
    }

    /// <summary>Mean support, from what went up.</summary>
    public static double Mean(ReadOnlySpan<long> tally) => tally[0] / (double)Math.Max(1, tally[1]) / Fixed.One;

    /// <summary>Share of adults in open protest, from what went up.</summary>
    public static double Protest(ReadOnlySpan<long> tally) => tally[2] / (double)Math.Max(1, tally[1]);

    /// <summary>
    /// The response that holds from a week on: the next one that is due, or the one that held. One step at a time, so that each can be
    /// tried before the next.
    /// </summary>
    public static int Next(IReadOnlyList<Response> responses, int now, ReadOnlySpan<long> tally, int week)
    {
        var (support, protest) = (Mean(tally), Protest(tally));
        for (var next = now + 1; next < responses.Count && tally[1] > 0; next++)
        {
            if (week >= responses[next].FromWeek && week < responses[next].UntilWeek
                && (support < responses[next].Below || protest > responses[next].Above))
            {
                return next;
            }
        }
        return now;
    }
}

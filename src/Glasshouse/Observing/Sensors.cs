using Glasshouse.Population;

namespace Glasshouse.Observing;

/// <summary>
/// Sensors that follow the regime's own records: each year a share of a channel's attention is moved between the two groups, in
/// proportion to the records per person of the year before. The mean over all adults stays 1, so that nothing is added. What is looked at
/// more is found more, and looked at more again.
/// </summary>
/// <param name="Share">Share of attention that is moved each year, 0 to 1.</param>
/// <param name="Factors">Factor on the chance to be seen, by channel x 2 + group.</param>
/// <param name="Year">What went up in this year until now.</param>
/// <param name="Exchanges">Exchanges of this year until now.</param>
public sealed record Sensors(double Share, float[] Factors, long[] Year, int Exchanges)
{
    /// <summary>Integers that go up: records that tell against their subjects by channel x 2 + group, then adults by group.</summary>
    public const int Length = AdultsAt + 2;

    /// <summary>Place of the adults of the first group.</summary>
    public const int AdultsAt = 8;
    private const int ExchangesOfYear = Kernel.Calendar.Year / Kernel.Calendar.Exchange;

    /// <summary>Sensors that look at all alike.</summary>
    public static Sensors Alike(double share) => new(share, [1, 1, 1, 1, 1, 1, 1, 1], new long[Length], 0);

    /// <summary>The sensors after an exchange; at the turn of a year after the start they are moved.</summary>
    public Sensors After(ReadOnlySpan<long> tally)
    {
        var year = new long[Length];
        for (var i = 0; i < Length; i++)
        {
            year[i] = Year[i] + tally[i];
        }
        if (Exchanges + 1 < ExchangesOfYear)
        {
            return this with { Year = year, Exchanges = Exchanges + 1 };
        }
        var factors = (float[])Factors.Clone();
        var adults = year[AdultsAt] + year[AdultsAt + 1];
        for (var at = 0; at < AdultsAt; at++)
        {
            var (group, both) = (year[AdultsAt + at % 2], year[at] + year[at ^ 1]);
            if (both > 0 && group > 0)
            {
                var perPerson = year[at] * (double)adults / (group * (double)both);
                factors[at] = (float)((1 - Share) * Factors[at] + Share * perPerson);
            }
        }
        return new Sensors(Share, factors, new long[Length], 0);
    }

    /// <summary>The factor on what a channel sees of a subject.</summary>
    public float Of(int channel, Roster roster, int slot) => Factors[channel * 2 + GroupOf(roster, slot)];

    /// <summary>The one of two groups.</summary>
    public static int GroupOf(Roster roster, int slot) => Math.Min((byte)1, roster.Group[slot]);
}

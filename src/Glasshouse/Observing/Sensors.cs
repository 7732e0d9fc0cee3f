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
    /// <summary>
    /// Integers that go up: records that tell against their subjects by channel x 2 + group, then adults by group, then adults in protest.
    /// </summary>
    public const int Length = ProtestingAt + 1;

    /// <summary>Place of the adults of the first group.</summary>
    public const int AdultsAt = 8;

    /// <summary>Place of the adults who protest.</summary>
    public const int ProtestingAt = AdultsAt + 2;

    private const double MostGrowth = 10;
    private const int ExchangesOfYear = Kernel.Calendar.Year / Kernel.Calendar.Exchange;

    /// <summary>True to count a record less the more one looked for it: by one over the factor.</summary>
    public bool Corrected { get; init; }

    /// <summary>True to follow all records since the start and not those of the year before alone: an urn.</summary>
    public bool Remembers { get; init; }

    /// <summary>What is remembered, by channel x 2 + group: records, or what they count for.</summary>
    public double[] Memory { get; init; } = new double[AdultsAt];

    /// <summary>Growth of all attention in a year per share of adults who protest.</summary>
    public double AfterUnrest { get; init; }

    /// <summary>Factor on all attention that unrest has left, from 1 to 10.</summary>
    public float Grown { get; init; } = 1;

    /// <summary>Sensors that look at all alike.</summary>
    public static Sensors Alike(double share) => new(share, [1, 1, 1, 1, 1, 1, 1, 1], new long[Length], 0);

    /// <summary>The sensors after an exchange; at the turn of a year after the start they are moved.</summary>
    public Sensors After(ReadOnlySpan<long> tally)
    {
        var year = (long[])Year.Clone();
        for (var i = 0; i < tally.Length; i++)
        {
            year[i] += tally[i];
        }
        if (Exchanges + 1 < ExchangesOfYear)
        {
            return this with { Year = year, Exchanges = Exchanges + 1 };
        }
        var memory = new double[AdultsAt];
        for (var at = 0; at < AdultsAt; at++)
        {
            memory[at] = (Remembers ? Memory[at] : 0) + (Corrected && Factors[at] > 0 ? year[at] / (double)Factors[at] : year[at]);
        }
        var factors = (float[])Factors.Clone();
        var adults = year[AdultsAt] + year[AdultsAt + 1];
        for (var at = 0; at < AdultsAt; at++)
        {
            var (group, both) = (year[AdultsAt + at % 2], memory[at] + memory[at ^ 1]);
            if (both > 0 && group > 0)
            {
                var perPerson = memory[at] * adults / (group * both);
                factors[at] = (float)((1 - Share) * Factors[at] + Share * perPerson);
            }
        }
        var growth = 1 + AfterUnrest * year[ProtestingAt] / Math.Max(1, adults);
        return this with
        {
            Factors = factors,
            Year = new long[Length],
            Exchanges = 0,
            Memory = memory,
            Grown = (float)Math.Min(MostGrowth, Grown * growth),
        };
    }

    /// <summary>The factor on what a channel sees of a subject.</summary>
    public float Of(int channel, Roster roster, int slot) => Factors[channel * 2 + GroupOf(roster, slot)] * Grown;

    /// <summary>The one of two groups.</summary>
    public static int GroupOf(Roster roster, int slot) => Math.Min((byte)1, roster.Group[slot]);
}

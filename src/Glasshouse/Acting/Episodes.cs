using Glasshouse.Kernel;

namespace Glasshouse.Acting;

/// <summary>How long continuing conduct lasts.</summary>
public static class Episodes
{
    /// <summary>Weeks longest.</summary>
    public const int Longest = 520;

    /// <summary>
    /// Weeks that a conduct continues, exponentially distributed about its mean and at least one; 0 if it is over at once.
    /// </summary>
    public static int Weeks(float mean, uint bits)
    {
        if (mean <= 0)
        {
            return 0;
        }
        var luck = (Mix(bits) + 0.5) / 4294967296.0;
        return Math.Clamp((int)(-Elementary.Log(luck) * mean + 0.5), 1, Longest);
    }

    /// <summary>Other bits from the same bits, for a choice that must not follow the level of gravity.</summary>
    public static uint Mix(uint bits)
    {
        bits = (bits ^ (bits >> 16)) * 0x7FEB352D;
        bits = (bits ^ (bits >> 15)) * 0x846CA68B;
        return bits ^ (bits >> 16);
    }
}

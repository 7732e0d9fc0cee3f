using System.Runtime.CompilerServices;
using Glasshouse.Kernel;

namespace Glasshouse.Acting;

/// <summary>
/// How long people have lived under a price on their duties and on their good deeds, months of four weeks: what is left of the own
/// motive follows from it. Written by Learning.
/// </summary>
public sealed class Motives(Slab slab, int slots)
{
    /// <summary>Months under a price on duties, less those undone.</summary>
    public Column<byte> Duties { get; } = slab.Add<byte>(slots);

    /// <summary>Months under a price on good deeds, less those undone.</summary>
    public Column<byte> Deeds { get; } = slab.Add<byte>(slots);
}

/// <summary>The motive figures as plain numbers.</summary>
public sealed class MotiveTable
{
    /// <summary>Months beyond which nothing is counted.</summary>
    public const int Longest = byte.MaxValue;

    public MotiveTable(MotiveFigures? figures)
    {
        if (figures is null)
        {
            return;
        }
        var kept = 1.0;
        for (var month = 0; month <= Longest; month++)
        {
            LostAfter[month] = (float)(1 - kept);
            kept *= 1 - figures.CrowdingSpeed.Value;
        }
        Acts = figures.CrowdingSpeed.Value > 0;
        (Return, Symbolic) = (figures.Return.Value, (float)figures.Symbolic);
        Prosociality = (float)figures.Prosociality;
    }

    /// <summary>True if prices take motives at all.</summary>
    public bool Acts { get; }

    /// <summary>Share of the own motive lost after so many months under a price, for an average person: 1 - (1 - speed)^months.</summary>
    public float[] LostAfter { get; } = new float[Longest + 1];

    /// <summary>Months undone by a month without a price.</summary>
    public double Return { get; }

    /// <summary>Weight of honour and blame beside money and chances.</summary>
    public float Symbolic { get; }

    public float Prosociality { get; }

    /// <summary>Share of the own motive lost by one person, 0 to 1: those who give more of themselves lose more.</summary>
    /// <param name="months">Months under a price.</param>
    /// <param name="prosociality">Normal score.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Lost(byte months, float prosociality) => Math.Clamp(LostAfter[months] * (1 + Prosociality * prosociality), 0, 1);

    /// <summary>Months after which no more goes under a price of which so much is material, 0 to 1.</summary>
    public byte Most(float material)
    {
        var share = material + Symbolic * (1 - material);
        var month = 0;
        while (month < Longest && LostAfter[month] < share)
        {
            month++;
        }
        return (byte)month;
    }
}

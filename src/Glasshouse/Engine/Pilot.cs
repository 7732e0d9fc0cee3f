using Glasshouse.Kernel;

namespace Glasshouse.Engine;

/// <summary>
/// In which districts a regime runs that runs in a share of them. A larger share holds the districts of a smaller one. A share asks for a
/// number of districts that is seldom whole: what is left over is drawn, so that over seeds the share is met.
/// </summary>
internal static class Pilot
{
    private static readonly Purpose Choosing = Purpose.Named("engine/pilot");

    /// <summary>Place of a district among all, above 0 and at most 1: a regime runs in it if its share reaches the place.</summary>
    public static double Place(ulong seed, uint district, int districts)
    {
        var bits = new Draw(seed, 0, Choosing).At(0, 0);
        var turn = (district + (uint)Draw.Below(bits.A, districts)) % districts;
        return (turn + 1 - (double)Draw.Unit(bits.B)) / districts;
    }
}

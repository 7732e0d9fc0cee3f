namespace Glasshouse.Kernel;

/// <summary>
/// What a random number is for. The code is a hash of the name, never an ordinal: adding a purpose moves no other, so the
/// same seed keeps its history when the model grows.
/// </summary>
/// <param name="Code">The third word of the generator's counter.</param>
public readonly record struct Purpose(uint Code)
{
    /// <summary>The purpose of that name; names are compared by their UTF-16 code units.</summary>
    public static Purpose Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        uint hash = 2166136261;
        foreach (var unit in name)
        {
            hash = (hash ^ (byte)unit) * 16777619;
            hash = (hash ^ (byte)(unit >> 8)) * 16777619;
        }

        // Short names that differ in one letter differ in few bits of FNV-1a; the finaliser spreads them.
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return new Purpose(hash ^ (hash >> 16));
    }
}

namespace Glasshouse.Kernel;

/// <summary>
/// Fixed point with 24 binary places in 64 bits, range about +-5.5e11. Sums over people are taken in it, because whole
/// numbers add up to the same total in any order.
/// </summary>
public static class Fixed
{
    /// <summary>The number 1.</summary>
    public const long One = 1L << 24;

    /// <summary>The nearest multiple of 2^-24, ties to even.</summary>
    /// <exception cref="OverflowException">The value is not a number or beyond the range.</exception>
    public static long From(double value) => checked((long)Math.Round(value * One));

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The sum is beyond the range.</exception>
    public static long Add(long left, long right) => checked(left + right);

    /// <summary>The value, rounded to a double's 53 bits.</summary>
    public static double ToDouble(long value) => value * (1.0 / One);
}

/// <summary>A running sum in fixed point: the same bits in any order of adding; overflow throws.</summary>
public struct Total : IEquatable<Total>
{
    /// <summary>The sum in units of 2^-24.</summary>
    public long Raw { get; private set; }

    /// <summary>The sum.</summary>
    public readonly double Value => Fixed.ToDouble(Raw);

    /// <summary>Adds a number, rounded to a multiple of 2^-24 first.</summary>
    public void Add(double value) => Raw = Fixed.Add(Raw, Fixed.From(value));

    /// <summary>Adds another total.</summary>
    public void Add(Total other) => Raw = Fixed.Add(Raw, other.Raw);

    /// <inheritdoc/>
    public readonly bool Equals(Total other) => Raw == other.Raw;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Total other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => (int)Raw;

    /// <summary>Whether both have the same bits.</summary>
    public static bool operator ==(Total left, Total right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Total left, Total right) => !left.Equals(right);
}

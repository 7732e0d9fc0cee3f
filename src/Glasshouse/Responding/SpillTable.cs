using System.Numerics;

namespace Glasshouse.Responding;

/// <summary>Whom a grade reaches besides its subject, a bit each.</summary>
[Flags]
public enum SpillTo : byte
{
    None = 0,

    /// <summary>Those of the household who are 18 to 50 years younger.</summary>
    Child = 1,

    /// <summary>All others of the household.</summary>
    Household = 2,

    /// <summary>Those at work in the firm that the subject heads.</summary>
    Staff = 4,

    /// <summary>The head of the firm where the subject works.</summary>
    FirmHead = 8,
}

/// <summary>Grades from which something follows for others.</summary>
/// <param name="Scale">The scale, 0 for the main one.</param>
/// <param name="Grades">Those grades, a bit each.</param>
/// <param name="To">Whom they reach.</param>
/// <param name="OfFirms">True if firms stand on the scale, each at the place of its head.</param>
/// <param name="Refuses">Marks of those who do not stand on the scale.</param>
public readonly record struct Spill(byte Scale, uint Grades, SpillTo To, bool OfFirms, uint Refuses)
{
    /// <summary>True for one of its grades.</summary>
    public bool Has(int grade) => (Grades & 1u << grade) != 0;
}

/// <summary>
/// What follows from grades for others than their subjects. Whom a spill hits it hits once, however many stand in its grades.
/// </summary>
public sealed class SpillTable
{
    /// <summary>Spills, at most: each is a bit of a column.</summary>
    public const int Most = 16;

    /// <summary>Nothing follows for anybody else.</summary>
    public static SpillTable None { get; } = new([], []);

    private readonly uint _present;

    /// <param name="spills">The spills.</param>
    /// <param name="sizes">Sizes by spill x <see cref="ConsequenceTable.Effects"/> + effect.</param>
    public SpillTable(Spill[] spills, float[] sizes)
    {
        (Spills, Sizes) = (spills, sizes);
        for (var i = 0; i < sizes.Length; i++)
        {
            var effect = i % ConsequenceTable.Effects;
            _present |= sizes[i] != 0 ? 1u << effect : 0;
            // A refused school harms a child, who is not counted among those under a penalty.
            var harms = (Effect)effect != Effect.SchoolRefused && ((Effect)effect).IsAgainst(sizes[i]);
            Against |= (ushort)(harms ? 1 << (i / ConsequenceTable.Effects) : 0);
        }
    }

    public Spill[] Spills { get; }

    public float[] Sizes { get; }

    /// <summary>Spills that bring something bad to adults, a bit each.</summary>
    public ushort Against { get; }

    /// <summary>True if anything follows for others.</summary>
    public bool Any => Spills.Length > 0;

    /// <summary>True if some spill has the effect.</summary>
    public bool Has(Effect effect) => (_present & 1u << (int)effect) != 0;

    /// <summary>True if anything of some size follows for others.</summary>
    public bool HasAny => _present != 0;

    /// <summary>The size of an effect for somebody whom these spills hit, a bit each.</summary>
    public float Of(ushort hits, Effect effect)
    {
        var size = 0f;
        for (uint left = hits; left != 0; left &= left - 1)
        {
            size += Sizes[BitOperations.TrailingZeroCount(left) * ConsequenceTable.Effects + (int)effect];
        }
        return size;
    }
}

namespace Glasshouse.Observing;

/// <summary>
/// How much more or less often what a firm does is found out, by the grade of its head. An act of the firm is then found in one twin
/// and not in the other, which is the regime's doing.
/// </summary>
/// <param name="grades">Grades by slot.</param>
/// <param name="factors">Factor by grade; null where no grade moves it.</param>
public readonly ref struct Inspections(ReadOnlySpan<byte> grades, float[]? factors)
{
    private readonly ReadOnlySpan<byte> _grades = grades;

    /// <summary>The factor for what the firm of this head does.</summary>
    public float Of(int slot) => factors is null ? 1 : factors[_grades[slot]];
}

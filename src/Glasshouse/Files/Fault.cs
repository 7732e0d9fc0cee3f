namespace Glasshouse.Files;

/// <summary>A place in a file.</summary>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Column">Column in UTF-16 characters, counted from 1.</param>
/// <param name="File">The file, where that is one which the file read extends; null for the file read.</param>
public readonly record struct Mark(int Line, int Column, string? File = null);

/// <summary>One thing that is wrong in a file: where, what was found, what was expected.</summary>
/// <param name="Code">A code of <see cref="FaultCode"/>.</param>
/// <param name="File">The name that the reader was given.</param>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Column">Column, counted from 1.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What could stand there instead.</param>
/// <param name="Nearest">The allowed word that is spelt most nearly like the one found, if one is near.</param>
public sealed record Fault(
    string Code, string File, int Line, int Column, string Found, string Expected, string? Nearest = null)
{
    /// <summary>The fault in one line, in the form that editors and terminals make a link of.</summary>
    public override string ToString() =>
        $"{File}:{Line}:{Column}: {Code} {Found}; expected {Expected}"
        + (Nearest is null ? "" : $"; did you mean '{Nearest}'?");

    /// <summary>Faults by place: those of one file first, then those of the files that it extends.</summary>
    public static IEnumerable<Fault> InOrder(IEnumerable<Fault> faults, string file) =>
        faults.OrderBy(f => f.File != file).ThenBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column);
}

/// <summary>Faults carried to the edge of a program. The reader and the checks return faults; only the edge throws.</summary>
public sealed class FaultException(IReadOnlyList<Fault> faults) : Exception(string.Join('\n', faults))
{
    /// <summary>All faults, in file order.</summary>
    public IReadOnlyList<Fault> Faults { get; } = faults;
}

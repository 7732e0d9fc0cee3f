namespace Glasshouse.Lab;

/// <summary>Why a run was refused or broken off.</summary>
public enum Refusal
{
    /// <summary>What was asked for cannot be done.</summary>
    Usage,

    /// <summary>A file that was given or found is not what it should be.</summary>
    Input,

    /// <summary>The machine failed: a full disk, a folder that cannot be written.</summary>
    Failure,
}

/// <summary>
/// A run that is refused, with a sentence for whoever asked for it. Faults in YAML files have an exception of their own.
/// </summary>
public sealed class RefusedException(Refusal why, string message) : Exception(message)
{
    public Refusal Why { get; } = why;
}

/// <summary>A run that was stopped on request; what was finished is kept.</summary>
public sealed class InterruptedException(string? folder) : Exception("The run was stopped.")
{
    /// <summary>The folder from which the run can be resumed; null if it keeps nothing.</summary>
    public string? Folder { get; } = folder;
}

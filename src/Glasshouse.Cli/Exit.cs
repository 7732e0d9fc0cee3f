namespace Glasshouse.Cli;

/// <summary>How the program ends.</summary>
internal static class Exit
{
    public const int Done = 0;

    /// <summary>Something failed inside, or on this machine.</summary>
    public const int Failure = 1;

    /// <summary>The command was used wrongly.</summary>
    public const int Usage = 2;

    /// <summary>A file that was given is not what it should be.</summary>
    public const int Input = 3;

    /// <summary>Some of many runs failed.</summary>
    public const int SomeFailed = 4;

    /// <summary>Stopped by a signal; can be gone on with.</summary>
    public const int Interrupted = 130;
}

namespace Glasshouse.Lab;

/// <summary>What a user asks a run to do; the options of <c>glasshouse run</c>.</summary>
public sealed record RunRequest
{
    /// <summary>The society that a run takes if neither the request nor the regime names one.</summary>
    public const string DefaultSociety = "china-urban";

    /// <summary>Regime by name or path.</summary>
    public required string Regime { get; init; }

    /// <summary>Society by name or path; null: the one that the regime belongs to.</summary>
    public string? Society { get; init; }

    /// <summary>People of each history, from 1,000.</summary>
    public long People { get; init; } = 20_000;

    /// <summary>Years after the fork, 1 to 50.</summary>
    public int Years { get; init; } = 10;

    /// <summary>Histories, each with a seed of its own, 1 to 1,000.</summary>
    public int Seeds { get; init; } = 10;

    /// <summary>First seed; the others follow it by one.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What to compare against: <c>law-only</c> or <c>none</c>.</summary>
    public string Against { get; init; } = "law-only";

    /// <summary>Draws of all assumed and calibrated figures from their ranges; 0: assumptions are not examined.</summary>
    public int Assumptions { get; init; }

    /// <summary>True to leave out consequences that the regime's own text does not name.</summary>
    public bool DocumentedConsequencesOnly { get; init; }

    /// <summary>Threads; they change the speed, never the result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Folder for the results; null: a new one under <c>out/</c>.</summary>
    public string? Out { get; init; }

    /// <summary>Weeks between checkpoints, a multiple of four; 0: only between histories.</summary>
    public int CheckpointEvery { get; init; }
}

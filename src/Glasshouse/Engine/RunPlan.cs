using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Engine;

/// <summary>What to run: one society, its twins, how many people for how long.</summary>
public sealed record RunPlan
{
    /// <summary>Fewest people of a society: no society can stand for a few real persons.</summary>
    public const int FewestPeople = 1000;

    public required SocietyTables Society { get; init; }

    /// <summary>The twins: what is compared against first.</summary>
    public required IReadOnlyList<RegimeTables> Twins { get; init; }

    /// <summary>People of each history, from 1,000.</summary>
    public required long People { get; init; }

    /// <summary>Years after the fork, from 1 to 50.</summary>
    public required int Years { get; init; }

    /// <summary>Years under ordinary law before the fork, shared by the twins.</summary>
    public int BurnInYears { get; init; } = 4;

    /// <summary>Threads; they change the speed, never the result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>True to run the plain scalar kernels, the oracle of the vector ones.</summary>
    public bool Scalar { get; init; }

    /// <summary>Identity of files and options, set by whoever reads them: a checkpoint of another plan is refused.</summary>
    public ulong Fingerprint { get; init; }

    /// <summary>
    /// Looks at a district after each week of a history, on the worker that has it; what it writes there is a mistake. Null: nobody looks,
    /// and a replay never asks.
    /// </summary>
    public Action<District, int>? Watch { get; init; }

    /// <summary>Room for what the twins keep about a person.</summary>
    public Room Room => Room.Of(Twins);

    /// <summary>Weeks of the burn-in.</summary>
    public int BurnInWeeks => BurnInYears * Kernel.Calendar.Year;

    /// <summary>Weeks after the fork.</summary>
    public int Weeks => Years * Kernel.Calendar.Year;
}

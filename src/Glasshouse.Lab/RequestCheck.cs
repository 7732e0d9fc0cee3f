using Glasshouse.Engine;
using Glasshouse.Regimes;

namespace Glasshouse.Lab;

/// <summary>Whether what is asked for makes sense, before any file is opened.</summary>
public static class RequestCheck
{
    /// <summary>Most years of a run: the weeks of a history have 16 bits, and no assumption holds for longer.</summary>
    public const int MostYears = 50;

    /// <summary>Refuses a request, with everything that is wrong with it.</summary>
    /// <exception cref="RefusedException">Something is wrong.</exception>
    public static void Check(RunRequest request)
    {
        var wrong = Wrong(request).ToList();
        if (wrong.Count > 0)
        {
            throw new RefusedException(Refusal.Usage, string.Join('\n', wrong));
        }
    }

    private static IEnumerable<string> Wrong(RunRequest request)
    {
        if (request.People < RunPlan.FewestPeople)
        {
            yield return $"--people {request.People}: a society has at least {RunPlan.FewestPeople:#,0} people, "
                + "so that none can stand for a few real ones.";
        }
        if (request.Years is < 1 or > MostYears)
        {
            yield return $"--years {request.Years}: 1 to {MostYears}.";
        }
        if (request.Seeds is < 1 or > 1000)
        {
            yield return $"--seeds {request.Seeds}: 1 to 1000.";
        }
        if (request.Seed > ulong.MaxValue - 1000)
        {
            yield return $"--seed {request.Seed}: the seeds that follow it would pass the end of their range.";
        }
        if (request.Against is not (RegimeTables.LawOnlyName or RegimeTables.NoneName))
        {
            yield return $"--against {request.Against}: '{RegimeTables.LawOnlyName}' or '{RegimeTables.NoneName}'.";
        }
        if (request.Assumptions is < 0 or > 10_000)
        {
            yield return $"--assumptions {request.Assumptions}: 0 to 10000.";
        }
        if (request.Threads is < 1 or > 1024)
        {
            yield return $"--threads {request.Threads}: 1 to 1024.";
        }
        if (request.CheckpointEvery < 0 || request.CheckpointEvery % Kernel.Calendar.Exchange != 0)
        {
            yield return $"--checkpoint-every {request.CheckpointEvery}: weeks, a multiple of {Kernel.Calendar.Exchange}; "
                + "0 for none in between.";
        }
    }
}

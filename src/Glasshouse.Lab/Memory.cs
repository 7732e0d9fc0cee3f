using Glasshouse.Engine;

namespace Glasshouse.Lab;

/// <summary>
/// Whether a society fits into this machine's memory. One district is drawn and weighed; all others weigh the same.
/// </summary>
public static class Memory
{
    // A mature ledger and a week's lists grow beside the columns; garbage waits for its collection.
    private const double Growth = 2;

    // Left to the system, the program and its figures.
    private const double Usable = 0.8;

    /// <summary>Bytes per person of a running history, both twins together, as estimated.</summary>
    public static double BytesPerPerson(RunPlan plan)
    {
        var people = (int)Math.Min(plan.People, District.TargetPeople);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var district = new District(plan, 0, 0, people);
        var drawn = GC.GetAllocatedBytesForCurrentThread();
        district.Fork();
        var forked = GC.GetAllocatedBytesForCurrentThread() - drawn;
        GC.KeepAlive(district);
        // Drawing leaves much garbage behind: the people themselves weigh at most as much as both their twins.
        return Growth * (Math.Min(drawn - before, forked) + forked) / people;
    }

    /// <summary>Bytes of a running history's columns per person and twin; what twins share is shared out between them.</summary>
    public static double StateBytes(RunPlan plan)
    {
        var people = (int)Math.Min(plan.People, District.TargetPeople);
        var district = new District(plan, 0, 0, people);
        district.Fork();
        var bytes = district.Roster.Slab.Bytes.Length + district.Twins.Sum(t => (long)t.Slab.Bytes.Length);
        return (double)bytes / people / district.Twins.Count;
    }

    /// <summary>Refuses a plan that cannot fit, and says how many people would.</summary>
    /// <param name="plan">What is to be run.</param>
    /// <param name="available">Bytes; this machine's if not given.</param>
    /// <exception cref="RefusedException">It does not fit.</exception>
    public static void Check(RunPlan plan, long? available = null)
    {
        var room = Usable * (available ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        var perPerson = BytesPerPerson(plan);
        var needed = perPerson * plan.People;
        if (needed <= room)
        {
            return;
        }
        var fit = (long)(room / perPerson) / 1000 * 1000;
        throw new RefusedException(Refusal.Usage,
            $"{plan.People:#,0} people need about {needed / 1e9:#,0.0} GB; this machine has {room / 1e9:#,0.0} GB to give. "
            + (fit >= RunPlan.FewestPeople ? $"About {fit:#,0} people would fit." : "No society would fit."));
    }
}

using Glasshouse.Engine;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Telling;

/// <summary>What a life is told from: one history of a run, by its plan and what it stored. Base rates are solved.</summary>
/// <param name="Plan">The plan; the last twin lives under the regime.</param>
/// <param name="Regime">The regime file, for the words of its rules.</param>
/// <param name="Society">The society file, for the words of its conducts.</param>
/// <param name="Seed">The history's seed.</param>
/// <param name="Directives">Directives by twin, as the history stored them.</param>
/// <param name="Marks">Marks at the end, by district and person.</param>
public sealed record LoadedRun(
    RunPlan Plan,
    Regime Regime,
    Society Society,
    ulong Seed,
    IReadOnlyList<IReadOnlyList<Directive>> Directives,
    uint[][] Marks)
{
    /// <summary>Takes the first history of a run from its folder.</summary>
    /// <exception cref="RefusedException">There is no finished history, or the files are no longer what they were.</exception>
    public static LoadedRun Open(RunFolder folder, Shelf shelf)
    {
        var (setup, _) = Resumption.Open(folder, shelf, threads: 1);
        var seed = setup.Request.Seed;
        var tape = folder.Seed(seed, setup.Fingerprint(0));
        if (!tape.IsFinished)
        {
            throw new RefusedException(Refusal.Usage,
                $"{folder.Path} has no finished history yet. Go on with: glasshouse run --resume {folder.Path}");
        }
        var plan = setup.Plan(folder);
        var (outcome, _) = tape.Outcome(plan.Society.Measures);
        return new LoadedRun(plan, setup.Regime, setup.Society, seed, tape.Directives(), outcome.Marks);
    }

    /// <summary>Prepares the replay of a person's district.</summary>
    /// <param name="person">The person.</param>
    /// <param name="without">A record to take away on entry, if any: week of the history and number, both from 0.</param>
    /// <exception cref="RefusedException">There is no such person.</exception>
    public Replay Replay(PersonId person, (int Week, int Ordinal)? without = null)
    {
        var districts = District.Split(Plan.People).Length;
        if (person.District >= districts)
        {
            throw new RefusedException(Refusal.Usage, districts == 1
                ? $"There is no district {person.District}: the run has one district, 0."
                : $"There is no district {person.District}: the run has the districts 0 to {districts - 1}.");
        }
        var replay = new Replay(Plan, Seed, person.District, Directives) { Without = without };
        var roster = replay.District.Roster;
        if (person.Number >= roster.Slots || !roster.Lives(person.Number))
        {
            var last = Enumerable.Range(0, roster.Slots).Last(roster.Lives);
            throw new RefusedException(Refusal.Usage,
                $"Nobody is {person}: the people of district {person.District} have numbers from 0 to {last}"
                + (person.Number <= last ? ", some of them left empty." : "."));
        }
        replay.District.Watched = person.Number;
        return replay;
    }

    /// <summary>Refuses a replay that did not come to what the run stored: other files made it, or another version.</summary>
    /// <exception cref="RefusedException">The marks at the end differ.</exception>
    internal void Verify(District replayed)
    {
        if (!replayed.Kinds().AsSpan().SequenceEqual(Marks[replayed.Number]))
        {
            throw new RefusedException(Refusal.Input,
                "The run cannot be replayed: its lives come out otherwise now. Other files made it, or another version.");
        }
    }
}

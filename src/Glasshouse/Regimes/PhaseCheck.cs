using Glasshouse.Files;
using Glasshouse.Kernel;

namespace Glasshouse.Regimes;

/// <summary>
/// Phases follow each other, name what there is and change something; what states years of its own is in force at some time.
/// </summary>
internal static class PhaseCheck
{
    public static void Check(Reading<Regime> r, Regime regime, IReadOnlyList<Regime>? included, FaultList faults)
    {
        foreach (var scale in ScaleText.Of(regime))
        {
            Years(r, scale.Path + "rows", scale.Text.Rows.Select(x => (x.Key, x.Value.FromYear, x.Value.UntilYear)), faults);
            Years(r, scale.Path + "direct-grades", scale.Text.DirectGrades.Select(x => (x.Key, x.Value.FromYear, x.Value.UntilYear)),
                faults);
            Years(r, scale.Path + "consequences", scale.Text.Consequences.Select(x => (x.Key, x.Value.FromYear, x.Value.UntilYear)),
                faults);
        }

        var known = Known(r, regime, included ?? []);
        var week = -1;
        (string Id, HashSet<string> Out, double Share) before = ("", [], 1);
        foreach (var (id, phase) in regime.Phases)
        {
            var path = $"phases.{id}";
            Begins(r, path, id, phase, regime, faults);
            if (phase is { IsAnswer: false, FromYear: { } year })
            {
                if (phase.FromWeek <= week)
                {
                    faults.Add(FaultCode.PhaseOrder, r.At($"{path}.from-year.value"),
                        $"'{id}' from year {year.Value}, not after '{before.Id}', the phase before it",
                        "phases in the order of their years");
                }

                week = Math.Max(week, phase.FromWeek);
            }

            var unread = Named(r, path, phase, known, included is null ? regime.Includes : [], faults);
            var now = (id, Out: known.Where(k => phase.Without.Any(w => Timetable.Names(w, k))).ToHashSet(),
                Share: phase.Districts?.Value ?? 1);
            if (!unread && !phase.Erases && now.Share == before.Share && now.Out.SetEquals(before.Out))
            {
                faults.Add(FaultCode.PhaseWithoutChange, r.KeyAt(path), $"'{id}', in which the same is in force as before it",
                    "'without' or 'districts' that change something");
            }

            before = now;
        }
    }

    private static void Begins(Reading<Regime> r, string path, string id, Phase phase, Regime regime, FaultList faults)
    {
        if (phase is { FromYear: null, IsAnswer: false }
            && r.Keys(path).All(key => key is not ("from-year" or "when-support-below" or "when-protest-above")))
        {
            faults.Add(FaultCode.PhaseBegins, r.KeyAt(path), $"no beginning of '{id}'",
                "'from-year', 'when-support-below' or 'when-protest-above'");
        }

        var behind = regime.Phases.SkipWhile(p => p.Key != id).Skip(1).Where(p => !p.Value.IsAnswer);
        if (phase.IsAnswer && behind.FirstOrDefault() is { Value: { } next } pair && next.FromWeek <= phase.FromWeek)
        {
            faults.Add(FaultCode.PhaseBegins, r.KeyAt(path),
                $"'{id}' can begin from year {phase.FromYear?.Value ?? 0}, when '{pair.Key}' behind it has begun",
                "a year before that of the phase behind it");
        }
    }

    private static void Years(
        Reading<Regime> r, string path, IEnumerable<(string Id, Figure? From, Figure? Until)> entries, FaultList faults)
    {
        foreach (var (id, from, until) in entries)
        {
            if (until is not null && Calendar.FromYears(until.Value) <= Calendar.FromYears(from?.Value ?? 0))
            {
                faults.Add(FaultCode.NeverInForce, r.At($"{path}.{id}.until-year"),
                    $"'{id}' until year {until.Value}, not after year {from?.Value ?? 0}, from which it is in force",
                    "'until-year' after 'from-year'");
            }
        }
    }

    // True if some name cannot be told: it belongs to a file that was not read, or is unknown and a fault already.
    private static bool Named(
        Reading<Regime> r, string path, Phase phase, HashSet<string> known, IReadOnlyList<string> unread, FaultList faults)
    {
        var untold = false;
        for (var i = 0; i < phase.Without.Count; i++)
        {
            var name = phase.Without[i];
            if (unread.Any(u => name.StartsWith(u + "/", StringComparison.Ordinal)))
            {
                untold = true;
            }
            else if (!known.Any(k => Timetable.Names(name, k)))
            {
                untold = true;
                faults.Add(FaultCode.UnknownInPhase, r.At($"{path}.without.{i}"),
                    $"unknown row, ground or consequence {Spelling.Quote(name)}",
                    "an id, a scale's id before '/' and an id of it, or '*' for all", Spelling.Nearest(name, known));
            }
        }

        return untold;
    }

    // By the keys of the file, so that a row lost to a fault of its own is known all the same.
    private static HashSet<string> Known(Reading<Regime> r, Regime regime, IReadOnlyList<Regime> included)
    {
        var known = Timetable.Of(Including.Merge(regime, included)).Ids.ToHashSet();
        foreach (var scale in ScaleText.Of(regime))
        {
            foreach (var section in (string[])["rows", "direct-grades", "consequences"])
            {
                known.UnionWith(r.Keys(scale.Path + section).Select(key => scale.Prefix + key));
            }
        }

        return known;
    }
}

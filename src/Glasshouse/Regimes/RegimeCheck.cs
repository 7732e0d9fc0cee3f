using Glasshouse.Acting;
using Glasshouse.Files;

namespace Glasshouse.Regimes;

/// <summary>
/// What a regime file must hold beyond its form: its names refer to something, its grades and ladders are in order, and every
/// row can fire or says why not. Names are looked up among the keys of the file, so that a faulty row is reported once.
/// </summary>
public static class RegimeCheck
{
    /// <summary>The first line's word: the kind of file and the version of its language.</summary>
    public const string SchemaWord = "glasshouse/regime/v1";

    /// <summary>
    /// The faults of a regime over a society's conducts, in file order; none if the file could not be bound at all. They come
    /// beside <see cref="Reading{T}.Faults"/>, which the reader found.
    /// </summary>
    /// <param name="r">The reading.</param>
    /// <param name="conducts">Conducts of the society.</param>
    /// <param name="included">The regimes that it includes; null if they were not read, and then what it calls by their names is not
    /// checked.</param>
    /// <param name="groups">Groups of the society; null if they are not known, and then names of groups are not checked.</param>
    public static IReadOnlyList<Fault> Check(
        Reading<Regime> r, IReadOnlyDictionary<string, Conduct> conducts, IReadOnlyList<Regime>? included = null,
        IReadOnlyCollection<string>? groups = null)
    {
        var faults = new FaultList(r.File);
        if (r.Draft is { } regime)
        {
            Head(r, regime, faults);
            var links = new LinkNames(regime, included);
            var merged = Including.Merge(regime, included ?? []);
            foreach (var scale in ScaleText.Of(regime))
            {
                GradeCheck.Check(r, scale, faults);
                RowCheck.Check(r, scale, links, conducts, faults);
                LadderCheck.Check(r, scale, faults);
                WeightCheck.Check(r, scale, merged, faults);
                Repairs(r, scale, links, faults);
                SpillCheck.Check(r, scale, regime.Subjects, faults);
                Trade(r, scale, faults);
            }

            RoomCheck.Check(r, regime, included, faults);
            PhaseCheck.Check(r, regime, included, faults);
            AttentionCheck.Check(r, regime, conducts, groups, faults);
        }

        return faults.InOrder();
    }

    private static void Head(Reading<Regime> r, Regime regime, FaultList faults)
    {
        if (regime.Schema != SchemaWord)
        {
            faults.Add(FaultCode.SchemaWord, r.At("schema"), $"schema {Spelling.Quote(regime.Schema)}", SchemaWord);
        }

        var name = Path.GetFileNameWithoutExtension(r.File);
        if (regime.Id != name)
        {
            faults.Add(FaultCode.FileName, r.At("id"), $"id {Spelling.Quote(regime.Id)}", $"the file's name, '{name}'");
        }
    }

    // Points that were never entered one by one can neither be handed over nor be bought.
    private static void Trade(Reading<Regime> r, ScaleText scale, FaultList faults)
    {
        if (scale.Text.Score is not { Counts: not Counts.Points } score)
        {
            return;
        }
        foreach (var (key, count) in new[] { ("spending", score.Spending.Count), ("sale", score.Sale.Count) })
        {
            if (count > 0)
            {
                faults.Add(FaultCode.Spending, r.KeyAt($"{scale.Path}score.{key}"),
                    $"{key} on a scale of {Spelling.Kebab(score.Counts.ToString())}", "a scale that counts points");
            }
        }
    }

    private static void Repairs(Reading<Regime> r, ScaleText scale, LinkNames links, FaultList faults)
    {
        var grounds = r.Keys(scale.Path + "direct-grades");
        var rows = r.Keys(scale.Path + "rows");
        foreach (var (id, repair) in scale.Text.Repairs)
        {
            var path = $"{scale.Path}repairs.{id}";
            for (var i = 0; i < repair.Of.Count; i++)
            {
                Known(repair.Of[i], [.. grounds, .. rows], $"{path}.of.{i}", "row or ground", "rows or direct-grades");
            }

            if (repair is { ToRow: null, ToGrade: null } && !r.Keys(path).Any(key => key is "to-row" or "to-grade" or "clears"))
            {
                faults.Add(FaultCode.UnknownRepairTarget, r.KeyAt(path), $"no target in '{path}'",
                    "'to-row', 'to-grade' or 'clears: true'");
            }

            if (repair.With is { } with && !links.HasRepair(scale, with))
            {
                faults.Add(FaultCode.UnknownRepairTarget, r.At($"{path}.with"), $"unknown repair {Spelling.Quote(with)}",
                    "an id of repairs, or a scale's id, '/' and an id of its repairs");
            }

            if (repair.ToRow is not null)
            {
                Known(repair.ToRow, rows, $"{path}.to-row", "row", "rows");
            }
        }

        void Known(string name, IReadOnlyCollection<string> known, string path, string noun, string section)
        {
            if (!known.Contains(name))
            {
                faults.Add(FaultCode.UnknownRepairTarget, r.At(path), $"unknown {noun} {Spelling.Quote(name)}",
                    $"an id of {section}", Spelling.Nearest(name, known));
            }
        }
    }
}

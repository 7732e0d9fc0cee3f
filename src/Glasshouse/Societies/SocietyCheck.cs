using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Societies;

/// <summary>
/// What a society file must hold beyond its form: shares add up, names refer to something, the tables have room for it, and it
/// stands for many people, never for one.
/// </summary>
public static class SocietyCheck
{
    /// <summary>The first line's word: the kind of file and the version of its language.</summary>
    public const string SchemaWord = "glasshouse/society/v1";

    /// <summary>How far a sum of shares may be from 1.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>Largest share of the people that may be alike in age band, household size, place and group.</summary>
    public const double LargestCell = 0.95;

    private const int Groups = 2;

    /// <summary>
    /// The faults of a society, in file order; none if the file could not be bound at all. They come beside
    /// <see cref="Reading{T}.Faults"/>, which the reader found.
    /// </summary>
    public static IReadOnlyList<Fault> Check(Reading<Society> r)
    {
        var faults = new FaultList(r.File);
        if (r.Draft is { } society)
        {
            Head(r, society, faults);
            People(r, society.Population, faults);
            foreach (var (id, conduct) in society.Conducts)
            {
                Conduct(r, $"conducts.{id}", conduct, society, faults);
            }
            if (society.Firms is { } firms)
            {
                FirmCheck.Check(r, firms, faults);
                Whole(r, "firms.sectors", [.. firms.Sectors.Values.Select(s => s.Share.Value)], faults);
            }
            Number(r, "conducts", "conducts", 1, ConductTable.MaxConducts, faults);
            Members(r, society, faults);
        }
        return faults.InOrder();
    }

    private static void Head(Reading<Society> r, Society society, FaultList faults)
    {
        if (society.Schema != SchemaWord)
        {
            faults.Add(FaultCode.SchemaWord, r.At("schema"), $"schema {Spelling.Quote(society.Schema)}", SchemaWord);
        }
        var name = Path.GetFileNameWithoutExtension(r.File);
        if (society.Id != name)
        {
            faults.Add(FaultCode.FileName, r.At("id"), $"id {Spelling.Quote(society.Id)}", $"the file's name, '{name}'");
        }
    }

    private static void People(Reading<Society> r, PopulationFigures people, FaultList faults)
    {
        var ages = people.Ages.Values.Select(a => a.Share.Value).ToList();
        var sizes = people.HouseholdSizes.Values.Select(s => s.Share.Value).ToList();
        var groups = people.Groups.Values.Select(g => g.Share.Value).ToList();
        Whole(r, "population.ages", ages, faults);
        Whole(r, "population.household-sizes", sizes, faults);
        Whole(r, "population.groups", groups, faults);
        Number(r, "population.groups", "groups", Groups, Groups, faults);
        BandCheck.Check(r, people, faults);
        Correlations(r, people, faults);
        if (ages.Count > 0 && sizes.Count > 0 && groups.Count > 0)
        {
            var urban = people.UrbanShare.Value;
            var alike = ages.Max() * sizes.Max() * Math.Max(urban, 1 - urban) * groups.Max();
            if (alike > LargestCell)
            {
                faults.Add(FaultCode.StandsForOne, r.KeyAt("population"),
                    $"a society whose people are nearly all alike ({alike:P1} share age band, household size, place and group)",
                    "marginals spread over many kinds of people: no file can stand for one person");
            }
        }
    }

    private static void Correlations(Reading<Society> r, PopulationFigures people, FaultList faults)
    {
        var sound = true;
        foreach (var pair in people.Correlations.Keys)
        {
            var names = pair.Split('+');
            if (names.Length != 2 || !Copula.TryTrait(names[0], out var a) || !Copula.TryTrait(names[1], out var b) || a == b)
            {
                sound = false;
                faults.Add(FaultCode.Correlations, r.KeyAt($"population.correlations.{pair}"),
                    $"{Spelling.Quote(pair)}, which does not name two traits", "two different traits joined by '+'");
            }
        }
        if (sound && !Copula.Holds(people.Correlations))
        {
            faults.Add(FaultCode.Correlations, r.KeyAt("population.correlations"), "correlations that contradict each other",
                "a positive definite matrix: weaken the largest ones");
        }
    }

    private static void Conduct(Reading<Society> r, string path, Conduct conduct, Society society, FaultList faults)
    {
        var temperaments = r.Keys("temperaments");
        if (!temperaments.Contains(conduct.Temperament))
        {
            faults.Add(FaultCode.UnknownTemperament, r.At($"{path}.temperament"),
                $"unknown temperament {Spelling.Quote(conduct.Temperament)}", Spelling.OneOf(temperaments),
                Spelling.Nearest(conduct.Temperament, temperaments));
        }
        Number(r, $"{path}.levels", "levels", 1, RuleTable.Levels, faults);
        Whole(r, $"{path}.levels", [.. conduct.Levels.Values.Select(l => l.Share.Value)], faults);
        if (conduct.Leaves != Leaves.Nothing && conduct.LastsWeeks is null && !r.Keys(path).Contains("lasts-weeks"))
        {
            faults.Add(FaultCode.NoEnd, r.At($"{path}.leaves"), "a mark without the weeks that it lasts",
                "'lasts-weeks' beside 'leaves'");
        }
        if (conduct.Who.Contains(Role.Urban) && conduct.Who.Contains(Role.Rural))
        {
            faults.Add(FaultCode.NeverFires, r.At($"{path}.who"), "'urban' and 'rural' together",
                "roles that one person can hold");
        }
    }

    private static void Members(Reading<Society> r, Society society, FaultList faults)
    {
        var conducts = r.Keys("conducts");
        foreach (var (group, members) in society.ConductGroups)
        {
            for (var i = 0; i < members.Count; i++)
            {
                if (!conducts.Contains(members[i]))
                {
                    faults.Add(FaultCode.UnknownMember, r.At($"conduct-groups.{group}.{i}"),
                        $"unknown conduct {Spelling.Quote(members[i])} in the group '{group}'", "a conduct of this file",
                        Spelling.Nearest(members[i], conducts));
                }
            }
        }
    }

    // Shares are only summed if none was lost to a fault of its own.
    private static void Whole(Reading<Society> r, string path, List<double> shares, FaultList faults)
    {
        var sum = shares.Sum();
        if (shares.Count > 0 && shares.Count == r.Keys(path).Count && Math.Abs(sum - 1) > Tolerance)
        {
            faults.Add(FaultCode.Shares, r.KeyAt(path), $"shares of '{path}' that add up to {sum:0.#######}",
                "shares that add up to 1");
        }
    }

    private static void Number(Reading<Society> r, string path, string noun, int least, int most, FaultList faults)
    {
        var count = r.Keys(path).Count;
        if (count < least || count > most)
        {
            faults.Add(FaultCode.TooMany, r.KeyAt(path), $"{count} {noun} in '{path}'",
                least == most ? $"exactly {least}" : $"{least} to {most}");
        }
    }
}

using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Evidence;

/// <summary>Whether what a scenario names is there, and the arms that it makes.</summary>
internal sealed class ScenarioCheck(
    Reading<PublishedFinding> reading, Scenario scenario, InputFile file, Readings readings, FaultList faults)
{
    private const string RegimesBeside = "regimes";
    private readonly HashSet<(string, Mark)> _told = [];

    /// <summary>The arms; those with a fault are missing.</summary>
    public IReadOnlyList<(SocietySetup Society, RegimeSetup Regime)> Arms(string? society)
    {
        if (scenario.Arms.Count == 0 || (scenario.Arms.Count == 1 && scenario.Made != Contrast.Treated))
        {
            faults.Add(FaultCode.Measure, reading.KeyAt("scenario.arms"), $"{scenario.Arms.Count} arms",
                scenario.Arms.Count == 0 ? "at least one arm" : "a second arm to hold against, or the contrast 'treated'");
        }
        if (society is null || Found(() => readings.Society(society), FaultCode.UnknownSociety, "society") is not var (found, people))
        {
            return [];
        }
        if (people.Value is not { } draft || SocietyCheck.Check(people).Count > 0)
        {
            faults.Add(FaultCode.UnknownSociety, reading.At("society"), $"the society {Spelling.Quote(society)}, which has faults",
                "a society without faults; 'glasshouse check' names them");
            return [];
        }
        foreach (var (name, arm) in scenario.Arms)
        {
            Measure(draft, scenario.MeasureIn(arm), name);
        }
        var arms = scenario.Arms.Select(a => Arm(a.Key, a.Value, found, people)).ToList();
        if (scenario.Measure.Members == Members.Treated && arms.DistinctBy(a => a.Society.Key).Count() > 1)
        {
            faults.Add(FaultCode.Measure, reading.At("scenario.measure.members"), "'treated' over arms whose societies differ",
                "arms that are twins: 'set' of regime figures only, and the same 'off'");
        }
        return arms;
    }

    private (SocietySetup Society, RegimeSetup Regime) Arm(string name, Arm arm, InputFile society, Reading<Society> people)
    {
        var (regime, rules) = arm.Regime == RegimeTables.LawOnlyName ? default : Found(() => readings.Regime(arm.Regime,
            Path.Combine(Path.GetDirectoryName(file.Path) ?? "", RegimesBeside, arm.Regime + ".yaml")), FaultCode.UnknownRegime,
            $"scenario.arms.{name}.regime") ?? default;
        var ofSociety = people.Figures.Select(f => f.Path).ToHashSet();
        var ofRegime = rules?.Figures.Select(f => f.Path).ToHashSet() ?? [];
        var (inSociety, inRegime) = (new Dictionary<string, double>(), new Dictionary<string, double>());
        foreach (var (path, value) in arm.Set)
        {
            if (ofSociety.Contains(path.Text))
            {
                inSociety[path.Text] = value;
            }
            else if (ofRegime.Contains(path.Text))
            {
                inRegime[path.Text] = value;
            }
            else if (regime is not null || arm.Regime == RegimeTables.LawOnlyName)
            {
                faults.Add(FaultCode.UnknownFigure, reading.KeyAt($"scenario.arms.{name}.set.{path}"),
                    $"no figure {Spelling.Quote(path.Text)} in the society or the regime", "the path of a figure, keys joined by dots",
                    Spelling.Nearest(path.Text, ofSociety.Concat(ofRegime)));
            }
        }
        if (rules is not null)
        {
            Whole(rules, regime!, people, inRegime, $"scenario.arms.{name}");
        }
        Whole(society, inSociety, $"scenario.arms.{name}");
        return (new SocietySetup(society, people, inSociety, arm.Off), new RegimeSetup(regime, rules, inRegime, arm.YearsOn));
    }

    // Figures set may contradict each other, as shares that no longer add up to 1.
    private void Whole(InputFile society, Dictionary<string, double> set, string path)
    {
        if (set.Count > 0)
        {
            var read = Inspection.Read<Society>(society, Setups.Over(set, null));
            Told([.. read.Faults, .. SocietyCheck.Check(read)], path, "society");
        }
    }

    private void Whole(Reading<Regime> rules, InputFile regime, Reading<Society> people, Dictionary<string, double> set, string path)
    {
        var read = set.Count > 0 ? Inspection.Read<Regime>(regime, Setups.Over(set, null)) : rules;
        Told([.. read.Faults, .. Inspection.Check(read, people, regime)], path, "regime");
    }

    private void Told(IReadOnlyList<Fault> found, string path, string kind)
    {
        if (found.Count > 0)
        {
            faults.Add(kind == "regime" ? FaultCode.UnknownRegime : FaultCode.UnknownFigure, reading.KeyAt(path),
                $"a {kind} that has a fault so: {found[0].Found}, expected {found[0].Expected}", $"a {kind} without faults");
        }
    }

    // A fault that all arms share is told once, at the measure; one of an arm's own at the arm.
    private void Measure(Society society, Measurement measure, string name)
    {
        var path = $"scenario.arms.{name}";
        if (measure.What == Statistic.Indicator)
        {
            Indicator(society, measure, path);
            return;
        }
        foreach (var (key, variable) in Named(measure))
        {
            if (!Variables.Has(society, variable))
            {
                Told(FaultCode.UnknownVariable, path, key, $"unknown variable {Spelling.Quote(variable)}",
                    "a variable ('glasshouse list variables')", Variables.Nearest(society, variable));
            }
        }
        if (Statistics.NeedsTwo(measure.What) != measure.Against is not null)
        {
            Told(FaultCode.Measure, path, "against", $"'{Spelling.Kebab(measure.What.ToString())}' "
                + (measure.Against is null ? "without" : "with") + " a second variable",
                measure.Against is null ? "'against': the variable to hold it against" : "no 'against'");
        }
    }

    private void Indicator(Society society, Measurement measure, string path)
    {
        var indicator = Measuring.IndicatorNamed(measure.Of);
        if (indicator is null || (indicator.Group is { } group && !society.ConductGroups.ContainsKey(group)))
        {
            Told(FaultCode.UnknownIndicator, path, "of",
                $"unknown indicator {Spelling.Quote(measure.Of)}", "an indicator that the society counts ('glasshouse list indicators')",
                Spelling.Nearest(measure.Of, Measuring.Indicators.Select(i => i.Name)));
        }
        if (measure.Among.Count > 0 || measure.Against is not null || measure.Counts is not null || measure.Members != Members.Own)
        {
            Told(FaultCode.Measure, path, "among", "a filter or second variable beside an indicator",
                "an indicator alone, which is of all adults; or a statistic over persons");
        }
    }

    private void Told(string code, string arm, string key, string found, string expected, string? nearest = null)
    {
        var own = reading.Keys(arm).Contains(key.Split('.')[0]);
        var at = reading.At($"{(own ? arm : "scenario.measure")}.{key}");
        if (_told.Add((code, at)))
        {
            faults.Add(code, at, found, expected, nearest);
        }
    }

    private static IEnumerable<(string Key, string Name)> Named(Measurement measure)
    {
        yield return ("of", measure.Of);
        if (measure.Against is { } against)
        {
            yield return ("against", against);
        }
        foreach (var name in measure.Among.Keys)
        {
            yield return ($"among.{name}", name.Text);
        }
    }

    private T? Found<T>(Func<T> find, string code, string path) where T : struct
    {
        try
        {
            return find();
        }
        catch (FaultException missing)
        {
            var fault = missing.Faults[0];
            faults.Add(code, reading.At(path), $"{fault.Found}: {Spelling.Quote(fault.File)}", fault.Expected, fault.Nearest);
            return null;
        }
    }
}

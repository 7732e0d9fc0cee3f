using System.Globalization;
using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Population;
using Xunit;

namespace Glasshouse.Tests.Societies;

/// <summary>What the file says: the census tables are met exactly, and its own parts agree with each other.</summary>
public sealed class ChinaUrbanFileTests
{
    [Fact]
    public void The_file_has_no_faults() => Assert.Empty(ChinaUrban.Read().Faults);

    [Fact]
    public void Ages_and_households_are_those_of_the_census()
    {
        var population = ChinaUrban.Load().Population;
        var ages = population.Ages;
        Assert.Equal(0.1795, ages["0"].Share.Value, 1e-9);
        Assert.Equal(0.6335, ages["15"].Share.Value, 1e-9);
        Assert.Equal(0.187, ages.Where(a => Number(a.Key) >= 60).Sum(a => a.Value.Share.Value), 1e-9);
        Assert.Equal(2.62, population.HouseholdSizes.Sum(s => Number(s.Key) * s.Value.Share.Value), 1e-9);
        Assert.Equal(1, population.HouseholdSizes.Sum(s => s.Value.Share.Value), 1e-9);
        Assert.Equal(1, population.Groups.Sum(g => g.Value.Share.Value), 1e-9);
        Assert.Equal(0.6389, population.UrbanShare.Value, 1e-9);
        Assert.Equal(428.98 / 33.27, population.Roles.StaffPerFirm.Value, 0.01);
    }

    [Fact]
    public void Correlations_hold_together_at_both_ends_of_their_ranges()
    {
        var correlations = ChinaUrban.Load().Population.Correlations;
        foreach (Func<Figure, double> end in new Func<Figure, double>[] { f => f.Low!.Value, f => f.Value, f => f.High!.Value })
        {
            _ = new Copula(correlations.ToDictionary(
                c => c.Key, c => new Correlation { Rho = c.Value.Rho with { Value = end(c.Value.Rho) } }));
        }
    }

    [Fact]
    public void Groups_of_protected_conduct_leave_none_out()
    {
        var society = ChinaUrban.Load();
        Assert.All(society.ConductGroups.Values.SelectMany(ids => ids), id => Assert.Contains(id, society.Conducts.Keys));
        Same("petition", c => c.Right == Right.Petition);
        Same("assembly", c => c.Right == Right.Assembly);
        Same("belief", c => c.Right == Right.Belief);
        Same("critical-words", c => c.Voice == Voice.Critical);
        Same("supportive-words", c => c.Voice == Voice.Supportive);

        void Same(string group, Func<Conduct, bool> belongs) =>
            Assert.Equal(
                society.Conducts.Where(c => belongs(c.Value)).Select(c => c.Key).Order(StringComparer.Ordinal),
                society.ConductGroups[group].Order(StringComparer.Ordinal));
    }

    private static double Number(string key) => double.Parse(key, CultureInfo.InvariantCulture);
}

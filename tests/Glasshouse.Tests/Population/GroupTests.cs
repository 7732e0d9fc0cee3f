using Glasshouse.Engine;
using Glasshouse.Population;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Population;

/// <summary>
/// Which of the two groups somebody belongs to goes with nothing: no trait, role, place, firm or tie. So a gap between the groups is
/// the doing of a regime, or chance.
/// </summary>
public sealed class GroupTests
{
    private const int Districts = 24;
    private const int PerDistrict = 2_500;

    // Some 60,000 people and fewer than 60 quantities, each with a standard normal score under independence: one beyond 4.5 in fewer
    // than one of 2,000 seeds.
    private const double Bound = 4.5;

    private static readonly Lazy<List<One>> LazyPeople = new(Everybody);

    [Fact]
    public void Nothing_about_a_person_goes_with_the_group()
    {
        var people = LazyPeople.Value;
        Assert.All(Quantities(), quantity =>
        {
            var score = Score([.. people.Select(p => p.Group)], [.. people.Select(p => quantity.Of(p))]);
            Assert.True(Math.Abs(score) < Bound, $"{quantity.Name}: {score:F1} standard errors");
        });
    }

    [Fact]
    public void Nobody_to_whom_a_person_is_tied_is_of_the_same_group_more_often()
    {
        var people = LazyPeople.Value.ToDictionary(p => (p.District, p.Slot));
        (string Name, Func<One, int> Other)[] ties =
        [
            ("home", p => p.Roster.Household[p.Slot]),
            ("work", p => p.Roster.Employer[p.Slot]),
            ("taken for", p => p.Roster.Lookalike[p.Slot]),
            ("next place", p => p.Slot + 1),
            ("neighbourhood", p => p.Slot / Roster.BlockSize * Roster.BlockSize),
        ];
        foreach (var (name, other) in ties)
        {
            var pairs = people.Values.Select(p => (One: p, Other: people.GetValueOrDefault((p.District, other(p)))))
                .Where(p => p.Other is not null && p.Other != p.One).ToList();
            Assert.True(pairs.Count > 10_000, $"{name}: {pairs.Count} pairs");
            var score = Score([.. pairs.Select(p => p.One.Group)], [.. pairs.Select(p => p.Other!.Group)]);
            Assert.True(Math.Abs(score) < Bound, $"{name}: {score:F1} standard errors");
        }
    }

    // The measure above would see a link as weak as this one: groups a tenth of a standard deviation apart.
    [Fact]
    public void A_weak_link_would_be_seen()
    {
        var people = LazyPeople.Value;
        var linked = people.Select(p => (double)p.Roster.TraitOf(Trait.Education)[p.Slot] + 0.1 * p.Group).ToArray();
        Assert.True(Score([.. people.Select(p => p.Group)], linked) > Bound);
    }

    private static IEnumerable<(string Name, Func<One, double> Of)> Quantities()
    {
        foreach (var trait in Enum.GetValues<Trait>())
        {
            yield return (trait.ToString(), p => p.Roster.TraitOf(trait)[p.Slot]);
        }
        foreach (var role in Enum.GetValues<Role>())
        {
            yield return (role.ToString(), p => (p.Twin.Situation.Roles[p.Slot] & RoleBits.Of(role)) != 0 ? 1 : 0);
        }
        yield return ("in the workforce", p => (p.Roster.Roles[p.Slot] & RoleBits.Workforce) != 0 ? 1 : 0);
        yield return ("without a file", p => (p.Twin.Situation.Roles[p.Slot] & RoleBits.NoFile) != 0 ? 1 : 0);
        yield return ("disposition", p => p.Roster.Disposition[p.Slot]);
        yield return ("activity", p => p.Roster.Activity[p.Slot]);
        yield return ("confusability", p => p.Roster.Confusability[p.Slot]);
        yield return ("household", p => p.Roster.HouseholdSize[p.Slot]);
        yield return ("close ties", p => p.Twin.Situation.Ties[p.Slot]);
        yield return ("savings", p => p.Twin.Situation.Savings[p.Slot]);
        yield return ("debt", p => p.Twin.Situation.Debt[p.Slot]);
        yield return ("works in a firm", p => p.Firm >= 0 ? 1 : 0);
        yield return ("size of the firm", p => p.Firm >= 0 ? p.Roster.Firms.Staff(p.Firm) : 0);
        yield return ("self-employed unit", p => p.Firm >= 0 && p.Roster.Firms.IsOwnAccount(p.Firm) ? 1 : 0);
        yield return ("connected firm", p => p.Firm >= 0 && p.Roster.Firms.IsConnected(p.Firm) ? 1 : 0);
        yield return ("management of the firm", p => p.Firm >= 0 ? p.Roster.Firms.Management(p.Firm) : 0);
        yield return ("debt of the firm", p => p.Firm >= 0 ? p.Roster.Firms.Leverage(p.Firm) : 0);
        for (var sector = 0; sector < Shipped.Society.Firms!.Sectors.Count; sector++)
        {
            var one = sector;
            yield return ($"sector {one}", p => p.Firm >= 0 && p.Roster.Firms.Sector(p.Firm) == one ? 1 : 0);
        }
    }

    /// <summary>Correlation times the root of the number: standard normal where the first is drawn for each by itself.</summary>
    private static double Score(double[] group, double[] other)
    {
        var (a, b) = (group.Average(), other.Average());
        var (both, first, second) = (0.0, 0.0, 0.0);
        for (var i = 0; i < group.Length; i++)
        {
            both += (group[i] - a) * (other[i] - b);
            first += (group[i] - a) * (group[i] - a);
            second += (other[i] - b) * (other[i] - b);
        }
        return second == 0 ? 0 : both / Math.Sqrt(first * second) * Math.Sqrt(group.Length);
    }

    private static List<One> Everybody()
    {
        var plan = Shipped.Plan(people: Districts * PerDistrict);
        var people = new List<One>();
        for (var d = 0; d < Districts; d++)
        {
            var district = new District(plan, 11, (uint)d, PerDistrict);
            var roster = district.Roster;
            people.AddRange(Enumerable.Range(0, roster.Slots).Where(roster.Lives)
                .Select(slot => new One(d, slot, roster, district.Twins[0])));
        }
        return people;
    }

    private sealed record One(int District, int Slot, Roster Roster, Twin Twin)
    {
        public double Group { get; } = Roster.Group[Slot];

        public int Firm { get; } = Roster.Employer[Slot] == Roster.NoFirm ? -1 : Roster.Firms.Of(Roster.Employer[Slot]);
    }
}

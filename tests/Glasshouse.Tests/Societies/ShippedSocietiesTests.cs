using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Lab;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tallying;
using Glasshouse.Tests.Files;
using Xunit;
using static System.Globalization.CultureInfo;

namespace Glasshouse.Tests.Societies;

/// <summary>Every society that comes with the project is sound, and lives under ordinary law as its file puts it.</summary>
public sealed class ShippedSocietiesTests
{
    private const int People = 5_000;
    private const int Years = 4;

    public static TheoryData<string> Names() =>
    [
        .. Directory.GetFiles(Repository.PathOf("societies"), "*.yaml")
            .Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void They_are_known() =>
        Assert.Equal(["china-rural", "china-urban", "germany", "neutral", "united-states"], Names().Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_has_no_faults_and_a_page(string name)
    {
        var inspection = Inspection.OfSociety(File(name));
        Assert.Empty(inspection.Faults);
        Assert.Equal(name == "china-urban" ? [] : [Repository.PathOf("societies", "china-urban.yaml")], inspection.Extends);
        Assert.True(System.IO.File.Exists(Repository.PathOf("docs", "societies", name + ".md")));
    }

    // A variant that says a conduct is next to nothing must not forget its range, and none may add or lose one.
    [Theory]
    [MemberData(nameof(Names))]
    public void The_catalogue_of_conducts_is_shared(string name)
    {
        var conducts = Load(name).Conducts;
        Assert.Equal(Load("china-urban").Conducts.Keys, conducts.Keys);
        Assert.All(conducts.Values.Where(c => c.Rate.Value < 0.000005), c => Assert.True(c.Rate is { Low: 0, High: 0.00001 }));
    }

    // One history of 5,000 people: a mean that rests may move by a twentieth, by chance at that size; a share of persons by four
    // standard errors of the difference of two independent years more (a false alarm in less than one of 10,000 seeds).
    [Theory]
    [MemberData(nameof(Names))]
    public void Under_ordinary_law_it_rests_where_its_file_puts_it(string name)
    {
        var tables = new SocietyTables(Load(name));
        BaseRates.Solve(tables);
        Assert.All(tables.Conducts.BasePerWeek.ToArray(), rate => Assert.InRange(rate, 0, 10));
        var history = Run(tables);
        var outcome = history.Outcome();
        var years = outcome.Series[0].Chunk(tables.Measures.Count * Calendar.Year / Calendar.Exchange).ToList();

        Assert.Equal(0, outcome.Faults[0]);
        Measure[] stocks =
        [
            Measure.Stress, Measure.TrustInstitutions, Measure.TrustPeople, Measure.Support, Measure.Safety, Measure.Borrowers,
            Measure.RiskFinancial, Measure.RiskOnline, Measure.RiskPublic, Measure.RiskLegal,
        ];
        Assert.All(stocks, stock =>
        {
            var (first, last) = (Share(years[0], stock, Measure.Adults), Share(years[^1], stock, Measure.Adults));
            var chance = stock == Measure.Borrowers ? 4 * Math.Sqrt(2 * first * (1 - first) / (People * 0.75)) : 0;
            Assert.True(Math.Abs(last - first) <= 0.05 * first + chance, $"{stock}: {first:F4}, later {last:F4}");
        });
        var all = years.Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]);
        var society = tables.Society;
        Assert.Equal(society.Living.Unemployment.Value, 1 - Share(all, Measure.Employed, Measure.Workforce), 0.015);
        Assert.Equal(society.Population.Roles.Borrower.Value, Share(all, Measure.Borrowers, Measure.Adults), 0.04);
        Assert.InRange(Share(all, Measure.KeptSilent, Measure.Thought), 0.13, 0.45);

        // As many loans begin as end: a twentieth, and four standard errors of the count.
        var begun = (double)Sum(all, (int)Measure.LoansGranted);
        var ended = Sum(all, (int)Measure.Borrowers) * Calendar.Quarter / society.Living.LoanWeeks.Value;
        Assert.InRange(begun / ended, 0.95 - 4 / Math.Sqrt(begun), 1.05 + 4 / Math.Sqrt(begun));

        long Sum(long[] counts, int measure) =>
            Enumerable.Range(0, counts.Length / tables.Measures.Count).Sum(e => counts[e * tables.Measures.Count + measure]);
        double Share(long[] counts, Measure part, Measure whole)
        {
            double share = Sum(counts, (int)part) / (double)Sum(counts, (int)whole);
            return part is Measure.Employed or Measure.Borrowers or Measure.KeptSilent ? share : share / Fixed.One;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Who_lives_there_is_whom_its_tables_say(string name)
    {
        var tables = new SocietyTables(Load(name));
        var plan = Plan(tables);
        var rosters = District.Split(People).Select((n, d) => new District(plan, 7, (uint)d, n).Roster).ToList();
        var people = (from r in rosters from slot in Enumerable.Range(0, r.Slots) where r.Lives(slot) select (Roster: r, Slot: slot))
            .ToList();
        var figures = tables.Society.Population;
        foreach (var (from, band) in figures.Ages)
        {
            var (first, last) = (int.Parse(from, InvariantCulture), band.To);
            var share = people.Average(p => p.Roster.Age[p.Slot] >= first && p.Roster.Age[p.Slot] <= last ? 1.0 : 0);
            Assert.Equal(band.Share.Value, share, 0.004);
        }
        Assert.Equal(figures.UrbanShare.Value, people.Average(p => p.Roster.Is(p.Slot, Role.Urban) ? 1.0 : 0), 0.02);
        var mean = figures.HouseholdSizes.Sum(s => int.Parse(s.Key, InvariantCulture) * s.Value.Share.Value);
        Assert.Equal(mean, people.Count / (double)people.Count(p => p.Roster.Household[p.Slot] == p.Slot), 0.02);
    }

    private static History Run(SocietyTables tables)
    {
        var plan = Plan(tables);
        using var crew = new Crew(plan.Threads);
        var history = new History(plan, 31, crew);
        while (!history.Finished)
        {
            history.Advance();
        }
        return history;
    }

    private static RunPlan Plan(SocietyTables tables) => new()
    {
        Society = tables,
        Twins = [RegimeTables.LawOnly(tables.Conducts)],
        People = People,
        Years = Years,
        Threads = 1,
    };

    private static InputFile File(string name) =>
        InputFile.Read(FileKind.Society, Repository.PathOf("societies", name + ".yaml"));

    private static Society Load(string name) => Inspection.Read<Society>(File(name)).ValueOrThrow();
}

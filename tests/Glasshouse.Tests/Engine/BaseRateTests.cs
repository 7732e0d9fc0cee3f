using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>Under ordinary law alone, after burn-in, people do what the society's file says, and live as its findings say.</summary>
public sealed class BaseRateTests(BaseRateTests.Measured measured) : IClassFixture<BaseRateTests.Measured>
{
    private static readonly SocietyTables Tables = Shipped.Tables;

    // 213 conducts at a false-alarm rate of one in a thousand for all of them together: two-sided z = 4.55.
    private const double Limit = 4.55;

    [Fact]
    public void Acts_per_holder_of_the_roles_and_year_are_those_of_the_file()
    {
        var wrong = new List<string>();
        for (var k = 0; k < Tables.Conducts.Count; k++)
        {
            var expected = measured.HolderYears[k] * Tables.Conducts.Conducts[k].Rate.Value;
            if (expected >= 10)
            {
                // Chance in the count, and in who happens to live in the measured and in the solved society.
                var holders = 1 / measured.Holders[k] + 1 / measured.SolvedHolders(k);
                var spread = Math.Sqrt(1 / expected + measured.SquaredVariation(k) * holders);
                var z = (measured.Acts[k] / expected - 1) / spread;
                if (Math.Abs(z) > Limit)
                {
                    wrong.Add($"{Tables.Conducts.Ids[k]}: {measured.Acts[k]} acts, {expected:F0} expected, z = {z:F1}");
                }
            }
        }
        Assert.Empty(wrong);
    }

    // Rare conducts together: each is too rare to be told from chance alone.
    [Fact]
    public void Rare_conducts_together_are_as_rare_as_the_file_says()
    {
        var rare = Enumerable.Range(0, Tables.Conducts.Count)
            .Where(k => measured.HolderYears[k] * Tables.Conducts.Conducts[k].Rate.Value < 10).ToList();
        var expected = rare.Sum(k => measured.HolderYears[k] * Tables.Conducts.Conducts[k].Rate.Value);

        // z = 4 on the count, false-alarm rate 6e-5, and 5 percent for the solved society.
        var allowed = 0.05 * expected + 4 * Math.Sqrt(expected);
        Assert.InRange(rare.Sum(k => measured.Acts[k]), expected - allowed, expected + allowed);
    }

    [Fact]
    public void Households_towns_and_ages_are_those_of_the_census_of_2020()
    {
        // National Bureau of Statistics of China, Seventh National Population Census, 2020: 2.62 members, 63.89 percent in towns,
        // 17.95, 63.35 and 18.70 percent aged 0-14, 15-59 and 60 up. Drawn by systematic sampling, so that only whole persons and,
        // for towns, the sizes of households there are off: half a percent, one point, a fifth of a point.
        Assert.Equal(2.62, measured.People / (double)measured.Households, 0.0131);
        Assert.Equal(0.6389, measured.Urban / (double)measured.People, 0.01);
        Assert.Equal(0.1795, measured.Young / (double)measured.People, 0.002);
        Assert.Equal(0.1870, measured.Old / (double)measured.People, 0.002);
        Assert.Equal(0.6335, 1 - (measured.Young + measured.Old) / (double)measured.People, 0.002);
    }

    [Fact]
    public void Firms_have_the_staff_of_the_economic_census_of_2023()
    {
        // Fifth National Economic Census, 2023: 428.98 million employed in 33.27 million legal units. Whole firms in each district: half
        // a firm in about sixty.
        Assert.Equal(428.98 / 33.27, measured.Staff / (double)measured.Firms, 428.98 / 33.27 * 0.01);
    }

    [Fact]
    public void Purchases_online_have_the_share_of_retail_sales_online()
    {
        // National Bureau of Statistics of China, 2023: 27.6 percent of retail sales. The file rounds to a tenth of a purchase (0.2
        // points); half a million purchases leave chance 0.1 points, and who lives there moves the rate by about one percent (0.3).
        var online = measured.ActsOf("online-purchase");
        Assert.Equal(0.276, online / (online + measured.ActsOf("shop-purchase")), 0.006);
    }

    [Fact]
    public void No_more_than_three_in_ten_debtors_with_property_comply_of_themselves()
    {
        // Supreme People's Court of China, on cases before the list of defaulters: fewer than 30 percent of debtors with property.
        // The file takes the bound for the 65 percent that have property, so chance goes both ways: z = 3.1, one in a thousand.
        var propertied = measured.ActsOf("judgment-debt") * 0.65;
        Assert.InRange(measured.Complied / propertied, 0, 0.3 + 3.1 * Math.Sqrt(0.3 * 0.7 / propertied));
    }

    /// <summary>Twelve societies of 3,000 people, two years each after burn-in.</summary>
    public sealed class Measured
    {
        private const int Seeds = 12;
        private readonly double[] _sum = new double[Tables.Conducts.Count];
        private readonly double[] _squares = new double[Tables.Conducts.Count];

        public Measured()
        {
            var plan = Shipped.Plan(people: 3_000, years: 2, burnInYears: 4) with { Twins = [RegimeTables.LawOnly(Tables.Conducts)] };
            for (var seed = 100UL; seed < 100 + Seeds; seed++)
            {
                Weekly.Run(plan, seed, (district, week) =>
                {
                    if (week >= plan.BurnInWeeks)
                    {
                        Look(district, week - plan.BurnInWeeks);
                    }
                });
            }
        }

        public double[] Acts { get; } = new double[Tables.Conducts.Count];

        public double[] HolderYears { get; } = new double[Tables.Conducts.Count];

        /// <summary>Persons who hold the roles, at the fork, over all societies.</summary>
        public double[] Holders { get; } = new double[Tables.Conducts.Count];

        public double Complied { get; private set; }

        public int People { get; private set; }

        public int Households { get; private set; }

        public int Urban { get; private set; }

        public int Young { get; private set; }

        public int Old { get; private set; }

        public int Staff { get; private set; }

        public int Firms { get; private set; }

        public double ActsOf(string conduct) => Acts[Tables.Conducts.IndexOf(conduct)];

        /// <summary>Squared coefficient of variation of the factor by which persons differ in a conduct.</summary>
        public double SquaredVariation(int k) => _squares[k] * Holders[k] / (_sum[k] * _sum[k]) - 1;

        /// <summary>Holders in the society of 5,000 people that base rates are solved on.</summary>
        public double SolvedHolders(int k) => Holders[k] * 5_000 / (Seeds * 3_000);

        private void Look(District district, int week)
        {
            foreach (ref readonly var act in district.Twins[0].Acts.All)
            {
                Acts[act.Conduct]++;
                Complied += act.Level == 0 && Tables.Conducts.Ids[act.Conduct] == "judgment-debt" ? 1 : 0;
            }
            if (week % Calendar.Exchange == 0)
            {
                CountHolders(district, isFirst: week == 0);
            }
            if (week == 0)
            {
                CountPeople(district.Roster);
            }
        }

        private void CountHolders(District district, bool isFirst)
        {
            var factors = new double[district.Roster.Slots];
            var roles = district.Twins[0].Situation.Roles.Span;
            for (var k = 0; k < Tables.Conducts.Count; k++)
            {
                if (isFirst)
                {
                    district.TemperamentFactors(Tables.Conducts.Temperament[k], factors);
                }
                var need = Tables.Conducts.Roles[k];
                for (var slot = 0; slot < factors.Length; slot++)
                {
                    if ((roles[slot] & need) == need)
                    {
                        HolderYears[k] += (double)Calendar.Exchange / Calendar.Year;
                        Holders[k] += isFirst ? 1 : 0;
                        _sum[k] += isFirst ? factors[slot] : 0;
                        _squares[k] += isFirst ? factors[slot] * factors[slot] : 0;
                    }
                }
            }
        }

        private void CountPeople(Roster roster)
        {
            for (var slot = 0; slot < roster.Slots; slot++)
            {
                if (roster.Lives(slot))
                {
                    People++;
                    Households += roster.Household[slot] == slot ? 1 : 0;
                    Urban += roster.Is(slot, Role.Urban) ? 1 : 0;
                    Young += roster.Age[slot] < 15 ? 1 : 0;
                    Old += roster.Age[slot] >= 60 ? 1 : 0;
                    var legal = roster.Firms.Of(roster.Employer[slot]) is >= 0 and var firm && !roster.Firms.IsOwnAccount(firm);
                    Staff += legal ? 1 : 0;
                    Firms += legal && roster.Employer[slot] == slot ? 1 : 0;
                }
            }
        }
    }
}

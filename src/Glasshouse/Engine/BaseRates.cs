using Glasshouse.Acting;
using Glasshouse.Living;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Engine;

/// <summary>
/// Solves the base hazards so that under ordinary law, after burn-in and with all modifiers, people do each conduct at the published
/// rate, and so that unemployment stays where the file puts it. A small society with a seed of its own is let settle; half-yearly
/// every base is divided by the mean factor that its people have then. It depends on the society file alone, never on a run's seed.
/// </summary>
public static partial class BaseRates
{
    /// <summary>Seed of the society that the rates are solved on.</summary>
    public const ulong Seed = 0x62617365;

    private const int People = 5000;
    private const int Rounds = 8;
    private const int RoundWeeks = 26;

    /// <summary>Solves and writes the rates into the society's tables.</summary>
    public static void Solve(SocietyTables society)
    {
        IReadOnlyList<RegimeTables> law = [RegimeTables.LawOnly(society.Conducts)];
        var plan = new RunPlan { Society = society, Twins = law, People = People, Years = 1, Threads = 1 };
        for (var pass = 0; pass < 2; pass++)
        {
            var districts = District.Split(People).Select((n, d) => new District(plan, Seed, (uint)d, n)).ToList();
            var sums = new Sums(society.Conducts.Count);
            for (var round = 0; round < Rounds; round++)
            {
                Run(plan, districts, round * RoundWeeks);
                var now = new Sums(society.Conducts.Count);
                districts.ForEach(d => Add(society, d, now));
                Apply(society, now);
                if (round >= Rounds / 2)
                {
                    sums.Add(now);
                }
                districts.ForEach(d => d.Redraw());
            }
            Apply(society, sums);
        }
    }

    private static void Run(RunPlan plan, List<District> districts, int from)
    {
        for (var week = from; week < from + RoundWeeks; week++)
        {
            districts.ForEach(d => d.Pass(week, null));
            if ((week + 1) % Kernel.Calendar.Exchange == 0)
            {
                districts.ForEach(d => d.CloseTotals());
                var directive = Directive.Collect(districts, 0, plan.Society.Conducts.Count);
                for (var d = 0; d < districts.Count; d++)
                {
                    History.Apply(plan, districts[d].Twins[0], directive, districts[d].Twins[0].Signal, d, districts.Count, week);
                }
            }
        }
    }

    private static void Add(SocietyTables society, District district, Sums sums)
    {
        var conducts = society.Conducts;
        var twin = district.Twins[0];
        var people = district.Deciders(twin);
        var factors = new double[district.Roster.Slots];
        var sorted = Enumerable.Range(0, conducts.Count).OrderBy(k => conducts.Temperament[k]).ToList();
        var temperament = -1;
        foreach (var k in sorted)
        {
            if (conducts.Temperament[k] != temperament)
            {
                temperament = conducts.Temperament[k];
                district.TemperamentFactors(temperament, factors);
            }
            for (var slot = 0; slot < factors.Length; slot++)
            {
                var holds = (twin.Situation.Roles[slot] & conducts.Roles[k]) == conducts.Roles[k];
                if (!holds || factors[slot] == 0)
                {
                    continue;
                }
                sums.Holders[k]++;
                if ((twin.Situation.Marks[slot] & conducts.Leaves[k]) == 0)
                {
                    sums.Factors[k] += factors[slot] * Deciding.Factor(conducts, k, slot, people);
                }
            }
        }
        var bearing = district.Bearing(twin);
        for (var slot = 0; slot < factors.Length; slot++)
        {
            if (Lives.Idle(twin.Situation.Roles[slot]))
            {
                sums.Idle++;
                sums.Hired += society.Living.Hiring(district.Roster, twin.Situation, slot).Chance * bearing.Search(slot);
            }
            AddLife(society, district.Roster, twin.Situation, slot, sums);
        }
    }

    private static void AddLife(SocietyTables society, Roster roster, Situation situation, int slot, Sums sums)
    {
        var roles = situation.Roles[slot];
        if ((roles & RoleBits.Of(Role.Employed)) != 0)
        {
            sums.Employed++;
            sums.Loses += society.Living.Careers.LoseFactor(roster.TraitOf(Trait.Education)[slot], situation.Spell[slot]);
        }
        if ((roles & (RoleBits.Of(Role.Adult) | RoleBits.NoFile)) == RoleBits.Of(Role.Adult))
        {
            sums.OnFile++;
            sums.Defaulted += (roles & RoleBits.Defaulted) != 0 ? 1 : 0;
        }
    }

    private static void Apply(SocietyTables society, Sums sums)
    {
        var conducts = society.Conducts;
        for (var k = 0; k < conducts.Count; k++)
        {
            if (sums.Factors[k] > 0)
            {
                conducts.BasePerWeek[k] = conducts.Conducts[k].Rate.Value / Kernel.Calendar.Year * sums.Holders[k] / sums.Factors[k];
            }
        }
        society.Living.Careers.Scale = sums.Loses > 0 ? sums.Employed / sums.Loses : 1;
        society.Living.StartDefaulted = sums.OnFile > 0 ? sums.Defaulted / sums.OnFile : 0;
        if (sums.Idle > 0)
        {
            society.Living.ApplicationPerWeek = society.Living.ApplicationsFor(sums.Hired / sums.Idle, ClosingPerWeek(society));
        }
    }

    // Work that ends with its firm ends beside the separations of everybody in work; who works for the state is in no firm.
    private static double ClosingPerWeek(SocietyTables society)
    {
        if (society.Society.Firms is not { } firms)
        {
            return 0;
        }
        var failures = firms.Money.Closing.Sum(c => society.Society.Conducts[c].Rate.Value) / Kernel.Calendar.Year;
        return failures * firms.Money.JobsLost.Value * (1 - society.Society.Population.Roles.PublicStaff.Value);
    }

    private sealed class Sums(int conducts)
    {
        public double[] Factors { get; } = new double[conducts];

        public double[] Holders { get; } = new double[conducts];

        public double Idle { get; set; }

        public double Hired { get; set; }

        public double Employed { get; set; }

        public double Loses { get; set; }

        public double OnFile { get; set; }

        public double Defaulted { get; set; }

        public void Add(Sums other)
        {
            for (var k = 0; k < Factors.Length; k++)
            {
                Factors[k] += other.Factors[k];
                Holders[k] += other.Holders[k];
            }
            Idle += other.Idle;
            Hired += other.Hired;
            Employed += other.Employed;
            Loses += other.Loses;
            OnFile += other.OnFile;
            Defaulted += other.Defaulted;
        }
    }
}

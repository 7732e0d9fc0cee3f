using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Recording;

/// <summary>With feedback off, records are as many as the figures of the two files multiply to.</summary>
public sealed class RecordRateTests
{
    // Four channels and three origins: twelve two-sided tests at z = 4.0 raise a false alarm once in 1,300 choices of seeds.
    private const double Limit = 4.0;
    private const int Channels = 4;
    private const int Weeks = 156;

    private static readonly Regime Regime = NoFeedback.Regime;
    private static readonly ConductTable Conducts = NoFeedback.Tables.Conducts;
    private static readonly RegimeTables Tables = Compilation.Compile(
        Regime, Conducts, NoFeedback.Society.Living, NoFeedback.Society.Observing with { CrossDistrict = NoFeedback.Zero });

    [Fact]
    public void Records_by_channel_and_origin_are_as_many_as_the_figures_say()
    {
        var expected = new double[Channels * 3];
        var counted = new long[Channels * 3];
        double[]? next = null;
        var plan = Shipped.Plan(NoFeedback.Tables, Tables, people: 3_700, years: Weeks / Calendar.Year, burnInYears: 1);
        Weekly.Run(plan, 17, (district, week) =>
        {
            if (district.Twins.Count < 2)
            {
                return;
            }
            if (next is not null)
            {
                Count(district.Twins[1], counted);
                for (var i = 0; i < expected.Length; i++)
                {
                    expected[i] += next[i];
                }
            }

            // What a week's end leaves decides the next week, unless people come and go before it.
            next = (week + 1) % Calendar.Quarter == 0 ? null : Expected(district);
        });
        var compared = Enumerable.Range(0, expected.Length).Where(i => expected[i] >= 10).ToList();
        foreach (var i in compared)
        {
            // Acts are Poisson, and so are those of them that are seen.
            var z = (counted[i] - expected[i]) / Math.Sqrt(expected[i]);
            Assert.True(Math.Abs(z) < Limit,
                $"{(Channel)(i / 3)}, {(Origin)(i % 3)}: {counted[i]} records, {expected[i]:F0} expected, z = {z:F1}");
        }
        Assert.True(compared.Count >= 7, $"{compared.Count} of the twelve are common enough to be compared");
    }

    // Conducts of which every act that is seen makes one record: whatever its level, whoever did it, by a plain row or a ground.
    private static readonly bool[] Always = [.. Enumerable.Range(0, Conducts.Count).Select(k =>
        Conducts.Conducts[k].Voice != Voice.Critical
        && Enumerable.Range(0, Conducts.LevelEnds[k].Length).All(level =>
            Tables.Rules.Of(k, level) is [var first, ..] && first.Roles == 0
            && Tables.Rules.Rules[first.Rule] is { Counter: < 0, CapId: < 0, Charged: Charged.Actor or Charged.FirmHead } rule
            && (rule.IsGround || rule.Points != 0)))];

    private static void Count(Twin twin, long[] counted)
    {
        foreach (var one in twin.Entering.Records)
        {
            var conduct = twin.Regime.Rules.ClassOf[twin.Dossiers.Ledger.Row(one.Record)];
            var origin = twin.Origins.Of(one.Record);
            if (one.Sighting >= 0 && Always[conduct] && origin != Origin.Spurious)
            {
                counted[Conducts.Channel[conduct] * 3 + (int)origin]++;
            }
        }
    }

    private static double[] Expected(District district)
    {
        var records = new double[Channels * 3];
        var roster = district.Roster;
        var roles = district.Twins[1].Situation.Roles.Span;
        var marks = district.Twins[1].Situation.Marks.Span;
        var factors = new double[roster.Slots];
        for (var k = 0; k < Conducts.Count; k++)
        {
            if (!Always[k])
            {
                continue;
            }
            district.TemperamentFactors(Conducts.Temperament[k], factors);
            var conduct = Conducts.Conducts[k];
            var sight = Regime.Channels[conduct.Channel];
            for (var slot = 0; slot < roster.Slots; slot++)
            {
                if ((roles[slot] & Conducts.Roles[k]) == Conducts.Roles[k] && (marks[slot] & Conducts.Leaves[k]) == 0)
                {
                    var seen = Conducts.BasePerWeek[k] * factors[slot] * Seen(conduct, sight, roster, slot);
                    var mistaken = Mistaken(sight, roster, slot);
                    var misread = conduct.Levels.Count > 1 ? sight.Misread.Value : 0;
                    var first = (int)conduct.Channel * 3;
                    records[first + (int)Origin.True] += seen * (1 - mistaken) * (1 - misread);
                    records[first + (int)Origin.Misattributed] += seen * mistaken;
                    records[first + (int)Origin.Misread] += seen * (1 - mistaken) * misread;
                }
            }
        }
        return records;
    }

    // Found by the law and passed on, or seen by the regime's own eyes.
    private static double Seen(Conduct conduct, Sight sight, Roster roster, int slot)
    {
        var coverage = roster.Is(slot, Role.Urban) ? sight.CoverageUrban.Value : sight.CoverageRural.Value;
        var eyes = coverage * sight.Sensitivity.Value;
        if (conduct.Channel == Channel.Online)
        {
            var footprint = NoFeedback.Society.Observing.FootprintOnline.Value * roster.TraitOf(Trait.DigitalFootprint)[slot];
            eyes = Math.Clamp(eyes * (1 + footprint), 0, 1);
        }
        return 1 - (1 - conduct.FoundByLaw.Value * sight.FromLaw.Value) * (1 - eyes * (conduct.Openness?.Value ?? 1));
    }

    // Booked on the usual look-alike in proportion to how easily that person is confused, at most every other time.
    private static double Mistaken(Sight sight, Roster roster, int slot)
    {
        int other = roster.Lookalike[slot];
        return roster.Is(other, Role.Adult) ? Math.Min(0.5, sight.Misattributed.Value * roster.Confusability[other]) : 0;
    }
}

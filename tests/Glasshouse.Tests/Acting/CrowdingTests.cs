using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Learning;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Acting;

/// <summary>A price takes the place of the own motive, most of those who give most, and the motive need not come back.</summary>
public sealed class CrowdingTests
{
    private static readonly ConductTable Conducts = Shipped.Tables.Conducts;
    private static readonly int Littering = Conducts.IndexOf("littering");
    private static readonly int Volunteering = Conducts.IndexOf("volunteering");

    [Fact]
    public void What_is_lost_follows_its_closed_form()
    {
        var table = Conducts.Motives;
        var speed = Shipped.Society.Acting.Motives!.CrowdingSpeed.Value;
        for (var months = 0; months < 60; months++)
        {
            Assert.Equal(1 - Math.Pow(1 - speed, months), table.Lost((byte)months, 0), 1e-5);
        }
        Assert.True(table.Lost(6, 1) > table.Lost(6, 0) && table.Lost(6, 0) > table.Lost(6, -1));
        Assert.InRange(table.Lost(255, 3.5f), 0, 1);
        Assert.Equal(0, table.Lost(0, 3.5f));
    }

    [Fact]
    public void Honour_takes_less_than_money_and_only_from_those_who_know()
    {
        var money = After(24, new Priced(Littering, 0.1f, Material: 1));
        var honour = After(24, new Priced(Littering, 0.1f, Material: 0));
        Assert.True(honour.Motives.Duties.Span[0] > 0);
        Assert.True(Lost(honour, 0) < Lost(money, 0));
        Assert.Equal(0, money.Motives.Duties.Span[1]);
        Assert.Equal(0, money.Motives.Deeds.Span[0]);
        Assert.True(After(24, new Priced(Volunteering, 0.1f, Material: 1)).Motives.Deeds.Span[0] > 0);
    }

    [Fact]
    public void The_motive_returns_more_slowly_than_it_went()
    {
        var twin = After(12, new Priced(Littering, 0.1f, Material: 1));
        var lost = Lost(twin, 0);
        Months(twin, Stakes(new Priced(Littering, 0, 1)), 12, 12);
        Assert.InRange(Lost(twin, 0), 0.9f * lost, lost);
        Months(twin, Stakes(new Priced(Littering, 0, 1)), 24, 13 * 40);
        Assert.Equal(0, Lost(twin, 0));
    }

    // A fine of an hour's income that is rarely met, and one of a month's that is met often.
    [Fact]
    public void A_small_fine_brings_more_breaches_also_when_it_is_gone_and_a_large_one_fewer()
    {
        Assert.True(Breaches(fine: 0.02f, risk: 0.05f, months: 24) > 1.3);
        Assert.True(Breaches(fine: 0, risk: 0.05f, months: 24) > 1.3);
        Assert.True(Breaches(fine: 4, risk: 0.6f, months: 24) < 0.7);
        Assert.Equal(1, Breaches(fine: 0, risk: 0.05f, months: 0), 1e-6);
    }

    [Fact]
    public void Turned_off_it_leaves_every_motive_whole()
    {
        Assert.True(LostUnderTheRegime(Shipped.Tables) > 0);
        Assert.Equal(0, LostUnderTheRegime(Shipped.Solved(Mechanisms.Without(Shipped.Society, Mechanism.CrowdingOut))));
    }

    private readonly record struct Priced(int Conduct, float Weeks, float Material);

    private static int LostUnderTheRegime(SocietyTables tables)
    {
        var history = Shipped.Run(Shipped.Plan(tables, people: 2_500, years: 1));
        Assert.False(history.Districts[0].Twins[0].Motives.Deeds.Span.ContainsAnyExcept((byte)0));
        return history.Districts[0].Twins[1].Motives.Deeds.Span.ToArray().Count(months => months > 0);
    }

    // Mean factor on littering of people who know, against the same people without a price.
    private static double Breaches(float fine, float risk, int months)
    {
        double with = 0, without = 0;
        var district = DistrictOf(new Priced(Littering, fine, 1));
        var twin = district.Twins[1];
        foreach (ref var marks in twin.Situation.Marks.Span)
        {
            marks |= MarkBits.Of(Mark.Aware);
        }
        for (var slot = 0; slot < district.Roster.Slots; slot++)
        {
            var before = district.Twins[0].Mind.RiskIfDone((int)Channel.Public)[slot];
            twin.Mind.RiskIfDone((int)Channel.Public)[slot] = fine > 0 ? Unit16.Narrow(risk, Unit16.Nearest) : before;
            twin.Motives.Duties[slot] = (byte)months;
            with += Deciding.Factor(Conducts, Littering, slot, district.Deciders(twin));
            without += Deciding.Factor(Conducts, Littering, slot, district.Deciders(district.Twins[0]));
        }
        return with / without;
    }

    private static float Lost(Twin twin, int slot) => Conducts.Motives.LostAfter[twin.Motives.Duties[slot]];

    // Person 0 knows of the price, person 1 does not.
    private static Twin After(int months, Priced priced)
    {
        var twin = DistrictOf(priced).Twins[1];
        twin.Situation.Marks.Span.Clear();
        twin.Situation.Marks[0] |= MarkBits.Of(Mark.Aware);
        Months(twin, Stakes(priced), 0, months);
        return twin;
    }

    private static void Months(Twin twin, Stakes stakes, int from, int months)
    {
        for (var month = from; month < from + months; month++)
        {
            Crowding.Month(Conducts, stakes, twin.Situation, twin.Motives, month * Calendar.Exchange + 3);
        }
    }

    private static Stakes Stakes(Priced priced)
    {
        var weeks = new float[Conducts.Count * Glasshouse.Acting.Stakes.Rungs];
        weeks.AsSpan(priced.Conduct * Glasshouse.Acting.Stakes.Rungs, Glasshouse.Acting.Stakes.Rungs).Fill(priced.Weeks);
        return new Stakes(weeks) { Material = priced.Material };
    }

    private static District DistrictOf(Priced priced)
    {
        var regime = RegimeTables.LawOnly(Conducts) with { Stakes = Stakes(priced) };
        var district = new District(Shipped.Plan(regime: regime, people: 2_500), 3, 0, 2_500);
        district.Fork();
        return district;
    }
}

using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Responding;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Responding;

/// <summary>Who is listed pays to get off the list, but only if there is money for it.</summary>
public sealed class RepayingTests
{
    private static readonly RepayingFigures Figures = Shipped.Society.Living.Repaying!;
    private static readonly uint Debt = MarkBits.Of(Mark.JudgmentDebt);

    [Fact]
    public void The_chance_follows_the_hazards()
    {
        var yearly = Figures.Named.Value + Figures.Penalised.Value;
        Assert.Equal(1 - Math.Exp(-yearly / 13), Repaying.Chance(Figures, true, true), 1e-5);
        Assert.Equal(0, Repaying.Chance(Figures, false, false));
        Assert.True(Repaying.Chance(Figures, true, true) > Repaying.Chance(Figures, false, true));
    }

    // Savings of a week, ten weeks and a thousand: shame moves small debts beside savings.
    [Fact]
    public void Only_who_has_the_money_pays_and_the_more_the_smaller_the_debt()
    {
        var poor = Paid(savings: 1, MarkBits.Of(Mark.Named), 13);
        var middling = Paid(savings: 10, MarkBits.Of(Mark.Named), 13);
        var rich = Paid(savings: 100_000, MarkBits.Of(Mark.Named), 13);
        Assert.True(poor.Count < middling.Count && middling.Count < rich.Count);
        Assert.All(poor, p => Assert.True(p.Owed <= 1));
        Assert.All(middling, p => Assert.True(p.Owed <= 10));
        Assert.Empty(Paid(savings: 0, MarkBits.Of(Mark.Named), 13));
    }

    // Among 2,500 the share that pays in a year is 1 - exp(-hazard); four standard errors pass by chance once in 15,000 seeds.
    [Fact]
    public void Of_those_who_can_the_named_pay_at_the_named_rate()
    {
        var paid = Paid(savings: 1e9f, MarkBits.Of(Mark.Named), 13);
        var people = Fresh().Roster.Slots;
        var expected = 1 - Math.Exp(-Figures.Named.Value);
        Assert.Equal(expected, paid.Count / (double)people, 4 * Math.Sqrt(expected * (1 - expected) / people));
    }

    [Fact]
    public void Nobody_pays_early_who_is_not_listed() => Assert.Empty(Paid(savings: 1e9f, 0, 13));

    [Fact]
    public void Without_shame_naming_moves_nobody()
    {
        var without = Mechanisms.TurnedOff(Mechanisms.Without(Shipped.Society, Mechanism.Shame)).Living.Repaying!;
        Assert.Equal(0, Repaying.Chance(without, true, false));
        Assert.Equal(Repaying.Chance(Figures, false, true), Repaying.Chance(without, true, true));
    }

    [Fact]
    public void Payment_takes_people_off_the_list()
    {
        var district = Weekly.Run(Shipped.Plan(people: 2_500, years: 2), 2);
        var twin = district.Twins[1];
        var ledger = twin.Dossiers.Ledger;
        var debtor = Enumerable.Range(0, ledger.Count).First(r => ledger.State(r) == RecordState.Counting
            && twin.Regime.Consequences.Repairs[ledger.Row(r)] is { } ways && ways.Any(w => w.Paid && w.ToRule == RepairRule.Nothing)
            && Leaves(twin, r) == Debt);
        int slot = ledger.Subject(debtor);
        twin.Answering.Open();
        twin.Answering.Perform(twin.Regime.Consequences, twin.Regime.Rules, twin.Dossiers, slot, Shipped.Tables.Conducts.Leaves, Debt);
        Assert.Equal(RecordState.Repaired, ledger.State(debtor));
        Assert.Contains((debtor, -1), twin.Answering.Repairs);
    }

    [Fact]
    public void Payments_change_no_bit_between_threads_kernels_and_resumed_histories() =>
        SameBits.Check(Shipped.Plan(people: 5_000, years: 1) with { Threads = 1 }, 24);

    private static uint Leaves(Twin twin, int record) =>
        Shipped.Tables.Conducts.Leaves[twin.Regime.Rules.ClassOf[twin.Dossiers.Ledger.Row(record)]];

    // Who pays a judgment debt within some months, and what they owed.
    private static List<(int Slot, float Owed)> Paid(float savings, uint marks, int months)
    {
        var district = Fresh();
        var twin = district.Twins[1];
        twin.Situation.Marks.Span.Fill(marks | Debt);
        twin.Situation.Savings.Span.Fill(savings);
        for (var month = 0; month < months; month++)
        {
            Repaying.Month(Figures, Shipped.Tables.Conducts, twin.Regime.Consequences, twin.Regime.Rules, twin.Dossiers, twin.Answering,
                district.Roster, twin.Situation, 7, 0, month * Calendar.Exchange + 3);
        }
        return [.. Enumerable.Range(0, district.Roster.Slots)
            .Where(slot => (twin.Situation.Marks[slot] & Debt) == 0)
            .Select(slot => (slot, Repaying.Owed(Figures, district.Roster, 7, 0, slot, (int)Mark.JudgmentDebt)))];
    }

    private static District Fresh()
    {
        var district = new District(Shipped.Plan(people: 2_500), 7, 0, 2_500);
        district.Fork();
        return district;
    }
}

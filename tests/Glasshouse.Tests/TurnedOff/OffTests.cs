using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tallying;
using Glasshouse.Tests.Engine;
using Xunit;
using static Glasshouse.Population.Mechanism;

namespace Glasshouse.Tests.TurnedOff;

/// <summary>Turning a mechanism off removes its effect and nothing else.</summary>
public sealed class OffTests
{
    // What is read from a life and moves nothing in it, under a regime either.
    private static readonly Mechanism[] Readings = [SurveyFear, Approval, Screening, TaxGain];

    // What answers to a regime alone: a society without one has the same bits, turned on or off.
    private static readonly Mechanism[] OfRegimes =
    [
        Merit, CrowdingOut, Announcements, Hearsay, Stifling, News, Listings, Image, Shame, Chill, LastingDistrust, Informing,
        MachineError, Mechanism.Grievance, Withdrawal, Checking, Hurdles, Reinsertion, GuiltByAssociation, Mechanism.Reputation,
        Protest, Mechanism.Evasion, Disputing, Disclosure, InformedHeads, .. Readings,
    ];

    private static readonly Lazy<Seen> Whole = new(() => World.Run(World.WithRates(Shipped.Society), Shipped.Regime.Id, years: 1));

    public static TheoryData<Mechanism> Words => [.. World.All];

    [Fact]
    public void Every_mechanism_has_its_effect_in_the_table() => Assert.Equal(World.All, Effects.All.Select(e => e.Mechanism).Order());

    [Theory]
    [MemberData(nameof(Words))]
    public void On_it_has_its_effect_and_off_it_has_none(Mechanism mechanism)
    {
        var effect = Effects.All.Single(e => e.Mechanism == mechanism);
        var (on, off) = (effect.Moves(true), effect.Moves(false));
        Assert.True(effect.Sign * on > 0, $"with it the outcome moves by {on}");
        Assert.Equal(0, off);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Off_in_the_whole_society_it_leaves_candidates_and_demography_and_what_it_does_not_reach(Mechanism mechanism)
    {
        var without = World.WithRates(Mechanisms.Without(Shipped.Society, mechanism));
        var (on, off) = (Whole.Value, World.Run(without, Shipped.Regime.Id, years: 1));
        var processes = on.Tables.Processes().Zip(off.Tables.Processes()).Where(p => p.First != p.Second).Select(p => p.First.Name);
        Assert.All(processes, p => Assert.True(Owns(mechanism, p, on.Tables), p));
        Assert.Equal(People(on), People(off));
        if (OfRegimes.Contains(mechanism))
        {
            Assert.Equal(on.Digests(0), off.Digests(0));
        }
        if (Readings.Contains(mechanism))
        {
            Assert.Equal(on.Digests(1), off.Digests(1));
        }
    }

    [Theory]
    [InlineData("wendeng-2020")]
    [InlineData("errors-by-machine")]
    [InlineData("informers")]
    [InlineData("tax-list")]
    [InlineData("firm-credit")]
    [InlineData("blood-points")]
    public void With_everything_off_no_regime_changes_any_act(string regime)
    {
        var none = World.Run(regime, [], new Dictionary<string, double>());
        Assert.True(none.Count(1, Measure.Penalised, Measure.Bonuses) > 0);
        Assert.Equal(none.Acts(0), none.Acts(1));
    }

    // What comes to people is drawn from upper bounds. Few of them belong to a mechanism: the law's loss weighs more if it comes at once.
    private static bool Owns(Mechanism mechanism, string process, SocietyTables tables) => mechanism switch
    {
        Expenses => process == "occasion/Expense",
        WorkHistory => process == "occasion/Separation",
        Delay => tables.Conducts.LawTerm[tables.Conducts.IndexOf(process)] > 0,
        _ => false,
    };

    private static IEnumerable<ulong> People(Seen seen) => seen.Districts.Select(d =>
        Digest.Combine(Digest.Of<byte>(d.Roster.Age.Span), Digest.Of<ushort>(d.Roster.Generation.Span)));
}

using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;
using Xunit;

namespace Glasshouse.Tests.Recording;

/// <summary>Whose record it becomes when it is not the actor's.</summary>
public sealed class CreditTests
{
    private static readonly RuleTable Rules = new()
    {
        Rules = [new Rule { Id = "R", Points = 1000, Weeks = 52, Charged = Charged.ParentsOrPartner }],
        Catches = [[new Caught(0, 0)], .. new Caught[RuleTable.Levels - 1][]],
        ClassOf = [0],
        AmountMean = [1],
    };

    [Theory]
    [InlineData(new[] { 22, 50, 47 }, new[] { 1, 2 })] // Parents.
    [InlineData(new[] { 50, 22, 47 }, new[] { 2 })] // A partner, and a child who is grown up.
    [InlineData(new[] { 40, 70, 42 }, new[] { 1 })] // A parent goes before the partner.
    [InlineData(new[] { 30, 45, 33 }, new[] { 2 })] // The one nearest in age stands for the partner.
    [InlineData(new[] { 30, 8, 5 }, new int[0])] // Alone with children.
    public void A_row_for_parents_or_partner_goes_to_the_partner_only_failing_parents(int[] ages, int[] credited)
    {
        var roster = new Roster(Roster.BlockSize);
        roster.Age.Span.Fill(Roster.Vacant);
        for (var slot = 0; slot < ages.Length; slot++)
        {
            roster.Age[slot] = (byte)ages[slot];
            roster.HouseholdSize[slot] = (byte)ages.Length;
            roster.Roles[slot] = ages[slot] >= 18 ? RoleBits.Of(Role.Adult) : 0;
        }
        var slab = new Slab();
        var dossiers = new Dossiers(slab, roster.Slots);
        var situation = new Situation(slab, roster.Slots);
        roster.Roles.Span.CopyTo(situation.Roles.Span);
        var entering = new Entering();
        entering.Open(dossiers, 0);
        entering.Enter(Rules, dossiers, roster, situation, [new Sighting(0, 0, 0, 0, 0)], 0);
        var subjects = entering.Records.ToArray().Select(r => (int)dossiers.Ledger.Subject(r.Record));
        Assert.Equal(credited, subjects);
    }
}

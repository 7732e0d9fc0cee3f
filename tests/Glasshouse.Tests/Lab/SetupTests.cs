using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Lab;

public sealed class SetupTests
{
    [Fact]
    public void All_faults_of_both_files_come_at_once()
    {
        using var scratch = new Scratch();
        var request = Tiny.Request with
        {
            Society = scratch.Write("tiny-society.yaml", Tiny.SocietyWith("helping: [helping]", "helping: [helpin]")),
            Regime = scratch.Write("tiny-regime.yaml",
                File.ReadAllText(Tiny.RegimePath).Replace("counterfeits, grade: D", "counterfeits, grade: E", StringComparison.Ordinal)),
        };
        var faults = Assert.Throws<FaultException>(() => Tiny.Setup(request)).Faults;
        Assert.Equal([FaultCode.UnknownGrade, FaultCode.UnknownMember], faults.Select(f => f.Code).Order());
    }

    [Fact]
    public void A_regime_is_not_blamed_for_a_conduct_that_its_society_lost_to_a_fault()
    {
        using var scratch = new Scratch();
        var request = Tiny.Request with
        {
            Society = scratch.Write("tiny-society.yaml", Tiny.SocietyWith("text: drops rubbish\n", "txt: drops rubbish\n")),
        };
        var faults = Assert.Throws<FaultException>(() => Tiny.Setup(request)).Faults;
        Assert.Equal([FaultCode.UnknownKey], faults.Select(f => f.Code));
    }

    [Fact]
    public void Everything_wrong_with_a_request_is_said_at_once()
    {
        var request = Tiny.Request with { People = 999, Years = 51, Seeds = 0, CheckpointEvery = 6, Against = "nothing", Assumptions = -1 };
        var refused = Assert.Throws<RefusedException>(() => Tiny.Setup(request));
        Assert.Equal(Refusal.Usage, refused.Why);
        Assert.Equal(6, refused.Message.Split('\n').Length);
    }

    [Fact]
    public void A_society_that_cannot_fit_is_refused_and_told_what_would()
    {
        var plan = Tiny.Setup().Plan();
        var room = (long)(1000 * Memory.BytesPerPerson(plan));
        Memory.Check(plan, 2 * room);
        var refused = Assert.Throws<RefusedException>(() => Memory.Check(plan with { People = 1_000_000 }, 20 * room));
        Assert.Contains("people would fit", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Refusal.Usage, refused.Why);
    }

    [Fact]
    public void Against_none_not_even_the_law_finds_anything()
    {
        Assert.True(Tiny.Setup().Plan().Twins[0].Sights.LawApplies);
        Assert.False(Tiny.Setup(Tiny.Request with { Against = "none" }).Plan().Twins[0].Sights.LawApplies);
    }

    [Fact]
    public void Files_options_and_draws_have_fingerprints_of_their_own()
    {
        var setup = Tiny.Setup();
        ulong[] prints =
        [
            setup.Fingerprint(0), setup.Fingerprint(1), Tiny.Setup(Tiny.Request with { Years = 2 }).Fingerprint(0),
            Tiny.Setup(Tiny.Request with { DocumentedConsequencesOnly = true }).Fingerprint(0),
        ];
        Assert.Equal(prints.Length, prints.Distinct().Count());
        Assert.Equal(setup.Fingerprint(0), Tiny.Setup(Tiny.Request with { Threads = 2, Seeds = 5 }).Fingerprint(0));
    }
}

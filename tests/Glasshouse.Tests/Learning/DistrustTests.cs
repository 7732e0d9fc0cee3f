using Glasshouse.Kernel;
using Glasshouse.Learning;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Learning;

/// <summary>Trust falls at once and comes back slowly, in part over decades, and whether or not the regime still runs.</summary>
public sealed class DistrustTests
{
    private const int Slot = 5;
    private static readonly Signal Over = Signal.None(0.5f);
    private static readonly Signal Watched = new(new float[4], new float[4], 0.5f, true) { Informers = 0.5f };
    private static readonly Signal ByMachine = new(new float[4], new float[4], 0.5f, true) { Machine = 1 };

    [Fact]
    public void An_error_takes_trust_at_once_and_twenty_years_later_a_part_is_still_lost()
    {
        var table = Table();
        var (mind, situation) = People(table);
        Distrust.Wrong(table, mind, Slot, 0);
        var rest = (float)table.Figures.TrustInstitutionsStart;
        var lost = rest - mind.TrustInstitutions[Slot];
        Assert.Equal(rest * table.LostByError, lost, 1e-5f);
        var after5 = Years(table, Over, mind, situation, 5);
        var after20 = Years(table, Over, mind, situation, 15);
        // What comes back soon has come back; what lasts has halved in 15 years and more.
        Assert.InRange(rest - after5, 0.6f * table.Lasting * lost, lost);
        Assert.InRange(rest - after20, 0.3f * table.Lasting * lost, 0.5f * table.Lasting * lost);
    }

    [Fact]
    public void Without_lasting_distrust_all_comes_back_with_the_ordinary_speed()
    {
        var table = Table(Mechanism.LastingDistrust);
        var (mind, situation) = People(table);
        Distrust.Wrong(table, mind, Slot, 0);
        Assert.Equal(0, mind.DistrustInstitutions[Slot]);
        Assert.Equal((float)table.Figures.TrustInstitutionsStart, Years(table, Over, mind, situation, 20), 0.001f);
    }

    [Fact]
    public void An_error_of_a_machine_takes_more_and_until_then_a_machine_is_trusted_more()
    {
        var table = Table();
        var (mind, situation) = People(table);
        situation.Marks[Slot] |= MarkBits.Of(Mark.Aware);
        var rest = (float)table.Figures.TrustInstitutionsStart;
        var trusted = Years(table, ByMachine, mind, situation, 20);
        Assert.Equal(rest + table.MachineTrust, trusted, 0.005f);
        Assert.Equal(rest, mind.TrustInstitutions[Slot + 1], 1e-5f);
        float Lost(float machine)
        {
            mind.TrustInstitutions[Slot] = 0.6f;
            Distrust.Wrong(table, mind, Slot, machine);
            return 0.6f - mind.TrustInstitutions[Slot];
        }
        Assert.Equal(table.MachineErrorFactor, Lost(1) / Lost(0), 1e-4f);
        Assert.InRange(Lost(0.5f), Lost(0), Lost(1));
        situation.Marks[Slot] |= MarkBits.Of(Mark.EverWronged);
        Assert.True(Years(table, ByMachine, mind, situation, 20) < rest);

        var off = Table(Mechanism.MachineError);
        Assert.Equal(1, off.MachineErrorFactor);
        Assert.Equal(0, off.MachineTrust);
    }

    [Fact]
    public void Where_others_inform_those_who_know_come_to_distrust_people_and_still_do_when_it_is_over()
    {
        var table = Table();
        var (mind, situation) = People(table);
        situation.Marks[Slot] |= MarkBits.Of(Mark.Aware);
        var rest = mind.TrustPeople[Slot];
        Years(table, Watched, mind, situation, 10);
        var suspicious = mind.TrustPeople[Slot];
        Assert.InRange(rest - suspicious, 0.25f * table.Informing, 0.5f * table.Informing);
        Assert.Equal(rest, mind.TrustPeople[Slot + 1], 1e-5f);
        Years(table, Over, mind, situation, 10);
        Assert.InRange(mind.TrustPeople[Slot], suspicious, rest - 0.3f * (rest - suspicious));

        var off = Table(Mechanism.Informing);
        var (calm, same) = People(off);
        same.Marks[Slot] |= MarkBits.Of(Mark.Aware);
        Years(off, Watched, calm, same, 5);
        Assert.Equal(0, calm.DistrustPeople[Slot]);
    }

    [Fact]
    public void Who_is_named_trusts_people_less_for_long()
    {
        var table = Table();
        var (mind, _) = People(table);
        var before = mind.TrustPeople[Slot];
        Distrust.Shame(table, mind, Slot);
        Assert.Equal(before * (1 - table.LostByNaming), mind.TrustPeople[Slot], 1e-5f);
        Assert.True(mind.DistrustPeople[Slot] > 0);
    }

    private static LearningTable Table(params Mechanism[] off) => new SocietyTables(Mechanisms.Without(Shipped.Society, off)).Learning;

    private static (Mind Mind, Situation Situation) People(LearningTable table)
    {
        var slab = new Slab();
        var (mind, situation) = (new Mind(slab, 64), new Situation(slab, 64));
        mind.TrustInstitutions.Span.Fill((float)table.Figures.TrustInstitutionsStart);
        mind.TrustPeople.Span.Fill((float)table.Figures.TrustPeopleStart);
        return (mind, situation);
    }

    // Lets years pass as the society does: the weekly drift, and the month.
    private static float Years(LearningTable table, Signal signal, Mind mind, Situation situation, int years)
    {
        var drift = new Drift(table, 1);
        for (var week = 0; week < years * Calendar.Year; week++)
        {
            if ((week + 1) % Calendar.Exchange == 0)
            {
                Distrust.Month(table, signal, situation, mind, week);
            }
            for (var slot = Slot; slot <= Slot + 1; slot++)
            {
                drift.One(situation.Marks[slot], 0, 0, 0, 0, ref mind.Stress[slot], ref mind.TrustInstitutions[slot],
                    ref mind.TrustPeople[slot], ref mind.Support[slot], ref mind.Grievance[slot]);
            }
        }
        return mind.TrustInstitutions[Slot];
    }
}

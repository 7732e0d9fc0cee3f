using System.Runtime.Intrinsics;
using Glasshouse.Engine;
using Glasshouse.Learning;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Learning;

/// <summary>
/// Being scored and knowing it are two things; news is told for some weeks, and what a regime is used for is a second news.
/// </summary>
public sealed class TalkTests
{
    private static readonly uint Aware = MarkBits.Of(Mark.Aware);
    private static readonly uint Tells = MarkBits.Of(Mark.Tells);
    private static readonly uint Informed = MarkBits.Of(Mark.Informed);

    [Fact]
    public void Who_has_heard_tells_and_stops_and_never_hears_twice()
    {
        Assert.Equal(Aware | Tells, Talk.Step(0, 1, 1, 0));
        Assert.Equal(Aware, Talk.Step(Aware | Tells, 1, 1, 0));
        Assert.Equal(Aware, Talk.Step(Aware, 1, 1, 0));
        Assert.Equal(0u, Talk.Step(0, 0, 1, 0));
        Assert.Equal(Aware | Tells, Talk.Step(Aware | Tells, 0, 0, 0));
    }

    [Fact]
    public void Sixteen_persons_step_as_one_does()
    {
        for (var step = 0; step < 64; step++)
        {
            var (hears, stops) = (step % 8 / 7f, step / 8 / 7f);
            var luck = Vector512.Create((uint)step * 2_654_435_769u) + Vector512.CreateSequence(0u, 268_435_456u);
            var marks = Vector512.CreateSequence(0u, 1u) << (int)Mark.Aware;
            marks = (marks & Vector512.Create(Aware)) | Vector512.Create(Informed)
                | ((Vector512.CreateSequence(0u, 1u) & Vector512.Create(2u)) >>> 1) * Tells;
            var next = Talk.Step(marks, hears, stops, luck);
            for (var i = 0; i < 16; i++)
            {
                Assert.Equal(Talk.Step(marks[i], hears, stops, luck[i]), next[i]);
            }
        }
    }

    [Fact]
    public void More_media_contacts_or_tellers_never_make_hearing_rarer()
    {
        Assert.Equal(0, Talk.Hears(0, 3, 0));
        for (var i = 0; i < 20; i++)
        {
            var x = i / 20f;
            Assert.True(Talk.Hears(x + 0.05f, 1, 0.5f) > Talk.Hears(x, 1, 0.5f));
            Assert.True(Talk.Hears(0.1f, x + 0.05f, 0.5f) > Talk.Hears(0.1f, x, 0.5f));
            Assert.True(Talk.Hears(0.1f, 1, x + 0.05f) > Talk.Hears(0.1f, 1, x));
        }
    }

    [Fact]
    public void Most_of_the_scored_do_not_know_and_only_under_the_regime_does_anybody()
    {
        var district = Weekly.Run(Shipped.Plan(people: 2_500, years: 2), 3);
        var (without, all) = (Marks(district, 0), Marks(district, 1));
        // Heads of rated firms get a letter: they know whatever is talked of.
        var with = all.Where((_, slot) => district.Roster.Firms.Of(slot) < 0).ToArray();
        Assert.DoesNotContain(without, m => (m & (Aware | Tells | Informed)) != 0);
        Assert.InRange(with.Count(m => (m & Aware) != 0) / (double)district.Adults, 0.01, 0.5);
        Assert.All(with, m => Assert.True((m & Tells) == 0 || (m & Aware) != 0));
        var tellers = with.Count(m => (m & Tells) != 0);
        Assert.InRange(tellers, 1, with.Count(m => (m & Aware) != 0) / 2);
    }

    [Fact]
    public void Without_stifling_all_who_know_tell()
    {
        // Heads who know of the rating of their firm by a letter have no news to tell.
        var marks = Marks(Weekly.Run(Shipped.Plan(Tables(Mechanism.Stifling, Mechanism.InformedHeads), people: 2_500, years: 1), 3), 1);
        Assert.Contains(marks, m => (m & Aware) != 0);
        Assert.All(marks, m => Assert.Equal((m & Aware) != 0, (m & Tells) != 0));
    }

    [Fact]
    public void News_of_use_reaches_those_who_know_and_takes_support_and_without_it_nobody_is_informed()
    {
        var open = Tables(society => society with
        {
            Learning = society.Learning with
            {
                News = society.Learning.News! with
                {
                    Negative = society.Learning.News!.Negative with { Value = 1 },
                    Reports = society.Learning.News!.Reports with { Value = 0.3 },
                    Repression = society.Learning.News!.Repression with { Value = 0.3 },
                },
            },
        });
        var closed = Tables(Mechanism.News);
        var (told, untold) = (Weekly.Run(Shipped.Plan(open, people: 2_500), 3), Weekly.Run(Shipped.Plan(closed, people: 2_500), 3));
        Assert.DoesNotContain(Marks(untold, 1), m => (m & Informed) != 0);
        var informed = Marks(told, 1).Select((m, slot) => (m, slot)).Where(p => (p.m & Informed) != 0).Select(p => p.slot).ToList();
        Assert.True(informed.Count > 50);
        float Support(District d, IReadOnlyList<int> slots) => slots.Average(s => d.Twins[1].Mind.Support[s]);
        Assert.InRange(Support(told, informed) - Support(untold, informed), -0.35, -0.1);
        // Who never heard of the regime is untouched by either.
        Assert.Equal(told.Twins[0].Digest(), untold.Twins[0].Digest());
    }

    [Fact]
    public void What_was_learned_stays_when_the_regime_ends_and_talk_of_it_ends()
    {
        var district = new District(Shipped.Plan(people: 2_500), 5, 0, 2_500);
        var situation = district.Twins[0].Situation;
        situation.Marks[3] |= Aware | Tells | Informed;
        Talk.End(situation);
        Assert.Equal(Informed, situation.Marks[3] & (Aware | Tells | Informed));
    }

    private static uint[] Marks(District district, int twin) => district.Twins[twin].Situation.Marks.Span.ToArray();

    private static SocietyTables Tables(params Mechanism[] off) => Tables(society => Mechanisms.Without(society, off));

    private static SocietyTables Tables(Func<Society, Society> change)
    {
        var tables = new SocietyTables(change(Shipped.Society));
        Shipped.Tables.Conducts.BasePerWeek.CopyTo(tables.Conducts.BasePerWeek, 0);
        tables.Living.ApplicationPerWeek = Shipped.Tables.Living.ApplicationPerWeek;
        return tables;
    }
}

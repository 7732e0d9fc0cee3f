using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;
using Mark = Glasshouse.Population.Mark;

namespace Glasshouse.Tests.Learning;

/// <summary>
/// A regime that ends after a year and a half: what of it stays, and for how long. Gaps are those to ordinary law alone, with the same
/// people and luck.
/// </summary>
public sealed class AfterARegimeTests
{
    private const int Ends = 78;

    private sealed record Gaps(double Distrust, double Grievance, double Fear, double Evasion, double Aware, double Records);

    private static readonly Lazy<Dictionary<int, Gaps>> Course = new(Run);

    [Fact]
    public void Nobody_is_scored_any_more_yet_records_stand_as_long_as_their_text_lets_them()
    {
        Assert.True(At(0).Aware > 0);
        Assert.Equal(0, At(1).Aware);
        Assert.True(At(0).Records > 0);
        Assert.True(At(4).Records > 0.5 * At(0).Records);
        Assert.True(At(208).Records < 0.5 * At(0).Records);
    }

    [Fact]
    public void Fear_goes_within_a_year_and_distrust_grievance_and_habits_stay_longer()
    {
        // Shares of their size at the end that are left after a year and after four.
        double Left(Func<Gaps, double> of, int weeks) => of(At(weeks)) / of(At(0));
        Assert.True(Left(g => g.Fear, 52) < 0.4);
        Assert.InRange(Left(g => g.Evasion, 52), 0.4, 0.75);
        Assert.InRange(Left(g => g.Grievance, 52), 0.35, 0.65);
        Assert.InRange(Left(g => g.Distrust, 52), 0.6, 0.95);
        Assert.InRange(Left(g => g.Distrust, 208), 0.15, 0.45);
        Assert.True(Left(g => g.Evasion, 208) < 0.1);
        Assert.True(Left(g => g.Grievance, 208) < 0.15);
    }

    [Fact]
    public void Where_the_file_says_so_records_are_erased_when_it_ends_and_what_people_feel_is_not()
    {
        var erased = Run(erases: true);
        Assert.True(erased[0].Records > 0);
        Assert.Equal(0, erased[4].Records);
        Assert.Equal(At(0), erased[0]);
        Assert.Equal(At(52).Evasion, erased[52].Evasion);
        Assert.True(erased[52].Distrust > 0);
        var phase = new Phase { WhenSupportBelow = PhaseTests.Of(1), Without = ["*"], Erases = true };
        SameBits.CheckEveryExchange(Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, PhaseTests.With(
            ("over", phase with { FromYear = PhaseTests.Of(0.6) }))), years: 1));
    }

    private static Gaps At(int weeks) => Course.Value[weeks];

    private static Dictionary<int, Gaps> Run() => Run(false);

    private static Dictionary<int, Gaps> Run(bool erases)
    {
        // Trust in the machine that decides goes with the regime at the speed of trust, and would hide how long distrust stays.
        var society = Mechanisms.Without(ResistanceTests.Society(0.03, 4), Mechanism.MachineError);
        var tables = Shipped.Solved(society);
        var regime = PhaseTests.With(("over", PhaseTests.Phase(Ends / 52.0, without: ["*"]) with { Erases = erases }));
        var plan = Shipped.Plan(tables, Shipped.Compiled(tables, regime), people: 2_500, years: 6);
        var course = new Dictionary<int, Gaps>();
        Weekly.Run(plan, 1, (district, week) =>
        {
            // The week after, rules have turned; the last under the regime is 0.
            var since = week - plan.BurnInWeeks - (Ends - 1);
            if (since is 0 or 1 or 4 or 52 or 208)
            {
                course[since] = Of(district);
            }
        });
        return course;
    }

    private static Gaps Of(District district)
    {
        var (law, scored) = (district.Twins[0], district.Twins[1]);
        double Gap(Func<Twin, Column<float>> of) => Sum(of(scored)) - Sum(of(law));
        var channels = Enumerable.Range(0, Mind.Channels);
        return new Gaps(
            -Gap(t => t.Mind.TrustInstitutions), Gap(t => t.Mind.Grievance), channels.Sum(c => Risk(scored, c) - Risk(law, c)),
            scored.Defiance!.Evasion.Span.ToArray().Sum(e => (double)e),
            scored.Situation.Marks.Span.ToArray().Count(m => (m & MarkBits.Of(Mark.Aware)) != 0),
            Enumerable.Range(0, scored.Dossiers.Ledger.Count)
                .Count(r => scored.Dossiers.Ledger.State(r) == RecordState.Counting));
    }

    private static double Risk(Twin twin, int channel) => twin.Mind.RiskIfDone(channel).Span.ToArray().Sum(r => (double)Unit16.Wide(r));

    private static double Sum(Column<float> column) => column.Span.ToArray().Sum(x => (double)x);
}

using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Acting;

/// <summary>Fear takes no wish to speak away; it acts on what becomes of the wish, and on conduct that is no word.</summary>
public sealed class CriticalWordsTests
{
    private static readonly ConductTable Conducts = Shipped.Tables.Conducts;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fear_changes_what_is_said_and_not_what_is_thought(bool scalar)
    {
        var calm = TenWeeks(0, scalar);
        var afraid = TenWeeks(1, scalar);
        Assert.Equal(Words(calm).Select(Identity), Words(afraid).Select(Identity));
        Assert.True(Words(calm).Count() > 100);
        Assert.True(Words(afraid).Count(a => a.Said == Said.AsMeant) < Words(calm).Count(a => a.Said == Said.AsMeant));
        Assert.True(afraid.Count(a => Conducts.Bad[a.Conduct]) < calm.Count(a => Conducts.Bad[a.Conduct]));
    }

    private static (ushort Slot, byte Conduct, ushort Ordinal) Identity(Act act) => (act.Slot, act.Conduct, act.Ordinal);

    private static IEnumerable<Act> Words(IEnumerable<Act> acts) =>
        acts.Where(a => Conducts.Conducts[a.Conduct].Voice == Voice.Critical);

    // What people who all know of the regime do in ten weeks if all believe in a chance of being punished.
    private static List<Act> TenWeeks(float risk, bool scalar)
    {
        var district = new District(Shipped.Plan(people: 2_500), 5, 0, 2_500);
        district.Fork();
        var twin = district.Twins[^1];
        for (var channel = 0; channel < Mind.Channels; channel++)
        {
            twin.Mind.RiskIfDone(channel).Span.Fill(Unit16.Narrow(risk, Unit16.Nearest));
            twin.Mind.RiskIfNot(channel).Span.Clear();
        }
        foreach (ref var marks in twin.Situation.Marks.Span)
        {
            marks |= MarkBits.Of(Mark.Aware);
        }
        var temperaments = new Temperaments(Conducts.TemperamentCount, district.Roster.Slots);
        temperaments.Sort(district.Roster, Conducts.Loadings, Conducts.Prolific);
        var candidates = new Candidates(Shipped.Tables.Processes());
        var done = new List<Act>();
        for (var week = 0; week < 10; week++)
        {
            candidates.DrawWeek(5, 0, week, temperaments, scalar);
            Deciding.Decide(Conducts, candidates, district.Deciders(twin), twin.Acts, scalar);
            done.AddRange(twin.Acts.All);
        }
        return done;
    }
}

using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Learning;
using Glasshouse.Population;

namespace Glasshouse.Lab.Evidence;

/// <content>What a person would answer, and would say.</content>
internal static partial class Variables
{
    private static IEnumerable<State> OfMinds =>
    [
        new("approves-held", "chance to approve of being scored, as held", Share, Approves),
        new("approves-stated", "chance to say that one approves of being scored", Share,
            (d, t, s) => d.Society.Learning.Survey.StatedApproval((float)Approves(d, t, s), Fear(d, t, s))),
        new("disapproves-stated", "chance to say that one rejects being watched by what the regime has for it", Share,
            (d, t, s) => 1 - d.Society.Learning.Survey.StatedApproval(OfSensors(d, t, s), Fear(d, t, s))),
        new("overstates", "stated support for the authorities less support as held", Share,
            (d, t, s) => Survey.Stated(t.Mind.Support[s], Fear(d, t, s)) - t.Mind.Support[s]),
        new("would-post", "chance to say something critical before all eyes online, having it to say", Share,
            (d, t, s) => Says(d, t, s, visible: 1)),
        new("would-talk", "chance to say it among friends", Share, (d, t, s) => Says(d, t, s, visible: 0)),
    ];

    private static float Fear(District district, Twin twin, int slot) => district.Society.Learning.Survey.Fear(
        district.Roster, slot, Unit16.Wide(twin.Mind.RiskIfDone((int)Channel.Online)[slot]));

    private static double Approves(District district, Twin twin, int slot) => district.Society.Learning.Survey.Approval(
        twin.Situation.Marks[slot], twin.Mind.Support[slot], twin.Mind.TrustInstitutions[slot],
        twin.Blocks.Safety[slot / Roster.BlockSize], district.Roster.TraitOf(Trait.PrivacyConcern)[slot], twin.Past.Intrusion);

    private static float OfSensors(District district, Twin twin, int slot) => district.Society.Learning.Survey.Sensors(
        twin.Mind.Support[slot], twin.Blocks.Safety[slot / Roster.BlockSize],
        district.Roster.TraitOf(Trait.PrivacyConcern)[slot], twin.Past.Intrusion);

    // A society without critical words online has nobody who would say them.
    private static double Says(District district, Twin twin, int slot, float visible)
    {
        var (conducts, online) = (district.Society.Conducts, (int)Channel.Online);
        var words = Enumerable.Range(0, conducts.Count).FirstOrDefault(k => conducts.Critical[k] && conducts.Channel[k] == online, -1);
        if (words < 0)
        {
            return 0;
        }
        var risk = Unit16.Above(twin.Mind.RiskIfDone(online)[slot], twin.Mind.RiskIfNot(online)[slot]);
        var stakes = twin.Regime.Stakes;
        var knows = !stakes.None(words) && (twin.Situation.Marks[slot] & MarkBits.Of(Mark.Aware)) != 0;
        var fear = Deciding.FearOfState(conducts, words, risk, knows ? stakes.Of(words)[twin.Standing.Rung[slot]] : 0);
        return 1 - conducts.Speech.Withholding(district.Roster, slot, fear, twin.Signal.Climate, new Setting(visible, 1));
    }
}

using static Glasshouse.Lab.Indicators.Theme;
using static Glasshouse.Tallying.Measure;

namespace Glasshouse.Lab.Indicators;

// What people think of being scored, whether or not they know that they are.
public static partial class Catalogue
{
    private static IEnumerable<Indicator> Minds() =>
    [
        Average("approval-held", Voice, "authorities", "Approval of being scored, as held", ApprovalHeld) with { Denominator = [Asked] },
        Average("approval-stated", Voice, "authorities", "Approval of being scored, as stated in a survey", ApprovalStated)
            with { Denominator = [Asked] },
        // Without a regime nobody knows of any: there it is the stated approval of everybody.
        Average("approval-unaware", Voice, "authorities", "Approval of being scored, as stated by those who know of no scoring",
            ApprovalUnaware) with { Denominator = [AskedUnaware] },
        Regime(Weeks("informed", Voice, "the scored", "Know of repressive use", Informed)),
    ];
}

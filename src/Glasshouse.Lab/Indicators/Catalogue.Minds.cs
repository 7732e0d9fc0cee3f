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
        Regime(Average("approval-unaware", Voice, "authorities", "Stated approval of those who do not know that they are scored",
            ApprovalUnaware))
            with
        { Denominator = [AskedUnaware] },
        Regime(Weeks("informed", Voice, "the scored", "Know of repressive use", Informed)),
    ];
}

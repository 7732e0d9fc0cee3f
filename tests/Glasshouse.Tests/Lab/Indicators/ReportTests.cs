using Glasshouse.Lab.Indicators;
using Glasshouse.Tallying;
using Xunit;
using static Glasshouse.Tallying.Measure;

namespace Glasshouse.Tests.Lab.Indicators;

/// <summary>What the authority would report of itself is computed from what it knows, and stands beside what lies behind it.</summary>
public sealed class ReportTests
{
    private static readonly List<Indicator> Pairs = [.. Catalogue.Fixed.Where(i => i.Theme == Theme.Reported)];

    // The file, the survey and what is said in the open.
    private static readonly HashSet<Measure> Known =
    [
        Adults, Deductions, DirectGrades, Bonuses, Appeals, AppealsWonFalse, AppealsWonTrue, AppealsLostFalse, AppealsLostTrue,
        StatedSupport, SaidAsMeant, .. Enumerable.Range(0, 16).Select(i => Records + i),
    ];

    [Fact]
    public void Each_report_is_followed_by_what_lies_behind_it()
    {
        Assert.InRange(Pairs.Count, 12, 20);
        for (var i = 0; i < Pairs.Count; i += 2)
        {
            Assert.Equal("reported-" + Pairs[i + 1].Name["behind-".Length..], Pairs[i].Name);
            Assert.Equal(Pairs[i].Unit, Pairs[i + 1].Unit);
            Assert.NotEqual(Pairs[i].Formula, Pairs[i + 1].Formula);
        }
    }

    [Fact]
    public void A_report_never_asks_whether_a_record_is_true()
    {
        foreach (var report in Pairs.Where(i => i.Name.StartsWith("reported-", StringComparison.Ordinal)))
        {
            foreach (var measures in (IReadOnlyList<Measure>[])[report.Numerator, report.Denominator])
            {
                Assert.Subset(Known, measures.ToHashSet());
                Assert.Null(report.Group);
                // All origins alike, or none; appeals of both kinds, or none.
                Assert.Equal(0, measures.Count(m => m >= Records && m < Records + 16) % 16);
                Assert.Equal(measures.Contains(AppealsWonFalse), measures.Contains(AppealsWonTrue));
                Assert.Equal(measures.Contains(AppealsLostFalse), measures.Contains(AppealsLostTrue));
            }
        }
    }
}

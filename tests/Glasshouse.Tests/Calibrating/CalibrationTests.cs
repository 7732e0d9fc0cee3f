using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Calibrating;
using Glasshouse.Societies;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Calibrating;

/// <summary>From a figure that names a finding to the fitted figure in its file, over the whole model of a tiny society.</summary>
public sealed class CalibrationTests : IDisposable
{
    private const string Rate = "tiny-society.conducts.littering.rate";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_rate_is_fitted_to_what_was_published_once_and_written_where_it_stands()
    {
        var shelf = Shelf("calibration");
        var fit = Assert.Single(Run(shelf));
        var rate = Of(fit, Rate);
        Assert.True(rate.IsNarrow);
        Assert.InRange(rate.Median, 2.2, 2.8);
        Assert.True(fit.Findings[0].Distance < 1);
        Assert.False(Of(fit, "tiny-society.learning.grievance-half-life").IsNarrow);

        var told = new List<string>();
        Calibration.Run(Request, shelf, told.Add, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(told, t => t.Contains("simulations", StringComparison.Ordinal));

        Assert.Single(Writing.Write([fit], shelf));
        var read = Inspection.Read<Society>(InputFile.Read(FileKind.Society, _scratch.In("societies", "tiny-society.yaml"))).ValueOrThrow();
        var written = read.Conducts["littering"].Rate;
        Assert.Equal(Provenance.Calibrated, written.Provenance);
        Assert.Equal([1, 3, 6], written.Prior);
        Assert.Equal(["made-up-rate"], written.FitTo);
        Assert.InRange(written.Value, 2.2, 2.8);

        // What the data did not narrow stands as before.
        Assert.Equal(Provenance.Assumed, read.Learning.GrievanceHalfLife.Provenance);
        Assert.Contains("stays assumed", CalibrationLog.Write([fit], Request), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_finds_the_rate_that_made_the_data()
    {
        var fit = Assert.Single(Run(Shelf("calibration"), Request with { Recover = true, Plan = Request.Plan with { Seed = 5 } }));
        var rate = Of(fit, Rate);
        Assert.InRange(fit.Truth[fit.Places.ToList().IndexOf(Rate)], rate.Low, rate.High);
    }

    [Fact]
    public void A_finding_for_validation_is_never_fitted_to()
    {
        var refused = Assert.Throws<RefusedException>(() => Run(Shelf("validation")));
        Assert.Contains("only findings of use calibration", refused.Message, StringComparison.Ordinal);
    }

    private CalibrationRequest Request => new()
    {
        Out = _scratch.In("out"),
        Plan = new FitPlan { Particles = 40, Rounds = 3, Threads = 2 },
    };

    private static Posterior Of(GroupFit fit, string place) => fit.Posteriors[fit.Places.ToList().IndexOf(place)];

    private IReadOnlyList<GroupFit> Run(Shelf shelf, CalibrationRequest? request = null) =>
        Calibration.Run(request ?? Request, shelf, null, TestContext.Current.CancellationToken);

    // Of the two coefficients that name the finding only the first moves it.
    private Shelf Shelf(string use)
    {
        var society = File.ReadAllText(Tiny.SocietyPath).Replace(
            "rate: { value: 3, low: 2.4, high: 3.6, assumed: made up for tests }\n    temperament: careless",
            "rate: { value: 3, low: 1, high: 6, assumed: made up for tests, fit-to: [made-up-rate] }\n    temperament: careless",
            StringComparison.Ordinal);
        Assert.Contains("fit-to", society, StringComparison.Ordinal);
        var halfLife = society.Split('\n').Single(l => l.TrimStart().StartsWith("grievance-half-life:", StringComparison.Ordinal));
        society = society.Replace(halfLife, halfLife[..halfLife.LastIndexOf('}')] + ", fit-to: [made-up-rate] }", StringComparison.Ordinal);
        _scratch.Write("societies/tiny-society.yaml", society);
        _scratch.Write("evidence/made-up-rate.yaml", $$"""
            schema: glasshouse/evidence/v1
            id: made-up-rate
            title: People litter two and a half times a year
            topic: base-rates
            use: {{use}}
            study: made-up-2001
            source: { title: Nothing, read: true }
            society: tiny-society
            published: { value: 2.5, unit: "acts" }
            tolerance: { of: absolute, size: 0.2, why: made up }
            scenario:
              people: 1000
              years: 1
              seeds: 5
              arms:
                only: { regime: law-only }
              measure: { what: sum-per-person-year, of: "acts:littering" }
            """);
        return new Shelf([_scratch.Path]);
    }
}

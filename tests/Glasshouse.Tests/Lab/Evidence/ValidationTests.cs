using System.Text.Json.Nodes;
using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Evidence;
using Glasshouse.Lab.Indicators;
using Glasshouse.Lab.Reporting;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Files;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Lab.Evidence;

/// <summary>Made-up findings of a tiny society, from their files to a verdict.</summary>
public sealed class ValidationTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Findings_are_measured_judged_and_grouped()
    {
        var result = Run(Request);
        Assert.Equal(
        [
            ("made-up-arrears", VerdictKind.Near), ("made-up-hours", VerdictKind.NotTestable), ("made-up-identity", VerdictKind.ByTest),
            ("made-up-littering", VerdictKind.Inside), ("made-up-safety", VerdictKind.Outside), ("made-up-trust", VerdictKind.Inside),
        ], result.Findings.Select(f => (f.Finding.Id, f.Verdict.Kind)));
        Assert.Equal([EvidenceUse.Parameter, EvidenceUse.Calibration, EvidenceUse.Validation, EvidenceUse.Reference],
            result.ByUse.Select(g => g.Use));
        Assert.Equal(new UseScore(EvidenceUse.Validation, All: 3, Testable: 2, Inside: 1, WithoutMechanisms: 1, Prior: null),
            result.Scores[^1]);
        Assert.All(result.Findings.Where(f => f.IsTestable), f => Assert.Equal(5, f.Values.Count));
    }

    [Fact]
    public void An_indicator_is_what_a_run_reports()
    {
        var run = new Experiment(Tiny.Setup(Tiny.Request with { Seeds = 5 })).Run(TestContext.Current.CancellationToken);
        var indicator = Catalogue.Fixed.Single(i => i.Name == "felt-safety");
        var expected = run.Outcomes.Select(o => Reckoner.OfYear(indicator, o, 1, 0).Value);
        Assert.Equal(expected, Of("made-up-safety").Values);
    }

    [Fact]
    public void Without_mechanisms_a_regime_changes_no_mind()
    {
        var trust = Of("made-up-trust");
        Assert.True(trust.Simulated < 0);
        Assert.Equal(0, trust.WithoutMechanisms!.Value.Value);
    }

    [Fact]
    public void Threads_change_nothing_and_neither_do_findings_run_beside()
    {
        var together = Run(Request with { Threads = 2 }).Findings.Single(f => f.Finding.Id == "made-up-trust");
        Assert.Equal(Of("made-up-trust").Values, together.Values);
    }

    [Fact]
    public void What_is_kept_is_taken_over_and_more_seeds_only_add()
    {
        var request = Request with { Facts = ["made-up-safety"], Out = _scratch.In("out") };
        var few = Run(request with { Seeds = 2 }).Findings[0].Values;
        var told = new Told();
        Assert.Equal(few, Run(request with { Seeds = 2 }, told).Findings[0].Values);
        Assert.DoesNotContain(told.Seen, p => p.Weeks > 0);
        Assert.Equal(few, Run(request).Findings[0].Values.Take(2));
        // Another tolerance is another file, and nothing of the old one counts.
        var path = _scratch.In("evidence", "made-up-safety.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("years: 1", "years: 2", StringComparison.Ordinal));
        Assert.NotEqual(few, Run(request with { Seeds = 2 }).Findings[0].Values);
    }

    [Fact]
    public void A_validation_that_is_stopped_goes_on()
    {
        var request = Request with { Facts = ["made-up-trust"], Out = _scratch.In("out") };
        using var stop = new CancellationTokenSource();
        var told = new Told { At = p => { if (p.PersonWeeks * 2 > p.PersonWeeksInAll) stop.Cancel(); } };
        Assert.Throws<InterruptedException>(() => Validation.Run(request, Shelf(), told, stop.Token));
        var rest = new Told();
        Assert.Equal(Of("made-up-trust").Values, Run(request, rest).Findings[0].Values);
        Assert.True(rest.Seen.Max(p => p.PersonWeeksInAll) < told.Seen.Max(p => p.PersonWeeksInAll));
    }

    [Fact]
    public void Draws_of_assumptions_and_of_the_prior_are_told_beside_the_model()
    {
        var finding = Run(Request with { Facts = ["made-up-trust"], Assumptions = 2, Prior = 3 }).Findings[0];
        Assert.Equal(2, finding.Draws.Distinct().Count());
        Assert.NotNull(finding.Assumed);
        Assert.Equal(3, finding.Prior.Count);
    }

    [Fact]
    public void A_figure_that_names_a_finding_takes_it_from_validation()
    {
        const string Share = "urban-share: { value: 0.6, low: 0.48, high: 0.72, assumed: ";
        _scratch.Write("societies/tiny-society.yaml", Tiny.SocietyWith(Share + "made up for tests", Share + "as in made_up_safety"));
        var use = Of("made-up-safety").Use;
        Assert.Equal((EvidenceUse.Calibration, "tiny-society.population.urban-share"), (use.Use, use.NamedBy));
    }

    [Fact]
    public void Page_document_and_table_hold_every_finding()
    {
        var result = Run(Request);
        ValidationFiles.Write(_scratch.Path, result);
        var document = JsonNode.Parse(File.ReadAllText(_scratch.In("validation.json")))!;
        Assert.Equal(result.Findings.Select(f => f.Finding.Id), document["findings"]!.AsArray().Select(f => (string?)f!["id"]));
        Assert.Equal(result.Findings.Count + 1, File.ReadAllLines(_scratch.In("validation.csv")).Length);
        var page = File.ReadAllText(_scratch.In("validation.html"));
        Assert.All(result.Findings, f => Assert.Contains(f.Finding.Title, page, StringComparison.Ordinal));
        Assert.Contains("role=\"img\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_asked_for_must_be_without_fault()
    {
        var path = _scratch.In("evidence", "made-up-hours.yaml");
        Of("made-up-identity");
        File.WriteAllText(path, File.ReadAllText(path).Replace("topic: deterrence", "topic: deterence", StringComparison.Ordinal));
        Assert.Equal("GH106", Assert.Single(Assert.Throws<FaultException>(() => Run(Request)).Faults).Code);
        Assert.Single(Run(Request with { Facts = ["made_up_identity"] }).Findings);
    }

    [Fact]
    public void Looking_at_people_moves_no_bit()
    {
        var plan = Tiny.Setup().Plan();
        var weeks = 0;
        var watched = Shipped.Run(plan with { Watch = (_, _) => weeks++ });
        Assert.Equal(Shipped.Run(plan).Outcome().Digest, watched.Outcome().Digest);
        Assert.Equal(watched.Weeks * watched.Districts.Count, weeks);
    }

    private static ValidationRequest Request { get; } = new() { Threads = 1 };

    private ValidationResult Run(ValidationRequest request, IProgress<Progress>? told = null) =>
        Validation.Run(request, Shelf(), told, TestContext.Current.CancellationToken);

    private ScoredFinding Of(string id) => Run(Request with { Facts = [id] }).Findings[0];

    private Shelf Shelf()
    {
        Copy(Tiny.SocietyPath, "societies");
        Copy(Tiny.RegimePath, "regimes");
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "Glasshouse.Tests", "Fixtures", "evidence")))
        {
            Copy(file, "evidence");
        }
        return new Shelf([_scratch.Path]);
    }

    // A file that a test has changed stays as it is.
    private void Copy(string path, string folder)
    {
        var to = _scratch.In(folder, Path.GetFileName(path));
        if (!File.Exists(to))
        {
            _scratch.Write(Path.Combine(folder, Path.GetFileName(path)), File.ReadAllText(path));
        }
    }

    private sealed class Told : IProgress<Progress>
    {
        public List<Progress> Seen { get; } = [];

        public Action<Progress> At { get; init; } = _ => { };

        public void Report(Progress value)
        {
            Seen.Add(value);
            At(value);
        }
    }
}

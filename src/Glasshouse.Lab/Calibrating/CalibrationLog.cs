using System.Globalization;
using System.Text;
using Glasshouse.Lab.Reporting;

namespace Glasshouse.Lab.Calibrating;

/// <summary>The log of a calibration, as Markdown: what was fitted to what, what came of it, and what the data did not tell.</summary>
public static class CalibrationLog
{
    /// <summary>Writes the log.</summary>
    /// <param name="fits">What came of each group.</param>
    /// <param name="request">What was asked for.</param>
    public static string Write(IReadOnlyList<GroupFit> fits, CalibrationRequest request)
    {
        var page = new StringBuilder(request.Recover ? "# Recovery of known coefficients\n\n" : "# Calibration\n\n");
        page.Append(request.Recover
            ? "Coefficients were drawn from their priors, the model made data with them, and the same fit was asked to find them.\n\n"
            : "Written by `glasshouse calibrate`. Coefficients were fitted to findings of use calibration, to nothing else.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Method: sequential Monte Carlo, {request.Plan.Particles} particles, ")
            .Append(CultureInfo.InvariantCulture, $"at most {request.Plan.Rounds} rounds after the first, seed {request.Plan.Seed}; ")
            .Append("a distance is the root mean square of the gaps to the findings, in tolerances. ")
            .Append(CultureInfo.InvariantCulture, $"A coefficient whose middle 90% is not narrower than {Posterior.Narrow:0%} ")
            .Append("of the prior's stays assumed.\n");
        foreach (var fit in fits)
        {
            Group(page, fit);
        }
        return page.ToString();
    }

    private static void Group(StringBuilder page, GroupFit fit)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {string.Join(", ", fit.Findings.Select(f => f.Id))}\n\n");
        page.Append("| coefficient | prior: low, value, high | posterior: 5%, median, 95% | width | |\n| --- | --- | --- | --- | --- |\n");
        for (var i = 0; i < fit.Places.Count; i++)
        {
            var p = fit.Posteriors[i];
            var verdict = fit.Truth.Count == 0 ? p.IsNarrow ? "calibrated" : "stays assumed"
                : $"truth {Text(fit.Truth[i])}: {(p.Low <= fit.Truth[i] && fit.Truth[i] <= p.High ? "held" : "missed")}";
            page.Append(CultureInfo.InvariantCulture, $"| `{fit.Places[i]}` ")
                .Append(CultureInfo.InvariantCulture, $"| {Text(p.Prior.Low)}, {Text(p.Prior.Value)}, {Text(p.Prior.High)} ")
                .Append(CultureInfo.InvariantCulture, $"| {Text(p.Low)}, {Text(p.Median)}, {Text(p.High)} ")
                .Append(CultureInfo.InvariantCulture, $"| {p.Width:0%} of the prior | {verdict} |\n");
        }
        page.Append("\n| finding | fitted to | tolerance | before | after | off by |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var f in fit.Findings)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {f.Id} | {Text(f.Target, "the sign")} | {Text(f.Tolerance, "")} ")
                .Append(CultureInfo.InvariantCulture, $"| {Text(f.Before, "nobody")} ")
                .Append(CultureInfo.InvariantCulture, $"| {Text(f.After, "nobody")} | {Text(f.Distance, "")} tolerances |\n");
        }
        page.Append("\nRounds: ").AppendJoin("; ", fit.Rounds.Select(Round))
            .Append(CultureInfo.InvariantCulture, $". The last cloud is worth {fit.EffectiveSize:0} particles of equal weight.\n");
    }

    private static string Round(RoundAccount round)
    {
        var from = round.Limit is { } limit ? string.Create(CultureInfo.InvariantCulture, $"up to {limit:0.00}") : "from the prior";
        return string.Create(CultureInfo.InvariantCulture, $"{round.Simulations} simulations {from}, median {round.Median:0.00}");
    }

    private static string Text(double? value, string none = "none") => value is { } number ? Shown.Value(number) : none;
}

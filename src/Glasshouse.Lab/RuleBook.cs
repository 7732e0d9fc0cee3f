using Glasshouse.Regimes;

namespace Glasshouse.Lab;

/// <summary>How much of one domain of a rule book the model can trigger.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="RowsModelled">Point rows that some conduct can trigger.</param>
/// <param name="Rows">All point rows.</param>
/// <param name="GroundsModelled">Direct grounds that some conduct can meet.</param>
/// <param name="Grounds">All direct grounds.</param>
/// <param name="Reasons">Why the rest is not modelled, most frequent reason first, with the number of rows and grounds.</param>
public sealed record DomainCoverage(
    string Domain, int RowsModelled, int Rows, int GroundsModelled, int Grounds,
        IReadOnlyList<(string Reason, int Count)> Reasons);

/// <summary>The share of a rule book that is modelled: nothing is dropped in silence.</summary>
/// <param name="Domains">By domain, in order of name.</param>
public sealed record RuleBook(IReadOnlyList<DomainCoverage> Domains)
{
    public int Rows => Domains.Sum(d => d.Rows);

    public int RowsModelled => Domains.Sum(d => d.RowsModelled);

    public int Grounds => Domains.Sum(d => d.Grounds);

    public int GroundsModelled => Domains.Sum(d => d.GroundsModelled);

    /// <summary>In a sentence.</summary>
    public string Sentence => Rows + Grounds == 0 ? "It has no rows and no grounds: there is nothing to be triggered."
        : $"{RowsModelled} of {Rows} rows ({Share(RowsModelled, Rows)}) and {GroundsModelled} of {Grounds} direct grounds "
        + $"({Share(GroundsModelled, Grounds)}) can be triggered in the model.";

    /// <summary>Reads a regime's rows and grounds.</summary>
    public static RuleBook Of(Regime regime)
    {
        var rows = regime.Rows.Values.Select(r => (r.Domain, Row: true, r.NotModelled));
        var grounds = regime.DirectGrades.Values.Select(g => (g.Domain, Row: false, g.NotModelled));
        return new([.. rows.Concat(grounds)
            .GroupBy(e => e.Domain, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new DomainCoverage(
                g.Key,
                g.Count(e => e.Row && e.NotModelled is null), g.Count(e => e.Row),
                g.Count(e => !e.Row && e.NotModelled is null), g.Count(e => !e.Row),
                [.. g.Where(e => e.NotModelled is not null)
                    .GroupBy(e => e.NotModelled!, StringComparer.Ordinal)
                    .OrderByDescending(r => r.Count()).ThenBy(r => r.Key, StringComparer.Ordinal)
                    .Select(r => (r.Key, r.Count()))]))]);
    }

    private static string Share(int part, int whole) => whole == 0 ? "none" : $"{100.0 * part / whole:0}%";
}

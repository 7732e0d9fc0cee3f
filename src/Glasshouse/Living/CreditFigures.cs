using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>Debt, what it costs, what the ordinary credit file keeps, and what life costs beyond the plan.</summary>
public sealed record CreditFigures
{
    [Means("Weeks that a default stays in the credit file; 0 for no such file.")]
    [Between(0, 520)]
    [PartOf(Mechanism.CreditFile)]
    public required Figure FileWeeks { get; init; }
    [Means("Weeks of arrears on a loan, a card or a bill after which they are entered as a default.")]
    [Between(1, 104)]
    public required Figure DefaultAfter { get; init; }
    [Means("Share of those without loan and card of whom there is no credit file.")]
    [Between(0, 1)]
    [PartOf(Mechanism.ThinFiles)]
    public required Figure NoFile { get; init; }
    [Means("A mean loan, weeks of income.")]
    [Between(1, 200)]
    public required Figure LoanSize { get; init; }
    [Means("What a loan costs whoever is sure not to pay more than whoever is sure to pay, share of the loan over its term.")]
    [Between(0, 1)]
    [PartOf(Mechanism.DebtService)]
    public required Figure PriceOfRisk { get; init; }
    [Means("Share of instalments that comes out of savings; the rest is spent less.")]
    [Between(0, 1)]
    [PartOf(Mechanism.DebtService)]
    public required Figure Felt { get; init; }
    [Means("Unplanned expenses (repairs, illness, family) per adult per year.")]
    [Between(0, 12)]
    [PartOf(Mechanism.Expenses)]
    public required Figure Expenses { get; init; }
    [Means("Mean size of such an expense, weeks of spending.")]
    [Between(0.1, 52)]
    public required Figure ExpenseWeeks { get; init; }
}

using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>Debts and limits, in 64ths of a week's income, and the expenses that empty purses.</summary>
public sealed class Credit
{
    private static readonly uint Behind = MarkBits.Of(Mark.LoanArrears) | MarkBits.Of(Mark.CardArrears);

    private readonly float _size, _price, _felt, _average, _expense;

    /// <summary>Without figures loans are of one price, weigh on nobody, and no file is kept of defaults.</summary>
    /// <param name="figures">The society's figures, or null.</param>
    /// <param name="loanBase">Log odds that an average application is granted.</param>
    /// <param name="loanWeeks">Mean weeks until a loan is repaid.</param>
    public Credit(CreditFigures? figures, double loanBase, double loanWeeks)
    {
        _average = (float)Elementary.Expit(loanBase);
        _size = (float)(figures?.LoanSize.Value ?? 20) * Situation.UnitsPerWeek;
        if (figures is not null)
        {
            (_price, _felt) = ((float)figures.PriceOfRisk, (float)figures.Felt);
            (FileWeeks, DefaultAfter) = ((int)figures.FileWeeks.Value, (int)figures.DefaultAfter.Value);
            NoFile = (float)figures.NoFile;
            ExpensesPerWeek = figures.Expenses.Value / Calendar.Year;
            _expense = (float)figures.ExpenseWeeks;
        }
        Instalment = (int)(_size * (1 + _price * (1 - _average)) * Calendar.Exchange / loanWeeks + 0.5);
    }

    /// <summary>Weeks that a default stays in the credit file.</summary>
    public int FileWeeks { get; }

    /// <summary>Weeks of arrears after which they are a default.</summary>
    public int DefaultAfter { get; }

    /// <summary>Share of those without loan and card of whom there is no file.</summary>
    public float NoFile { get; }

    public double ExpensesPerWeek { get; }

    /// <summary>What those with an income set aside each week for such expenses, weeks of spending: the mean of what comes.</summary>
    public float SetAside => (float)ExpensesPerWeek * _expense;

    /// <summary>What is paid on a debt in four weeks, 64ths of a week's income.</summary>
    public int Instalment { get; }

    /// <summary>
    /// The most that a lender lends to whom they would lend with a chance: at the chance of an average application half as much again
    /// as a mean loan, and in proportion.
    /// </summary>
    public ushort Limit(float chance) => (ushort)Math.Min(ushort.MaxValue, 1.5f * _size * chance / _average);

    /// <summary>
    /// What a loan makes a person owe: between a third of the limit and all of it, and the price of the risk that the lender sees.
    /// </summary>
    public ushort Owed(ushort limit, float chance, float luck) =>
        (ushort)Math.Min(ushort.MaxValue, limit * (1 + 2 * luck) / 3 * Price(chance));

    /// <summary>What is paid back for each unit of a loan.</summary>
    public float Price(float chance) => 1 + _price * (1 - chance);

    /// <summary>Size of an unplanned expense, weeks of spending: exponential about the mean.</summary>
    public float Expense(uint bits)
    {
        var luck = (Episodes.Mix(bits) + 0.5) / 4294967296.0;
        return (float)(-Elementary.Log(luck) * _expense);
    }

    /// <summary>An expense is paid from savings; what they do not cover goes on the card as far as its limit reaches.</summary>
    public static void Spend(Situation situation, int slot, float weeks)
    {
        var left = situation.Savings[slot] - weeks;
        situation.Savings[slot] = Math.Max(0, left);
        if (left < 0 && (situation.Roles[slot] & RoleBits.Of(Role.CardHolder)) != 0)
        {
            var room = Math.Max(0, situation.Limit[slot] - situation.Debt[slot]);
            situation.Debt[slot] += (ushort)Math.Min(room, (int)Math.Min(ushort.MaxValue, -left * Situation.UnitsPerWeek));
        }
    }

    /// <summary>Four weeks' instalment: whoever is behind pays nothing.</summary>
    /// <returns>True if nothing is owed any more.</returns>
    public bool Pay(Situation situation, int slot)
    {
        ref var debt = ref situation.Debt[slot];
        if ((situation.Marks[slot] & Behind) != 0)
        {
            return false;
        }
        var paid = Math.Min(Instalment, debt);
        debt -= (ushort)paid;
        ref var savings = ref situation.Savings[slot];
        savings = Math.Max(0, savings - _felt * paid / Situation.UnitsPerWeek);
        return debt == 0;
    }
}

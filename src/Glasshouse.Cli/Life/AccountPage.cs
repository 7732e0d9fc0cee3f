using Glasshouse.Lab.Telling;
using Spectre.Console;

namespace Glasshouse.Cli.Life;

/// <summary>A score's account for a reader.</summary>
internal static class AccountPage
{
    /// <summary>Prints it.</summary>
    public static void Print(IAnsiConsole console, Account account)
    {
        Lines.Print(console, "", $"Score of {account.Person} in {account.Date} (week {account.Week})", "bold");
        Lines.Print(console, "", InventedName.Notice, "italic");
        if (account.NotInForce is { } missing)
        {
            Lines.Print(console, "", missing);
        }
        console.WriteLine();
        if (account.KeptAside > 0)
        {
            Lines.Print(console, "", $"Kept aside without counting, for want of consent: {account.KeptAside} records.");
        }
        if (account.Scored)
        {
            OnMain(console, account);
        }
        else
        {
            Lines.Print(console, "", "Not scored: under the regime's age, or not among those who joined.");
        }
        foreach (var scale in account.Further.Where(s => s.Asked))
        {
            Further(console, scale);
        }
        Others(console, account);
    }

    private static void OnMain(IAnsiConsole console, Account account)
    {
        Lines.Print(console, $"{Signed(account.Base)}  ", "base");
        foreach (var line in account.Lines)
        {
            Lines.Print(console, $"{Signed(line.Points)}  ", Words(line));
        }
        Lines.Print(console, $"{Signed(account.Score)}  ", "sum", "bold");
        console.WriteLine();
        Lines.Print(console, "", FormattableString.Invariant($"Score {account.Score:0.###}, grade {account.Grade}."));
        Note(console, account.Note);
    }

    private static void Further(IAnsiConsole console, FurtherAccount scale)
    {
        console.WriteLine();
        Lines.Print(console, "", $"{scale.Label}: {scale.Grade}", "bold");
        if (scale.Lines.Count > 0 || scale.Base != 0)
        {
            Lines.Print(console, $"{Signed(scale.Base)}  ", "base");
            foreach (var line in scale.Lines)
            {
                Lines.Print(console, $"{Signed(line.Points)}  ", Words(line));
            }
            Lines.Print(console, $"{Signed(scale.Score)}  ", "sum");
        }
        Note(console, scale.Note);
    }

    private static void Others(IAnsiConsole console, Account account)
    {
        foreach (var line in account.FromOthers)
        {
            console.WriteLine();
            Lines.Print(console, "", $"Hit by {line}.");
        }
    }

    private static void Note(IAnsiConsole console, string? note)
    {
        if (note is not null)
        {
            Lines.Print(console, "", note + ".");
        }
    }

    private static string Words(AccountLine line)
    {
        if (line.Origin.Length == 0)
        {
            return $"{line.Rule}: {line.Text}";
        }
        var what = line.Grade is { } grade ? $"sets grade {grade}: " : line.Suspended != 0
            ? FormattableString.Invariant($"suspended ({line.Suspended:+0.###} while a direct grade stands): ")
            : "";
        var article = line.Article.Length == 0 ? "" : $", {line.Article}";
        var term = $"{LifeDate.Of(line.Since)}, until {LifeDate.Of(line.Until)}";
        return $"{line.Rule}{article}: {what}{line.Text}; {term}; {line.Origin}";
    }

    private static string Signed(double points) => FormattableString.Invariant($"{points:0.###}").PadLeft(9);
}

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
        console.WriteLine();
        if (!account.Scored)
        {
            Lines.Print(console, "", "Not scored: under the regime's age, or not among those who joined.");
            return;
        }
        Lines.Print(console, $"{Signed(account.Base)}  ", "base");
        foreach (var line in account.Lines)
        {
            Lines.Print(console, $"{Signed(line.Points)}  ", Words(line));
        }
        Lines.Print(console, $"{Signed(account.Score)}  ", "sum", "bold");
        console.WriteLine();
        Lines.Print(console, "", FormattableString.Invariant($"Score {account.Score:0.###}, grade {account.Grade}."));
        Note(console, account.Note);
        foreach (var scale in account.Further)
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

using Glasshouse.Acting;
using Glasshouse.Kernel;

namespace Glasshouse.Recording;

/// <content>Whether a rule holds in a case, and whether it is let go.</content>
public sealed partial class Entering
{
    private static readonly Purpose Connections = Purpose.Named("recording/connections");

    // In force, applied in this case, and with what it asks to have come before.
    private bool Holds(Rule rule, Dossiers dossiers, int slot, uint bits, int week) =>
        rule.InForce
        && (rule.Applies >= 1 || Draw.Unit(Episodes.Mix(bits ^ rule.Luck)) < rule.Applies)
        && (rule.After is null || Came(dossiers, rule.After, slot, week))
        && (rule.Unless is null || !Came(dossiers, rule.Unless, slot, week));

    // One luck for all that one act would bring; whoever enters it knows the role, and nothing of what happened.
    private bool IsLetGo(RuleTable rules, Rule rule, ushort number, int slot, uint roles, uint bits, int week)
    {
        if (rules.Books[rule.Scale].Connected is not { } connected || !rule.IsAgainst(rule.Points)
            || !Array.Exists(connected.Roles, one => (roles & one) == one)
            || Draw.Unit((Luck with { Purpose = Connections }).At((uint)slot, week, (int)(bits & 0xFFFF)).A) >= connected.Share)
        {
            return false;
        }
        _letGo.Add(((ushort)slot, number));
        return true;
    }

    private bool Came(Dossiers dossiers, Earlier earlier, int slot, int week)
    {
        if (earlier.Grades != 0 && (earlier.Grades & 1u << _held[earlier.Scale][slot]) != 0)
        {
            return true;
        }
        var ledger = dossiers.Ledger;
        var count = 0;
        var oldest = week;
        for (var r = dossiers.Head(slot); r >= 0; r = ledger.Previous(r))
        {
            if (r < _earlier && week - ledger.Week(r) <= earlier.Within && earlier.Takes(ledger.State(r))
                && Array.IndexOf(earlier.Rules, ledger.Row(r)) >= 0)
            {
                count++;
                oldest = ledger.Week(r);
            }
        }
        return earlier.StandingWeeks > 0 ? count > 0 && week - oldest >= earlier.StandingWeeks : count >= earlier.Times;
    }
}

using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Living;

/// <content>Occasions that come to everybody alike, and what comes of them.</content>
public sealed partial class Lives
{
    /// <summary>Lets the week's occasions come to everybody: the candidates of the processes after the conducts.</summary>
    public void Meet(LivingTable table, Candidates candidates, int firstProcess, Roster roster, Situation situation, Standing standing,
        ConsequenceTable consequences, in Bearing bearing)
    {
        _loans.Open();
        for (var o = 0; o < LivingTable.ToEverybody; o++)
        {
            var come = candidates.Of(firstProcess + o);
            for (var c = 0; c < come.Slot.Length; c++)
            {
                int slot = come.Slot[c];
                var luck = Draw.Unit(come.Luck[c]);
                var bits = come.Gravity[c];
                switch ((Occasion)o)
                {
                    case Occasion.Separation when !Is(situation, slot, Role.Employed):
                    case Occasion.LoanApplication when Is(situation, slot, Role.Borrower):
                    case Occasion.Home when !Is(situation, slot, Role.Tenant):
                        break;
                    case Occasion.Journey or Occasion.ServiceApplication or Occasion.Purchase
                        when bearing.Withdraws(slot, situation.Marks[slot], bits):
                        Add(slot, (Occasion)o, Outcome.Forgone);
                        break;
                    case Occasion.Deal:
                        Deal(table, roster, situation, consequences.Open, bearing.Trust(slot), slot, luck, bits);
                        break;
                    case Occasion.Separation:
                        if (luck < table.Careers.Loses(roster, situation, slot))
                        {
                            table.Careers.End(situation, slot, Draw.Unit(bits));
                            JobsEnded.Add(slot);
                        }
                        break;
                    case Occasion.LoanApplication:
                        AskForLoan(table, roster, situation, Treated(slot), slot, luck, bits);
                        break;
                    case Occasion.Expense:
                        Credit.Spend(situation, slot, table.Credit.Expense(bits));
                        break;
                    case Occasion.Home:
                        AskForHome(table, situation, Treated(slot), slot, luck, bits);
                        break;
                    case Occasion.ServiceApplication when Draw.Unit(bits) < table.BenefitShare:
                        Ask(slot, Occasion.Benefit,
                            Treated(slot).Of(Effect.ServiceRefused) + Treated(slot).Of(Effect.BenefitRefused), luck);
                        break;
                    default:
                        Ask(slot, (Occasion)o, Treated(slot).Of(Refusing((Occasion)o)), luck);
                        break;
                }
            }
        }
        Lend(table, situation);

        Treatment Treated(int slot) => new(consequences, situation, standing, slot);
    }

    // What refuses an occasion that asks for nothing but the grade.
    private static Effect Refusing(Occasion occasion) => occasion switch
    {
        Occasion.Journey => Effect.TravelRefused,
        Occasion.Care => Effect.CareRefused,
        Occasion.Purchase => Effect.PurchaseRefused,
        _ => Effect.ServiceRefused,
    };

    private void Ask(int slot, Occasion occasion, float refused, float luck) =>
        Add(null, slot, occasion, true, luck >= refused, Reason.Grade);

    // The landlord decides by what is seen of the tenant; the grade may close the door to those whom the landlord would take.
    private void AskForHome(LivingTable table, Situation situation, Treatment answers, int slot, float luck, uint bits)
    {
        var evidence = table.Housing.Screens ? table.Renting(situation, slot) : default;
        var taken = !table.Housing.Screens || Draw.Unit(bits) < evidence.Chance;
        var open = luck >= answers.Of(Effect.HomeRefused);
        Add(null, slot, Occasion.Home, taken, taken && open, taken ? Reason.Grade : evidence.Against);
    }
}

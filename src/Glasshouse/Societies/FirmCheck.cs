using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Societies;

/// <summary>What is said of firms names conducts of the society.</summary>
internal static class FirmCheck
{
    public static void Check(Reading<Society> r, FirmFigures firms, FaultList faults)
    {
        foreach (var (sector, figures) in firms.Sectors)
        {
            Known(r, $"firms.sectors.{sector}.times", figures.Times.Keys, faults);
        }
        Known(r, "firms.gains", firms.Gains.Keys, faults);
        Known(r, "firms.favours", firms.Favours.Keys, faults);
        var conducts = r.Keys("conducts");
        for (var i = 0; i < firms.Money.Closing.Count; i++)
        {
            var name = firms.Money.Closing[i];
            if (!conducts.Contains(name))
            {
                faults.Add(FaultCode.UnknownMember, r.At($"firms.money.closing.{i}"), $"unknown conduct {Spelling.Quote(name)}",
                    "a conduct of this file", Spelling.Nearest(name, conducts));
            }
        }
    }

    private static void Known(Reading<Society> r, string path, IEnumerable<string> names, FaultList faults)
    {
        var conducts = r.Keys("conducts");
        foreach (var name in names)
        {
            if (!conducts.Contains(name))
            {
                faults.Add(FaultCode.UnknownMember, r.KeyAt($"{path}.{name}"), $"unknown conduct {Spelling.Quote(name)}",
                    "a conduct of this file", Spelling.Nearest(name, conducts));
            }
        }
    }
}

using System.Globalization;
using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Societies;

/// <summary>Bands of ages follow each other without gap or overlap from age 0; sizes of households are whole numbers.</summary>
internal static class BandCheck
{
    /// <summary>Most members of a household: a household lies within one block of slots.</summary>
    public const int LargestHousehold = 20;

    public static void Check(Reading<Society> r, PopulationFigures people, FaultList faults)
    {
        // Bands are only comparable if none was lost to a fault of its own.
        if (people.Ages.Count == r.Keys("population.ages").Count)
        {
            Ages(r, people, faults);
        }
        foreach (var size in people.HouseholdSizes.Keys)
        {
            if (!int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var members)
                || members is < 1 or > LargestHousehold)
            {
                faults.Add(FaultCode.Bands, r.KeyAt($"population.household-sizes.{size}"), $"the household size '{size}'",
                    $"a whole number from 1 to {LargestHousehold}");
            }
        }
    }

    private static void Ages(Reading<Society> r, PopulationFigures people, FaultList faults)
    {
        var expected = 0.0;
        foreach (var (key, band) in people.Ages)
        {
            var path = $"population.ages.{key}";
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var from) || from != expected)
            {
                faults.Add(FaultCode.Bands, r.KeyAt(path), $"an age band from '{key}'",
                    $"'{expected}', the year after the band before it; bands in order, the first from 0");
            }
            if (band.To < from || band.To != Math.Floor(band.To))
            {
                faults.Add(FaultCode.Bands, r.At($"{path}.to"), $"{band.To} as the last year of the band from '{key}'",
                    "a whole year, not before the first");
            }
            expected = band.To + 1;
        }
    }
}

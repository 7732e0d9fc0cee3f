using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Evidence;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Lab.Evidence;

/// <summary>What a pass makes of the figures of a file, and by which base rates an arm lives.</summary>
public sealed class PassTests
{
    private static readonly InputFile China = InputFile.Read(FileKind.Society, Repository.PathOf("societies", "china-urban.yaml"));

    [Fact]
    public void A_record_with_other_figures_is_what_the_file_read_with_them_would_be()
    {
        var revalue = Pass.Assumed(3).Revalue("china-urban", 0);
        var read = Figures(Inspection.Read<Society>(China, revalue).ValueOrThrow());
        Assert.Equal(read, Figures(Inspection.Read<Society>(China).With(revalue).ValueOrThrow()));
        Assert.NotEqual(read, Figures(Inspection.Read<Society>(China).ValueOrThrow()));
    }

    [Fact]
    public void What_was_fitted_is_drawn_from_the_range_that_it_was_sought_in()
    {
        var figure = new Figure(9, Provenance.Calibrated, "made up", 8.9, 9.1)
        {
            Path = "made.up",
            Coefficient = new Coefficient("deterrence", 0),
            Prior = [1, 2, 3],
        };
        Assert.All(Enumerable.Range(1, 50), n => Assert.InRange(Pass.Prior(n).Revalue("any", 0)!(figure).Value, 1, 3));
    }

    [Fact]
    public void What_an_arm_sets_or_turns_off_lives_by_the_rates_of_the_society_without_it()
    {
        var reading = Inspection.Read<Society>(China);
        var arm = new SocietySetup(China, reading, new Dictionary<string, double>(), [Mechanism.Evictions]);
        Assert.Empty(arm.Plain.Off);
        Assert.NotEqual(arm.Key, arm.Plain.Key);
        var rate = new SocietySetup(China, reading, new Dictionary<string, double> { ["conducts.littering.rate"] = 1 }, []);
        Assert.Same(rate, rate.Plain);

        var (from, to) = (new SocietyTables(reading.ValueOrThrow()), new SocietyTables(reading.ValueOrThrow()));
        from.Conducts.BasePerWeek[0] = 0.125;
        from.Living.ApplicationPerWeek = 0.25;
        BaseRates.Carry(from, to);
        Assert.Equal(from.Conducts.BasePerWeek, to.Conducts.BasePerWeek);
        Assert.Equal(0.25, to.Living.ApplicationPerWeek);
    }

    private static List<(string Path, double Value)> Figures(Society society)
    {
        var all = new List<(string, double)>();
        Rewriting.With(society, f =>
        {
            all.Add((f.Path, f.Value));
            return f;
        });
        return all;
    }
}

using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Regimes;

/// <summary>Regimes that run beside each other: each once, under its own name, and without going round in circles.</summary>
public sealed class IncludingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("glasshouse-including").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_an_included_regime_includes_runs_too_and_once()
    {
        Write("c");
        Write("b", "c", "scale: c/score, grades: [C]");
        var file = Write("a", "b, c", "scale: b/score, grades: [C], when: while");
        Assert.Equal(["b.yaml", "c.yaml"], file.Includes.Select(f => f.Name));
        var merged = Including.Merge(Read(file), [.. file.Includes.Select(Read)]);
        Assert.Equal(["b/score", "c/score"], merged.Scales.Keys);
        Assert.Equal("b/score", merged.DirectGrades["C-1"].On![0].Scale);
        Assert.Equal("c/score", merged.Scales["b/score"].DirectGrades["C-1"].On![0].Scale);
        Assert.Empty(Faults(file));
    }

    [Fact]
    public void Included_regimes_do_not_lead_back()
    {
        Write("c", "b");
        Write("b", "c");
        Assert.Equal([FaultCode.Includes], Faults(Write("a", "b")));
        Write("b", "a");
        Assert.Equal([FaultCode.Includes], Faults(Write("a", "b")));
    }

    [Fact]
    public void A_regime_and_what_it_includes_have_four_scales_at_most()
    {
        Write("d");
        Write("c", "d");
        Write("b", "c");
        Assert.Empty(Faults(Write("a", "b")));
        Write("e");
        Assert.Equal([FaultCode.Scales], Faults(Write("a", "b, e")));
    }

    [Fact]
    public void A_repair_of_a_deed_that_nobody_knows_is_a_fault()
    {
        Write("b");
        Assert.Empty(Faults(Write("a", "b", repair: "with: b/mend")));
        Assert.Equal([FaultCode.UnknownRepairTarget], Faults(Write("a", "b", repair: "with: b/mends")));
    }

    [Fact]
    public void One_payment_clears_the_entry_with_the_court_and_the_ground_that_followed()
    {
        // Nearly all pay soon, so that there are enough of them to look at.
        var soon = new Figure(0.9, Provenance.Assumed, "for a test", 0.1, 1);
        var court = Shipped.Regime.Scales["court-defaulters/score"];
        var paying = court.Repairs.ToDictionary(r => r.Key, r => r.Value with { YearlyChance = soon });
        var regime = Shipped.Regime with
        {
            Repairs = Shipped.Regime.Repairs.ToDictionary(r => r.Key, r => r.Value with { YearlyChance = soon }),
            Scales = Shipped.Regime.Scales.ToDictionary(s => s.Key, s => s.Value == court ? s.Value with { Repairs = paying } : s.Value),
        };
        // Who pays because of being listed pays one debt, whatever followed from it: here only what the regime asks for is paid.
        var society = Shipped.Solved(Shipped.Society with { Living = Shipped.Society.Living with { Repaying = null } });
        var tables = Shipped.Compiled(society, regime);
        var history = Shipped.Run(Shipped.Plan(society, tables, people: 10_000, years: 2));
        var (paid, both) = (0, 0);
        foreach (var district in history.Districts)
        {
            var dossiers = district.Twins[1].Dossiers;
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                var listed = States(dossiers, tables, slot, "court-defaulters/JD-1");
                var ground = States(dossiers, tables, slot, "D-02");
                if (listed is [RecordState.Repaired] && ground is [RecordState.Repaired or RecordState.Counting])
                {
                    paid++;
                    both += ground[0] == RecordState.Repaired ? 1 : 0;
                }
            }
        }
        Assert.True(paid >= 5, $"{paid} paid");
        Assert.Equal(paid, both);
    }

    private static List<RecordState> States(Dossiers dossiers, RegimeTables tables, int slot, string rule)
    {
        var states = new List<RecordState>();
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            if (tables.Rules.Rules[dossiers.Ledger.Row(r)].Id == rule)
            {
                states.Add(dossiers.Ledger.State(r));
            }
        }
        return states;
    }

    private InputFile Write(string id, string? includes = null, string? trigger = null, string? repair = null)
    {
        var beside = includes is null ? "" : $"includes: [{includes}]\n";
        var text = SmallRegime.Text.ReplaceLineEndings("\n").Replace("id: small\n", $"id: {id}\n{beside}", StringComparison.Ordinal)
            .Replace("tier: { counter: help, reach: 10 }, ", "", StringComparison.Ordinal)
            .Replace("tier: { counter: help, reach: 50 }, ", "", StringComparison.Ordinal);
        if (trigger is not null)
        {
            text = text.Replace("grade: C, article: d, domain: legal, on: [{ conduct: littering, levels: [heavy] }]",
                $"grade: C, article: d, domain: legal, on: [{{ {trigger} }}]", StringComparison.Ordinal);
            Assert.Contains(trigger, text, StringComparison.Ordinal);
        }
        if (repair is not null)
        {
            text = text.Replace("    of: [C-1]\n", $"    of: [C-1]\n    {repair}\n", StringComparison.Ordinal);
        }
        var path = Path.Combine(_folder, id + ".yaml");
        File.WriteAllText(path, text);
        return InputFile.Read(FileKind.Regime, path);
    }

    private static Regime Read(InputFile file) => Inspection.Read<Regime>(file).ValueOrThrow();

    private static IReadOnlyList<string> Faults(InputFile file)
    {
        var reading = Inspection.Read<Regime>(file);
        Assert.Empty(reading.Faults);
        return [.. RegimeCheck.Check(reading, SmallRegime.Conducts, [.. file.Includes.Select(Read)]).Select(f => f.Code)];
    }
}

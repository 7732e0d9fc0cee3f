using System.Diagnostics;
using System.Globalization;
using Glasshouse.Engine;
using Glasshouse.Lab;
using Glasshouse.Lab.Reporting;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>
/// Every regime that is shipped, with what it includes, over its own society: few people for two years, to the same bits by the scalar
/// oracle and on every vector width. A narrower machine is this test in a process of its own, which leaves its digests in a file.
/// </summary>
public sealed class EveryRegimeTests
{
    private const string File = "GLASSHOUSE_TEST_DIGESTS";
    private const string Width = "GLASSHOUSE_TEST_WIDTH";

    private static readonly Lazy<IReadOnlyList<RunPlan>> Plans = new(() =>
    {
        var societies = new Dictionary<string, SocietyTables>();
        return [.. new Shelf([Repository.Root]).List(FileKind.Regime).Select(f => Plan(f.Path, societies))];
    });

    private static readonly Lazy<IReadOnlyList<Outcome>> Outcomes = new(() => [.. Plans.Value.Select(p => Shipped.Run(p).Outcome())]);

    private static IReadOnlyList<string> Digests => [.. Outcomes.Value.Select(Written)];

    [Fact]
    public void The_scalar_oracle_gives_the_bits_of_the_vector_kernels()
    {
        if (Environment.GetEnvironmentVariable(File) is { } path)
        {
            Assert.Equal(Environment.GetEnvironmentVariable(Width), ResultDocument.VectorWidth.ToString(CultureInfo.InvariantCulture));
            System.IO.File.WriteAllLines(path, Digests);
            return;
        }
        Assert.Equal(Plans.Value.Select(p => Written(Shipped.Run(p with { Scalar = true }).Outcome())), Digests);
        // A society that no regime touched would pass all of this.
        Assert.True(Digests.Distinct().Count() > 0.9 * Digests.Count);
    }

    // Bounds hold whatever the base rates are: both sides of the comparison have them as a factor.
    [Fact]
    public void No_hazard_lies_above_its_bound_under_any_of_them() =>
        Assert.All(Outcomes.Value, outcome => Assert.Equal([0, 0], outcome.Faults));

    [Theory]
    [InlineData(256, "DOTNET_EnableAVX512")]
    [InlineData(128, "DOTNET_EnableAVX2")]
    public void A_narrower_machine_comes_to_the_same_bits(int width, string switchedOff)
    {
        Assert.SkipUnless(ResultDocument.VectorWidth > width, $"this machine has vectors of {ResultDocument.VectorWidth} bits");
        var path = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("dotnet",
            [
                typeof(EveryRegimeTests).Assembly.Location,
                "-method", $"{typeof(EveryRegimeTests).FullName}.{nameof(The_scalar_oracle_gives_the_bits_of_the_vector_kernels)}",
            ])
            {
                RedirectStandardOutput = true,
            };
            start.Environment[File] = path;
            start.Environment[Width] = width.ToString(CultureInfo.InvariantCulture);
            start.Environment[switchedOff] = "0";
            using var process = Process.Start(start)!;
            var told = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, told);
            Assert.Equal(Digests, System.IO.File.ReadAllLines(path));
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    // Base rates are left as they are before they are solved: bits are compared, not people.
    private static RunPlan Plan(string path, Dictionary<string, SocietyTables> societies)
    {
        var file = InputFile.Read(FileKind.Regime, path);
        var name = Inspection.SocietyOf(file);
        if (!societies.TryGetValue(name, out var society))
        {
            var societyFile = InputFile.Read(FileKind.Society, Repository.PathOf("societies", name + ".yaml"));
            societies[name] = society = new SocietyTables(Inspection.Read<Society>(societyFile).ValueOrThrow());
        }
        var regime = Inspection.Merged(Inspection.Read<Regime>(file).ValueOrThrow(), file);
        return new RunPlan
        {
            Society = society,
            Twins =
            [
                RegimeTables.LawOnly(society.Conducts),
                Compilation.Compile(regime, society.Conducts, society.Society.Living, society.Society.Observing),
            ],
            People = 200,
            Years = 2,
            BurnInYears = 0,
            Threads = 1,
        };
    }

    private static string Written(Outcome outcome) => $"{outcome.Digest:x16}";
}

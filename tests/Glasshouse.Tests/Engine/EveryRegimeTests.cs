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

    private static readonly Lazy<IReadOnlyList<string>> Digests = new(() => [.. Plans.Value.Select(DigestOf)]);

    [Fact]
    public void The_scalar_oracle_gives_the_bits_of_the_vector_kernels()
    {
        if (Environment.GetEnvironmentVariable(File) is { } path)
        {
            Assert.Equal(Environment.GetEnvironmentVariable(Width), ResultDocument.VectorWidth.ToString(CultureInfo.InvariantCulture));
            System.IO.File.WriteAllLines(path, Digests.Value);
            return;
        }
        Assert.Equal(Plans.Value.Select(p => DigestOf(p with { Scalar = true })), Digests.Value);
        // A society that no regime touched would pass all of this.
        Assert.True(Digests.Value.Distinct().Count() > 0.9 * Digests.Value.Count);
    }

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
            Assert.Equal(Digests.Value, System.IO.File.ReadAllLines(path));
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

    private static string DigestOf(RunPlan plan) => $"{Shipped.Run(plan).Outcome().Digest:x16}";
}

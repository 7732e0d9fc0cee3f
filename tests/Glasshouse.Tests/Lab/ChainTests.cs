using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Lab;

/// <summary>A run hangs on every file of a chain, not only on the first.</summary>
public sealed class ChainTests : IDisposable
{
    private const string Head = "schema: glasshouse/society/v1\nid: variant\ntitle: A variant\nextends: tiny-society\n";
    private readonly Scratch _scratch = new();
    private readonly string _base;
    private readonly string _variant;

    public ChainTests()
    {
        _base = _scratch.Write("tiny-society.yaml", File.ReadAllText(Tiny.SocietyPath));
        _variant = _scratch.Write("variant.yaml", Head + "living: { unemployment: { value: 0.1, document: S1 } }\n");
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_run_over_a_variant_has_its_figures_and_the_hashes_of_all_files()
    {
        var setup = Open();
        Assert.Equal(0.1, setup.Society.Living.Unemployment.Value);
        var manifest = Manifest.Begin(setup);
        Assert.Equal(["variant.yaml", "tiny-society.yaml", "tiny-regime.yaml"], manifest.Inputs.Select(i => i.File));
        Assert.Equal(["society", "society", "regime"], manifest.Inputs.Select(i => i.Kind));
        Assert.Equal(3, manifest.Inputs.Select(i => i.Sha256).Distinct().Count());
    }

    [Fact]
    public void Another_base_is_another_run()
    {
        var before = Open().Fingerprint(0);
        var folder = RunFolder.Create(null, "tiny", _scratch.Path);
        Manifest.Begin(Open()).Write(folder);
        Resumption.Open(folder, Tiny.NoShelf, threads: 1);

        File.AppendAllText(_base, "# A remark.\n");
        Assert.NotEqual(before, Open().Fingerprint(0));
        var refused = Assert.Throws<RefusedException>(() => Resumption.Open(folder, Tiny.NoShelf, threads: 1));
        Assert.Contains("tiny-society.yaml has changed", refused.Message, StringComparison.Ordinal);

        File.Delete(_base);
        refused = Assert.Throws<RefusedException>(() => Resumption.Open(folder, Tiny.NoShelf, threads: 1));
        Assert.Contains("no longer be found", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_is_looked_for_beside_the_file_and_nowhere_else()
    {
        var away = _scratch.Write("away/variant.yaml", Head);
        _scratch.Write("away/tiny-societies.yaml", "a: 1\n");
        var fault = Assert.Single(Inspect(away).Faults);
        Assert.Equal((FaultCode.NotFound, "tiny-societies"), (fault.Code, fault.Nearest));
    }

    [Fact]
    public void An_inspection_names_the_chain_and_faults_of_the_base_by_its_path()
    {
        Assert.Equal([_base], Inspect(_variant).Extends);
        Assert.Empty(Inspect(_variant).Faults);
        File.WriteAllText(_base, Tiny.SocietyWith("helping: [helping]", "helping: [helpin]"));
        var fault = Assert.Single(Inspect(_variant).Faults);
        Assert.Equal((_base, FaultCode.UnknownMember), (fault.File, fault.Code));
    }

    [Fact]
    public void A_circle_of_files_ends()
    {
        File.WriteAllText(_base, Head.Replace("extends: tiny-society", "extends: variant", StringComparison.Ordinal));
        var fault = Assert.Single(Inspect(_variant).Faults);
        Assert.Equal((_base, FaultCode.ExtendsItself), (fault.File, fault.Code));
    }

    private Setup Open() => Tiny.Setup(Tiny.Request with { Society = _variant });

    private static Inspection Inspect(string path) => Inspection.OfSociety(InputFile.Read(FileKind.Society, path));
}

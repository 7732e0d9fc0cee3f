using System.Text.RegularExpressions;
using Glasshouse.Engine;
using Glasshouse.Lab;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tests.Files;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Regimes;

/// <summary>Every piece of YAML in the cookbook goes over the draft of a new regime, without a fault, and changes it.</summary>
public sealed partial class CookbookTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "regimes", "cookbook.md")).ReplaceLineEndings("\n");

    // The words that the page tells readers to write before a piece.
    private static readonly string Opening = Regex.Match(
        Page, @"^```\n(schema:.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;

    private static readonly Lazy<SocietyTables> Society = new(() =>
    {
        var file = InputFile.Read(FileKind.Society, Repository.PathOf("societies", RunRequest.DefaultSociety + ".yaml"));
        var tables = new SocietyTables(Inspection.Read<Society>(file).ValueOrThrow());
        BaseRates.Solve(tables);
        return tables;
    });

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    public static TheoryData<int> Lines() => [.. Piece().Matches(Page).Select(m => Page[..m.Index].Count(c => c == '\n') + 1)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_piece_compiles_over_a_new_regime(int line)
    {
        var draft = InputFile.Read(FileKind.Regime, _scratch.Write("my-town.yaml", new RegimeDraft().Text("my-town")));
        var piece = Piece().Matches(Page).Single(m => Page[..m.Index].Count(c => c == '\n') + 1 == line).Groups["yaml"].Value;
        var file = InputFile.Read(FileKind.Regime, _scratch.Write("try.yaml", Opening + "\n" + piece));
        var society = InputFile.Read(FileKind.Society, Repository.PathOf("societies", RunRequest.DefaultSociety + ".yaml"));
        Assert.Empty(Inspection.OfRegime(file, Inspection.Read<Society>(society)).Faults.Select(f => f.ToString()));
        var regime = Inspection.Read<Regime>(file).ValueOrThrow();
        var tables = Society.Value;
        _ = Compilation.Compile(regime, tables.Conducts, tables.Society.Living, tables.Society.Observing);
        Assert.NotEmpty(RegimeDiff.Between(draft, file));
    }

    [GeneratedRegex(@"^```yaml\n(?<yaml>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Piece();
}

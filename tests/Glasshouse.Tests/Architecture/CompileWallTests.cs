using Glasshouse.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Glasshouse.Tests.Architecture;

/// <summary>Code that holds what Scoring holds cannot ask whether a record is true: it does not compile.</summary>
public sealed class CompileWallTests
{
    [Theory]
    [InlineData("dossiers.Ledger.Points(0) + seen[0].Level", null)]
    [InlineData("(int)seen[0].Origin", "CS1061")]
    [InlineData("(int)dossiers.Ledger.Origin(0)", "CS1061")]
    [InlineData("(int)dossiers.Origins.Of(0)", "CS1061")]
    [InlineData("(int)standing.Origins.Of(0)", "CS1061")]
    [InlineData("(int)dossiers._origins[0]", "CS1061")]
    public void An_origin_cannot_be_read_where_scores_are_made(string expression, string? error)
    {
        var errors = Errors($$"""
            using System;
            using Glasshouse.Observing;
            using Glasshouse.Recording;
            namespace Glasshouse.Scoring;
            static class Snippet
            {
                static int Look(Dossiers dossiers, Standing standing, ReadOnlySpan<Sighting> seen) => {{expression}};
            }
            """);
        Assert.Equal(error is null ? [] : [error], errors);
    }

    // The assembly's name is one that the model lets see its internals, as code of the model itself would.
    private static IEnumerable<string> Errors(string code)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var references = platform.Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(Figure).Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Glasshouse.Tests", [CSharpSyntaxTree.ParseText(code)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Glasshouse.Tests.Tidy;

public sealed class CodeTests
{
    const int FileLines = 400;
    const int MethodLines = 70;
    const int LineLength = 140;

    /// <summary>What may be longer: a path, or a path and method as <c>path#Method</c>, and why it cannot be cut.</summary>
    static readonly Dictionary<string, string> Longer = new(StringComparer.Ordinal);

    [Fact]
    public void A_file_has_at_most_400_lines_unless_it_is_listed_with_a_reason() =>
        Tree.None(from file in Tree.Code
                  let lines = file.Text.Count(c => c == '\n')
                  where lines > FileLines && !Longer.ContainsKey(file.Path)
                  select $"{file.Path}: {lines} lines");

    [Fact]
    public void A_method_has_at_most_70_lines_unless_it_is_listed_with_a_reason() =>
        Tree.None(from method in Methods()
                  where method.Lines > MethodLines && !Longer.ContainsKey(method.Name)
                  select $"{method.Name}: {method.Lines} lines");

    [Fact]
    public void What_is_listed_as_longer_still_is()
    {
        var long_files = Tree.Code.Where(file => file.Text.Count(c => c == '\n') > FileLines).Select(file => file.Path);
        var long_methods = Methods().Where(method => method.Lines > MethodLines).Select(method => method.Name);
        Tree.None(Longer.Keys.Except(long_files.Concat(long_methods)).Select(name => $"{name}: no longer needs an exception"));
    }

    [Fact]
    public void A_line_of_code_has_at_most_140_characters() =>
        Tree.None(from file in Tree.Code
                  from line in Tree.Lines(file.Text)
                  where line.Line.Length > LineLength
                  select $"{file.Path}:{line.Number}: {line.Line.Length} characters");

    [Fact]
    public void No_folder_shares_its_name_with_a_type()
    {
        var folders = Tree.Code.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(file => file.Path.Split('/')[1..^1]).ToHashSet(StringComparer.Ordinal);
        Tree.None(from file in Tree.Code
                  from type in file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
                  where folders.Contains(type.Identifier.Text)
                  select $"{file.Path}: the type {type.Identifier.Text} has the name of a folder");
    }

    static IEnumerable<(string Name, int Lines)> Methods() =>
        from file in Tree.Code
        from node in file.Syntax.DescendantNodes()
        let name = NameOf(node)
        where name is not null
        let span = node.SyntaxTree.GetLineSpan(node.Span)
        select ($"{file.Path}#{name}", span.EndLinePosition.Line - span.StartLinePosition.Line + 1);

    static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        OperatorDeclarationSyntax operation => "operator " + operation.OperatorToken.Text,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property.Identifier.Text,
        _ => null,
    };
}

using System.Text.RegularExpressions;
using Glasshouse.Files;
using Xunit;

namespace Glasshouse.Tests.Files;

public sealed class FaultCodeTests
{
    [Fact]
    public void Every_code_is_explained_and_every_explanation_has_its_code()
    {
        var codes = typeof(FaultCode).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToList();
        var page = File.ReadAllText(Repository.PathOf("docs", "faults.md"));
        var sections = Regex.Matches(page, @"^## (GH[0-9]+)\r?$", RegexOptions.Multiline).Select(m => m.Groups[1].Value);
        Assert.Equal(codes, sections);
        Assert.Equal(codes, codes.Distinct());
    }
}

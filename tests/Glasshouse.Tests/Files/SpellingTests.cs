using Glasshouse.Files;
using Xunit;

namespace Glasshouse.Tests.Files;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("PublicStaff", "public-staff")]
    [InlineData("On", "on")]
    [InlineData("HTTPRoute", "http-route")]
    [InlineData("ToRow", "to-row")]
    public void Names_are_written_in_kebab_case(string name, string kebab) => Assert.Equal(kebab, Spelling.Kebab(name));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("ab", "ba", 1)]
    [InlineData("colum", "column", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    public void A_swap_of_neighbours_counts_once(string a, string b, int distance) =>
        Assert.Equal(distance, Spelling.Distance(a, b));

    [Theory]
    [InlineData("COLUMN", "column")]
    [InlineData("clounm", "column")]
    [InlineData("row", "raw")]
    [InlineData("xyz", null)]
    public void The_nearest_word_is_within_a_third(string word, string? nearest) =>
        Assert.Equal(nearest, Spelling.Nearest(word, ["column", "raw", "title"]));
}

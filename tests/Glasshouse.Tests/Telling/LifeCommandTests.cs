using System.CommandLine;
using System.Text.Json;
using Glasshouse.Cli;
using Glasshouse.Cli.Life;
using Xunit;

namespace Glasshouse.Tests.Telling;

public sealed class LifeCommandTests
{
    [Fact]
    public void A_life_fits_eighty_columns_and_says_that_it_is_invented()
    {
        var (code, output, _) = Give("life", "--find", "grade-fell", "--twin");
        Assert.Equal(0, code);
        Assert.Contains("invented person in a synthetic society", output, StringComparison.Ordinal);
        Assert.Contains("one of", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void A_life_and_an_account_come_as_json()
    {
        using var life = JsonDocument.Parse(Give("life", "--find", "grade-fell", "--json").Output);
        var person = life.RootElement.GetProperty("person").GetString()!;
        using var account = JsonDocument.Parse(Give("explain", "last", "--person", person, "--week", "104", "--json").Output);
        Assert.Equal(person, account.RootElement.GetProperty("person").GetString());
    }

    [Theory]
    [InlineData("life", "--person", "99-1")]
    [InlineData("life", "--find", "worst")]
    [InlineData("life", "--find", "ordinary", "--another", "999999")]
    [InlineData("explain", "last", "--person", "0-0", "--week", "999")]
    public void What_is_not_in_the_run_ends_with_two_and_one_sentence(params string[] words)
    {
        var (code, output, error) = Give(words);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public void Person_and_kind_together_are_wrong_usage() =>
        Assert.NotEqual(0, Give("life", "--person", "0-1", "--find", "ordinary").Code);

    private static (int Code, string Output, string Error) Give(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var here = new Surroundings(output, error, TestContext.Current.CancellationToken);
        var root = new RootCommand { LifeCommand.Build(here, _ => Told.Run).Item1, ExplainCommand.Build(here, _ => Told.Run).Item1 };
        var how = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        var code = Ending.Of(error, () => root.Parse(words).Invoke(how));
        return (code, output.ToString(), error.ToString());
    }
}

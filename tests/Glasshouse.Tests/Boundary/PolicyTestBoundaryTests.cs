using System.CommandLine;
using System.Reflection;
using Glasshouse.Cli;
using Glasshouse.Lab;
using Glasshouse.Lab.Testing;
using Xunit;

namespace Glasshouse.Tests.Boundary;

/// <summary>Policy tests are the one place for written records; nothing lets them stand for somebody.</summary>
public sealed class PolicyTestBoundaryTests
{
    [Fact]
    public void No_library_has_a_public_form_of_policy_tests() =>
        Assert.DoesNotContain(typeof(RunRequest).Assembly.GetExportedTypes(), t => t.Namespace == typeof(PolicyTest).Namespace);

    [Fact]
    public void The_command_takes_a_regime_and_nothing_else()
    {
        var (command, _) = TestCommand.Build(new Surroundings(TextWriter.Null, TextWriter.Null, default));
        Assert.Equal(["regime"], command.Arguments.Select(a => a.Name));
        Assert.Equal(["--json"], command.Options.Select(o => o.Name));
        Assert.Equal(1, command.Arguments.Single().Arity.MaximumNumberOfValues);
    }

    // Tests are found from the regime's place; no caller names their file.
    [Fact]
    public void Tests_are_read_from_the_folder_of_their_regime_alone()
    {
        Assert.Equal(Path.Combine("a", "tests", "b.yaml"), PolicyTesting.PathOf(Path.Combine("a", "b.yaml")));
        var run = Assert.Single(typeof(PolicyTesting).GetMethods(BindingFlags.Public | BindingFlags.Static), m => m.Name == "Run");
        Assert.Equal([typeof(Shelf), typeof(string)], run.GetParameters().Select(p => p.ParameterType));
    }

    // No name, number, date or place: what a person is told by are roles and an age, as rules ask for them.
    [Fact]
    public void An_invented_person_is_roles_and_an_age()
    {
        Assert.Equal(["Roles", "Age"], Keys<InventedPerson>());
        Assert.Equal(["Week", "Conduct", "Level", "Amount", "Lasts", "By"], Keys<TestRecord>());
        Assert.Equal(20, PolicyTest.MostRecords);

        static IEnumerable<string> Keys<T>() => typeof(T).GetProperties().Where(p => p.CanWrite).Select(p => p.Name);
    }
}

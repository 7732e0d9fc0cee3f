using Glasshouse.Engine;
using Glasshouse.Lab;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Lab;

public sealed class OutcomeFileTests
{
    private static readonly Lazy<(RunPlan Plan, Outcome Outcome)> Run = new(() =>
    {
        var plan = Tiny.Setup().Plan();
        using var crew = new Crew(1);
        var history = new History(plan, 7, crew);
        while (!history.Finished)
        {
            history.Advance();
        }
        return (plan, history.Outcome());
    });

    [Fact]
    public void An_outcome_comes_back_as_it_was()
    {
        using var scratch = new Scratch();
        var (plan, outcome) = Run.Value;
        OutcomeFile.Write(scratch.In("x"), 42, outcome, 1.5);
        var (back, seconds) = OutcomeFile.Read(scratch.In("x"), 42, plan.Society.Measures);
        Assert.Equal(1.5, seconds);
        Assert.Equivalent(outcome, back, strict: true);
    }

    [Fact]
    public void A_byte_changed_anywhere_is_found()
    {
        using var scratch = new Scratch();
        var (plan, outcome) = Run.Value;
        OutcomeFile.Write(scratch.In("x"), 42, outcome, 1.5);
        var bytes = File.ReadAllBytes(scratch.In("x"));
        for (var at = 0; at < bytes.Length; at += 1 + bytes.Length / 97)
        {
            bytes[at] ^= 0x10;
            File.WriteAllBytes(scratch.In("x"), bytes);
            var refused = Assert.Throws<RefusedException>(() => OutcomeFile.Read(scratch.In("x"), 42, plan.Society.Measures));
            Assert.Equal(Refusal.Input, refused.Why);
            bytes[at] ^= 0x10;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(5000)]
    public void A_file_that_was_cut_is_found(int length)
    {
        using var scratch = new Scratch();
        var (plan, outcome) = Run.Value;
        OutcomeFile.Write(scratch.In("x"), 42, outcome, 1.5);
        File.WriteAllBytes(scratch.In("x"), File.ReadAllBytes(scratch.In("x"))[..length]);
        Assert.Throws<RefusedException>(() => OutcomeFile.Read(scratch.In("x"), 42, plan.Society.Measures));
    }

    [Fact]
    public void An_outcome_of_another_run_is_refused()
    {
        using var scratch = new Scratch();
        var (plan, outcome) = Run.Value;
        OutcomeFile.Write(scratch.In("x"), 42, outcome, 1.5);
        Assert.Throws<RefusedException>(() => OutcomeFile.Read(scratch.In("x"), 43, plan.Society.Measures));
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_nothing_behind()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch.In("x"));
        var refused = Assert.Throws<RefusedException>(() => Atomic.Write(scratch.In("x"), "text"));
        Assert.Equal(Refusal.Failure, refused.Why);
        Assert.Throws<DivideByZeroException>(() => Atomic.Write(scratch.In("y"), _ => throw new DivideByZeroException()));
        Assert.Empty(Directory.GetFiles(scratch.Path));
    }
}

using Glasshouse.Lab;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Lab;

public sealed class ExperimentTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Equal_inputs_give_equal_manifests_except_for_times_and_machine()
    {
        var first = Manifest.Begin(Tiny.Setup()).Complete(new Experiment(Tiny.Setup()).Run(Stop));
        var threads = Tiny.Setup(Tiny.Request with { Threads = 2, Out = "elsewhere" });
        var second = Manifest.Begin(threads).Complete(new Experiment(threads).Run(Stop));
        Assert.Equal(first.Comparable(), second.Comparable());
        Assert.Equal(2, first.Seeds.Count);
        Assert.NotEqual(first.Seeds[0].Digest, first.Seeds[1].Digest);
    }

    [Fact]
    public void A_manifest_comes_back_as_it_was()
    {
        using var scratch = new Scratch();
        var folder = RunFolder.Create(null, "tiny", scratch.Path);
        var manifest = Manifest.Begin(Tiny.Setup());
        manifest.Write(folder);
        var back = Manifest.Read(RunFolder.Open(RunFolder.Last, scratch.Path));
        Assert.Equal(manifest.Json().ToJsonString(), back.Json().ToJsonString());
        Assert.Equal(scratch.In("tiny-1"), folder.Path);
        Assert.Equal(scratch.In("tiny-2"), RunFolder.Create(null, "tiny", scratch.Path).Path);
        Assert.Equal(Refusal.Usage, Assert.Throws<RefusedException>(() => RunFolder.Create(folder.Path, "tiny")).Why);
    }

    /// <summary>A run that is stopped and gone on with comes to the bits of one that never was.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(52, 0)]
    [InlineData(60, 8)]
    [InlineData(70, 0)]
    [InlineData(131, 4)]
    public void A_resumed_run_comes_to_the_same_bits(int stopAfter, int checkpointEvery)
    {
        var request = Tiny.Request with { Assumptions = 1, CheckpointEvery = checkpointEvery };
        var whole = new Experiment(Tiny.Setup(request)).Run(Stop);
        using var scratch = new Scratch();
        var folder = RunFolder.Create(null, "tiny", scratch.Path);
        var setup = Tiny.Setup(request);
        var manifest = Manifest.Begin(setup);
        manifest.Write(folder);
        Stopped(setup, folder, stopAfter);
        manifest.Interrupt().Write(folder);

        var (again, before) = Resumption.Open(folder, Tiny.NoShelf, threads: 2);
        Assert.Equal("interrupted", before.Status);
        var resumed = new Experiment(again, folder).Run(Stop);
        Assert.Equal(
            manifest.Complete(whole).Comparable(),
            before.Complete(resumed).Comparable());
        Assert.Equivalent(whole.Outcomes, resumed.Outcomes, strict: true);
        Assert.Empty(Directory.GetFiles(scratch.Path, "*.checkpoint", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_damaged_checkpoint_is_refused_and_left_as_it_is()
    {
        using var scratch = new Scratch();
        var folder = RunFolder.Create(null, "tiny", scratch.Path);
        var setup = Tiny.Setup();
        Stopped(setup, folder, 3);
        var path = Assert.Single(Directory.GetFiles(scratch.Path, "*.checkpoint", SearchOption.AllDirectories));
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Equal(Refusal.Input, Assert.Throws<RefusedException>(() => new Experiment(setup, folder).Run(Stop)).Why);
        Assert.Equal(bytes, File.ReadAllBytes(path));

        File.WriteAllBytes(path, [1, 2, 3]);
        Assert.Throws<RefusedException>(() => new Experiment(setup, folder).Run(Stop));
    }

    [Fact]
    public void A_checkpoint_of_another_run_is_refused()
    {
        using var scratch = new Scratch();
        var folder = RunFolder.Create(null, "tiny", scratch.Path);
        Stopped(Tiny.Setup(), folder, 3);
        var other = Tiny.Setup(Tiny.Request with { DocumentedConsequencesOnly = true });
        Assert.Equal(Refusal.Input, Assert.Throws<RefusedException>(() => new Experiment(other, folder).Run(Stop)).Why);
    }

    [Fact]
    public void A_run_whose_files_have_changed_is_not_gone_on_with()
    {
        using var scratch = new Scratch();
        var society = scratch.Write("tiny-society.yaml", File.ReadAllText(Tiny.SocietyPath));
        var folder = RunFolder.Create(null, "tiny", scratch.Path);
        Manifest.Begin(Tiny.Setup(Tiny.Request with { Society = society })).Write(folder);
        Resumption.Open(folder, Tiny.NoShelf, threads: 1);
        File.AppendAllText(society, "# A remark.\n");
        var refused = Assert.Throws<RefusedException>(() => Resumption.Open(folder, Tiny.NoShelf, threads: 1));
        Assert.Equal(Refusal.Input, refused.Why);
        Assert.Contains("has changed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_reaches_the_whole_and_never_goes_back()
    {
        var told = new List<Progress>();
        new Experiment(Tiny.Setup(), progress: new Listener(told.Add)).Run(Stop);
        Assert.Equal(told.Select(p => p.PersonWeeks).Order(), told.Select(p => p.PersonWeeks));
        Assert.Equal(1, told[^1].Share);
        Assert.Equal(0, told[^1].Remaining);
    }

    [Fact]
    public void Any_history_leaves_the_directives_to_replay_it()
    {
        using var scratch = new Scratch();
        var folder = RunFolder.Create(null, "tiny", scratch.Path);
        var setup = Tiny.Setup(Tiny.Request with { Seeds = 1 });
        new Experiment(setup, folder).Run(Stop);
        var directives = folder.Seed(1, setup.Fingerprint(0)).Directives();
        Assert.Equal(2, directives.Count);
        Assert.All(directives, d => Assert.Equal((4 + 1) * 13, d.Count));
    }

    private static void Stopped(Setup setup, RunFolder folder, int exchanges)
    {
        using var stop = new CancellationTokenSource();
        var left = exchanges;
        var listener = new Listener(p =>
        {
            if (p.Weeks > 0 && --left == 0)
            {
                stop.Cancel();
            }
        });
        Assert.Throws<InterruptedException>(() => new Experiment(setup, folder, listener).Run(stop.Token));
    }

    private sealed class Listener(Action<Progress> hear) : IProgress<Progress>
    {
        public void Report(Progress value) => hear(value);
    }
}

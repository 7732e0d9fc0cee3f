using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Running;
using Glasshouse.Bench;

switch (args)
{
    case ["compliance", .. var rest]:
        return Compliance(Number(rest, 0, 1_000_000), (ulong)Number(rest, 1, 1), Number(rest, 2, 520));
    case ["model", .. var rest]:
        return FullModel.Run(rest);
    case ["rows", .. var rest]:
        return RuleBooks.Run(rest);
    case ["agree"]:
        return Agree();
    case ["streams", .. var rest]:
        Streams.Write(rest is [var seed] ? ulong.Parse(seed, CultureInfo.InvariantCulture) : 1);
        return 0;
    case ["micro", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(Compliance64).Assembly).Run(rest is [] ? ["--filter", "*"] : rest);
        return 0;
    default:
        Console.Error.WriteLine("model [people] [years] [threads] [scalar] | rows [people] [years] [turns] | "
            + "compliance [agents] [seed] [weeks] | agree | streams [seed] | micro [BenchmarkDotNet options]");
        return 1;
}

static int Number(string[] words, int place, int otherwise) =>
    place < words.Length ? int.Parse(words[place], CultureInfo.InvariantCulture) : otherwise;

// Times the weeks only, after the runtime has compiled them on a small population.
static int Compliance(int agents, ulong seed, int weeks)
{
    var small = new Compliance64(8_000, seed);
    for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 500;)
    {
        small.Step();
    }

    var model = new Compliance64(agents, seed);
    var watch = Stopwatch.StartNew();
    for (var week = 0; week < weeks; week++)
    {
        model.Step();
    }

    var seconds = watch.Elapsed.TotalSeconds;
    var steps = (double)agents * weeks;
    var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1024;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"glasshouse N={agents} thr=1 seed={seed} {model.Outcome()} digest={model.Digest():x16} sec={seconds:F4} " +
        $"steps/s={steps / seconds:G5} ns={seconds * 1e9 / steps:F4} rssKB={peak} vector512={Vector512.IsHardwareAccelerated}"));
    return 0;
}

// The mean of ten seeds against the mean of ten seeds of the plain C program; one seed alone may stray by chance.
static int Agree()
{
    var outcomes = new List<Outcome>();
    for (ulong seed = 1; seed <= 10; seed++)
    {
        var model = new Compliance64(100_000, seed);
        for (var week = 0; week < 520; week++)
        {
            model.Step();
        }

        outcomes.Add(model.Outcome());
    }

    var mean = Outcome.Mean(outcomes);
    Console.WriteLine($"plain C    {Outcome.Reference}");
    Console.WriteLine($"glasshouse {mean} {(mean.AgreesWith(Outcome.Reference) ? "agrees" : "DIFFERS")}");
    return mean.AgreesWith(Outcome.Reference) ? 0 : 1;
}

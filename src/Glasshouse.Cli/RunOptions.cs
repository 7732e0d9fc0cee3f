using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Glasshouse.Lab;
using Glasshouse.Population;

namespace Glasshouse.Cli;

/// <summary>The options of <c>glasshouse run</c>, and the request that they make.</summary>
internal sealed class RunOptions
{
    private static readonly RunRequest Usual = new() { Regime = "" };

    public Argument<string[]> Regimes { get; } = new("regime")
    {
        Description = "Regime by name or path; several, or 'all', give an overview beside their reports; none with --resume.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<string?> Resume { get; } = Word("--resume", "Go on with the run in this folder; 'last' is the newest.");

    public Option<string?> By { get; } = Word("--by", "Tell the four numbers by this dimension as well.", null,
        [.. Strata.Dimensions.Select(d => d.Name)]);

    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document instead of the closing page." };

    public Option<bool> Quiet { get; } = new("--quiet") { Description = "Say nothing but the result." };

    public Option<int> Threads { get; } = Number("--threads", "Threads; they change the speed, never the result.", Usual.Threads);

    public Option<int> CheckpointEvery { get; } = Number("--checkpoint-every",
        "Weeks between checkpoints, a multiple of 4; 0: when stopped, and between histories.", Usual.CheckpointEvery);

    private Option<string?> Society { get; } = Word("--society", "Society by name or path; the regime's own if not given.");

    private Option<long> People { get; } = Number("--people", "People of the society, at least 1,000.", Usual.People);

    private Option<int> Years { get; } = Number("--years", "Years after the regime starts, 1 to 50.", Usual.Years);

    private Option<int> Seeds { get; } = Number("--seeds",
        "Histories with different luck, 1 to 1,000; fewer than 10 give a rough interval.", Usual.Seeds);

    private Option<ulong> Seed { get; } = Number("--seed", "First seed.", Usual.Seed);

    private Option<string?> Against { get; } = Word("--against", "What to compare with; none: no law either, for tests.", Usual.Against,
        "law-only", "none");

    private Option<int> Assumptions { get; } = Number("--assumptions",
        "Draws of all assumed figures from their ranges; 0: not examined.", Usual.Assumptions);

    private Option<string?> Consequences { get; } = Word("--consequences",
        "Which consequences of grades hold; documented: those in the regime's own text.", "all", "all", "documented");

    private Option<string?> Out { get; } = Word("--out", "Folder for the results; a new one under out/ if not given.");

    /// <summary>What decides a result; a run that is gone on with has it from its manifest.</summary>
    public IReadOnlyList<Option> OfTheRequest => [Society, People, Years, Seeds, Seed, Against, Assumptions, Consequences, Out];

    /// <summary>All options, in the order in which help shows them.</summary>
    public IReadOnlyList<Option> All => [.. OfTheRequest, Threads, CheckpointEvery, Resume, By, Json, Quiet];

    /// <summary>The request that a command line makes, for its first regime.</summary>
    public RunRequest Request(ParseResult line) => new()
    {
        Regime = line.GetValue(Regimes)![0],
        Society = line.GetValue(Society),
        People = line.GetValue(People),
        Years = line.GetValue(Years),
        Seeds = line.GetValue(Seeds),
        Seed = line.GetValue(Seed),
        Against = line.GetValue(Against)!,
        Assumptions = line.GetValue(Assumptions),
        DocumentedConsequencesOnly = line.GetValue(Consequences) == "documented",
        Threads = line.GetValue(Threads),
        Out = line.GetValue(Out),
        CheckpointEvery = line.GetValue(CheckpointEvery),
    };

    private static Option<string?> Word(string name, string description, string? usual = null, params string[] among)
    {
        var option = new Option<string?>(name) { Description = description };
        if (usual is not null)
        {
            option.DefaultValueFactory = _ => usual;
        }
        if (among.Length > 0)
        {
            option.AcceptOnlyFromAmong(among);
        }
        return option;
    }

    // A parser of our own: the usual one speaks of types, not of numbers.
    internal static Option<T> Number<T>(string name, string description, T usual) where T : struct, INumber<T> =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                var word = result.Tokens is [{ Value: var only }] ? only : "";
                if (!T.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                {
                    result.AddError($"{name} {word}: a whole number is expected.");
                }
                return number;
            },
        };
}

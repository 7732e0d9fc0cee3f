using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Living;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;
using Outcome = Glasshouse.Living.Outcome;

namespace Glasshouse.Tests.TurnedOff;

/// <summary>
/// Small runs of the shipped society with some mechanisms on and all others off, kept for all tests. Base rates are those of the whole
/// society, so that two worlds differ by what their mechanisms do and by nothing else.
/// </summary>
internal static class World
{
    public const string Law = "law-only";

    private static readonly Dictionary<string, Seen> Known = [];
    private static readonly Lazy<byte[]> Rates = new(() =>
    {
        using var stream = new MemoryStream();
        BaseRates.Save(Shipped.Tables, new BinaryWriter(stream));
        return stream.ToArray();
    });

    public static IReadOnlyList<Mechanism> All { get; } = Enum.GetValues<Mechanism>();

    /// <summary>The society with only these mechanisms, and with some figures set.</summary>
    public static SocietyTables Only(IEnumerable<Mechanism> on, IReadOnlyDictionary<string, double> set)
    {
        var left = set.Keys.ToHashSet();
        var society = Rewriting.With(Shipped.Society, f => left.Remove(f.Path) ? f with { Value = set[f.Path] } : f);
        Assert.Empty(left);
        return WithRates(Mechanisms.Without(society, [.. All.Except(on)]));
    }

    /// <summary>Tables with the base rates of the whole society.</summary>
    public static SocietyTables WithRates(Society society)
    {
        var tables = new SocietyTables(society);
        BaseRates.Load(tables, new BinaryReader(new MemoryStream(Rates.Value)));
        return tables;
    }

    /// <summary>Two years under ordinary law and under a regime, in the society with only these mechanisms.</summary>
    public static Seen Run(string regime, IEnumerable<Mechanism> on, IReadOnlyDictionary<string, double> set)
    {
        var words = on.Distinct().Order().ToList();
        var key = $"{regime}|{string.Join(' ', words)}|{string.Join(' ', set.OrderBy(s => s.Key))}";
        if (!Known.TryGetValue(key, out var seen))
        {
            Known[key] = seen = Run(Only(words, set), regime, years: 2);
        }
        return seen;
    }

    public static Seen Run(SocietyTables tables, string regime, int years)
    {
        var met = new long[2, Enum.GetValues<Occasion>().Length, Enum.GetValues<Outcome>().Length];
        var plan = Shipped.Plan(tables, Shipped.Compiled(tables, Books.Named(regime)), years: years) with
        {
            Watch = (district, _) =>
            {
                for (var t = 0; t < district.Twins.Count; t++)
                {
                    foreach (var one in district.Twins[t].Lives.Met)
                    {
                        met[t, (int)one.Occasion, (int)one.Outcome]++;
                    }
                }
            },
        };
        return new Seen(Shipped.Run(plan), met, tables);
    }
}

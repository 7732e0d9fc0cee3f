using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Tests.Engine;

/// <summary>The shipped files without feedback: beliefs move no act, and grades and arrears move no life.</summary>
internal static class NoFeedback
{
    /// <summary>A figure of no size.</summary>
    public static Figure Zero { get; } = new(0, Provenance.Assumed, "switched off for a test", 0, 0);

    /// <summary>
    /// The shipped society in which nothing that a person believes or has undergone changes what the person does.
    /// </summary>
    public static Society Society { get; } = Of(Shipped.Society);

    private static readonly Lazy<SocietyTables> LazyTables = new(() => Shipped.Solved(Society));

    /// <summary>Its tables, base rates solved.</summary>
    public static SocietyTables Tables => LazyTables.Value;

    /// <summary>The shipped regime without consequences, entered at once: it records and scores, and that is all.</summary>
    public static Regime Regime { get; } = Shipped.Alone with
    {
        Consequences = new Dictionary<string, Consequence>(),
        Channels = Shipped.Alone.Channels.ToDictionary(c => c.Key, c => c.Value with { EntryWeeks = null }),
    };

    private static Society Of(Society society)
    {
        // By these a mind or a dossier moves an act or a life.
        society = Mechanisms.Without(
            society, Mechanism.FirmGain, Mechanism.FirmMoney, Mechanism.Disclosure, Mechanism.OfficialBribes, Mechanism.Reputation,
            Mechanism.Assurance, Mechanism.Withdrawal, Mechanism.Exhaustion, Mechanism.Contacts, Mechanism.Signals);
        var speech = society.Acting.Speech with { Risk = Zero, Climate = Zero };
        return society with
        {
            Resistance = null,
            Acting = society.Acting with { Deterrence = Zero, Merit = Zero, CrowdingOut = Zero, Motives = null, Speech = speech },
            Living = society.Living with { Signals = null },
            Conducts = society.Conducts.ToDictionary(c => c.Key, c => c.Value with { Leanings = new Dictionary<Leaning, Figure>() }),
        };
    }
}

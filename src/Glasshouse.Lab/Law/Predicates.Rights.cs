using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Responding;

namespace Glasshouse.Lab.Law;

/// <summary>Which rights a regime touches; whether lawfully is not asked.</summary>
internal static partial class Predicates
{
    private static IEnumerable<Predicate> OfRights =>
    [
        new("limits-travel", "a low grade limits journeys", "no grade limits journeys", "consequences", f =>
            Stated([.. f.Harms.Where(h => h.Context == "travel")], f)
                ?? (f.Harms.Where(h => h.Context == "driving").ToList() is { Count: > 0 } driving
                    ? Answer.Open(Places(driving), "whether a ban on driving limits movement is for a lawyer")
                    : Answer.No([]))),
        new("bars-from-office", "a low grade bars from office", "no grade bars from office", "consequences", f =>
            Stated([.. f.Harms.Where(h => h.Effect == Effect.OfficeBarred)], f) ?? Answer.No([])),
        new("enters-private-life", "data on persons are kept or shown", "no data on persons are kept or shown",
            "rows", f => Answer.Any(Shown(f), Private(f))),
        new("keeps-politics", "votes, membership or opinion are kept", "neither votes, membership nor opinion is kept",
            "governance.collects", f => Collected(f, [Input.Politics]).ToList() is { Count: > 0 } kept
                ? Answer.Yes(kept)
                : Answer.No([])),
        Prices("prices-speech", "speech", Right.Speech),
        Prices("prices-assembly", "assembly", Right.Assembly),
        Prices("prices-petition", "petition", Right.Petition),
        Prices("prices-belief", "belief", Right.Belief),
        new("treats-groups-apart", "people are treated by who they are", "nobody is treated by who they are", "governance",
            Apart),
    ];

    private static Predicate Prices(string name, string noun, Right right) => new(name, $"{noun} costs points or a grade",
        $"{noun} costs neither points nor a grade", "rows", f =>
            f.Adverse.Where(e => e.Prices(right)).ToList() is { Count: > 0 } priced ? Answer.Yes(Places(priced)) : Answer.No([]));

    private static Answer Private(Facts f) =>
        f.Scales.Where(s => s.Subjects.Of == SubjectKind.Persons).SelectMany(s => s.Entries)
            .DistinctBy(e => e.Domain).ToList() is { Count: > 0 } kept ? Answer.Yes(Places(kept)) : Answer.No([]);

    // What one is by birth or opinion: data on it, rows for members of the party, attention or mercy by group.
    private static Answer Apart(Facts f)
    {
        var members = f.Entries.Where(e => e.On.Any(c => c.Who.Contains(Role.PartyMember))).ToList();
        Input[] birthAndOpinion = [Input.Sex, Input.Ethnicity, Input.Religion, Input.Politics];
        var places = Collected(f, birthAndOpinion).Concat(Places(members.Take(3))).ToList();
        if (f.Governance?.Connections is not null)
        {
            places.Add("governance.connections");
        }
        if (f.Governance?.Targets is not null)
        {
            places.Add("governance.targets");
        }
        places.AddRange(f.Regime.Channels.Where(c => c.Value.ByGroup.Count > 0)
            .Select(c => $"channels.{Spelling.Kebab(c.Key.ToString())}.by-group"));
        places.AddRange(f.Regime.Channels.Where(c => c.Value.ErrorsByGroup.Count > 0)
            .Select(c => $"channels.{Spelling.Kebab(c.Key.ToString())}.errors-by-group"));
        return places.Count > 0 ? Answer.Yes(places)
            : f.Governance is null ? Answer.Open([], "'governance' is not stated")
            : Answer.No(["governance"]);
    }
}

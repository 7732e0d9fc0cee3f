using Glasshouse.Files;
using Glasshouse.Regimes;

namespace Glasshouse.Lab.Law;

/// <summary>What a regime declares of itself: who runs it, with what means, on what basis.</summary>
internal static partial class Predicates
{
    private const string SystemMissing = "'system' is not declared";

    private static readonly Input[] NeverByCreditRules =
        [Input.Religion, Input.Genes, Input.Fingerprints, Input.BloodType, Input.Illness, Input.MedicalHistory];

    private static readonly Input[] Assets =
        [Input.Income, Input.Deposits, Input.Securities, Input.Insurance, Input.RealEstate, Input.TaxAmount];

    private static readonly Input[] Sensitive =
    [
        Input.Biometric, Input.Fingerprints, Input.Religion, Input.Identity, Input.Illness, Input.MedicalHistory, Input.Genes,
        Input.Deposits, Input.Securities, Input.Location, Input.Under14,
    ];

    private static readonly Input[] Special =
    [
        Input.Religion, Input.Politics, Input.Ethnicity, Input.Genes, Input.Biometric, Input.Fingerprints, Input.Illness,
        Input.MedicalHistory, Input.BloodType,
    ];

    private static readonly Input[] Grounds = [Input.Sex, Input.Ethnicity, Input.Religion];

    private static IEnumerable<Predicate> Declared =>
    [
        new("ai-system", "an AI system is used", "no AI system is used", "system.ai", Ai),
        new("public-body", "a public body runs it", "no public body runs it", "system.public-body",
            f => Of(f, s => s.PublicBody, "public-body")),
        new("credit-bureau", "it is credit reporting", "it is no credit reporting", "system.operator",
            f => f.System?.Operator == RunBy.Platform
                ? Answer.Open(["system.operator"], "whether a platform's score is credit reporting is for a lawyer")
                : Of(f, s => s.Operator == RunBy.Bureau, "operator")),
        new("automated-decision", "programs take part in deciding", "people decide, without programs", "system.automated",
            f => Of(f, s => s.Automated != Automation.None, "automated")),
        new("solely-automated", "no human stands between record and consequence", "a human stands between record and consequence",
            "system.automated", f => Of(f, s => s.Automated == Automation.Solely, "automated")),
        new("strong-reliance", "third parties draw strongly on the score", "third parties do not draw strongly on the score",
            "system.strong-reliance", f => f.States("system", "strong-reliance") ? Of(f, s => s.StrongReliance, "strong-reliance")
                : Answer.Open([], "'system.strong-reliance' is not stated")),
        Use("credit-scoring-use", "it rates creditworthiness (annex III, 5b)",
            "it does not rate creditworthiness (annex III, 5b)", AnnexUse.CreditScoring),
        Use("insurance-use", "it rates risks for insurance (annex III, 5c)",
            "it does not rate risks for insurance (annex III, 5c)", AnnexUse.Insurance),
        new("annex-iii-use", "it has a use of annex III", "it has no use of annex III", "system.annex-iii", f =>
            !f.States("system", "annex-iii") ? Answer.Open([], "'system.annex-iii' is not stated")
            : f.System!.AnnexIii.Count > 0 ? Answer.Yes(["system.annex-iii"]) : Answer.No(["system.annex-iii"])),
        new("needed-for-a-contract", "it is needed for a contract", "it is not needed for a contract", "system.basis", f =>
            f.System?.Basis == Regimes.Basis.Contract
                ? Answer.Open(["system.basis"], "it rests on a contract; whether it is needed for it is open")
                : Of(f, _ => false, "basis")),
        new("authorised-by-law-with-safeguards", "a law allows it, with safeguards", "no law with safeguards allows it",
            "system.basis",
            f => Answer.All(ByLaw(f), Answer.Of(f.Governance?.HumanReview, "governance.human-review"))),
        new("explicit-consent", "those scored have consented", "those scored have not consented", "subjects.opt-in", Consented),
        new("consent-to-collect", "consent is asked for before data are collected", "data are collected without consent",
            "subjects.opt-in",
            f => f.Regime.Subjects.OptIn is null ? Answer.Any(Consented(f), Consents(f)) : Answer.Yes(["subjects.opt-in"])),
        new("order-36-subjects", "it concerns organisations", "it concerns no organisation", "subjects.of", f =>
            f.Scales.Where(s => s.Subjects.Of == SubjectKind.Firms).Select(s => s.SubjectsPath).ToList() is { Count: > 0 } firms
                ? Answer.Yes(firms)
                : Answer.Open(["subjects"],
                    "only persons are scored; whether the final order covers persons was not to be found out")),
        new("natural-persons", "persons are scored", "only firms are scored", "subjects.of", f =>
            f.Scales.Where(s => s.Subjects.Of == SubjectKind.Persons).Select(s => s.SubjectsPath).ToList()
                is { Count: > 0 } persons
                ? Answer.Yes(persons.Distinct())
                : Answer.No(f.Scales.Select(s => s.SubjectsPath + ".of"))),
        Data("banned-inputs", "data are collected that may never be", "no data are collected that may never be",
            NeverByCreditRules),
        Data("asset-inputs", "data on income and assets are collected", "no data on income and assets are collected", Assets),
        Data("sensitive-data", "sensitive data are used", "no sensitive data are used", Sensitive),
        Data("special-data", "special categories of data are used", "no special categories of data are used", Special),
        Data("protected-grounds", "sex, ethnicity or religion is used", "neither sex, ethnicity nor religion is used", Grounds),
        new("written-consent", "assets are collected with written consent only", "assets are collected without written consent",
            "governance.collects", f => Consent(f, Assets, ConsentKind.Written, ConsentKind.Separate)),
        new("separate-consent", "sensitive data need a consent of their own", "sensitive data need no consent of their own",
            "governance.separate-consent-sensitive", f => f.Governance?.SeparateConsentSensitive is { } stated
                ? Answer.Of(stated, "governance.separate-consent-sensitive")
                : OfItsOwn(f)),
    ];

    private static Predicate Use(string name, string yes, string no, AnnexUse use) => new(name, yes, no, "system.annex-iii", f =>
        !f.States("system", "annex-iii") ? Answer.Open([], "'system.annex-iii' is not stated")
        : f.System!.AnnexIii.Contains(use) ? Answer.Yes(["system.annex-iii"]) : Answer.No(["system.annex-iii"]));

    private static Predicate Data(string name, string yes, string no, Input[] inputs) =>
        new(name, yes, no, "governance.collects", f =>
    {
        var collected = Collected(f, inputs).ToList();
        return collected.Count > 0 ? Answer.Yes(collected)
            : inputs.All(i => f.Governance?.NeverUses.Contains(i) == true) ? Answer.No(["governance.never-uses"])
            : f.States("governance", "collects") ? Answer.No(["governance.collects"],
                "the list of what is collected has none of them")
            : Answer.Open([], "'governance.collects' is not stated");
    });

    private static Answer Of(Facts facts, Func<SystemFacts, bool> ask, string key) => facts.System is { } system
        ? Answer.Of(ask(system), $"system.{key}")
        : Answer.Open([], SystemMissing);

    // Weights learned from records are what the act calls inference, unless the file argues otherwise.
    private static Answer Ai(Facts f) =>
        f.System is null ? Answer.Open([], SystemMissing)
        : f.System is { Ai: false, AiWhy: null } && f.Scales.Any(s => s.Score?.Counts == Counts.Learned)
            ? Answer.Open(["system.ai", "score.counts"],
                "weights are learned, and 'system.ai-why' does not say why that is no AI")
            : Answer.Of(f.System?.Ai, "system.ai");

    private static Answer ByLaw(Facts f) => f.System?.Basis switch
    {
        Regimes.Basis.LegitimateInterest => Answer.Open(["system.basis"],
            "it rests on interests of its own; whether a law allows such decisions is for a lawyer"),
        Regimes.Basis.MinistryRule => Answer.Open(["system.basis"], "whether a law stands behind a ministry's rule is for a lawyer"),
        _ => Of(f, s => IsLaw(s.Basis), "basis"),
    };

    private static bool IsLaw(Regimes.Basis basis) =>
        basis is Regimes.Basis.NationalLaw or Regimes.Basis.AdministrativeRegulation or Regimes.Basis.LocalRegulation;

    private static Answer Consented(Facts f) =>
        f.System?.Basis == Regimes.Basis.Consent ? Answer.Yes(["system.basis"])
        : f.Regime.Subjects.OptIn is not null
            ? Answer.Open(["subjects.opt-in"], "people opt in; whether that is express consent to such decisions is for a lawyer")
        : Answer.No(["subjects"], "without 'opt-in' everybody is scored");

    private static Answer Consents(Facts f) =>
        !f.States("governance", "collects") ? Answer.Open([], "'governance.collects' is not stated")
        : f.Governance!.Collects.Values.All(c => c.Consent != ConsentKind.None) ? Answer.Yes(["governance.collects"])
        : Answer.No(f.Governance.Collects.Where(c => c.Value.Consent == ConsentKind.None).Select(c => PathOf(c.Key)));

    private static Answer Consent(Facts f, Input[] inputs, params ConsentKind[] enough)
    {
        var collected = f.Governance?.Collects.Where(c => inputs.Contains(c.Key)).ToList() ?? [];
        var without = collected.Where(c => !enough.Contains(c.Value.Consent)).Select(c => PathOf(c.Key)).ToList();
        return collected.Count == 0 ? Answer.Open([], "'governance.collects' is not stated")
            : without.Count > 0 ? Answer.No(without)
            : Answer.Yes(collected.Select(c => PathOf(c.Key)));
    }

    private static Answer OfItsOwn(Facts f) =>
        Consent(f, Sensitive, ConsentKind.Separate) is { Truth: Truth.No } not
            && Consent(f, Sensitive, ConsentKind.Separate, ConsentKind.Written) is { Truth: Truth.Yes }
                ? Answer.Open(not.Paths, "whether a written consent is one of its own is for a lawyer")
                : Consent(f, Sensitive, ConsentKind.Separate);

    private static IEnumerable<string> Collected(Facts f, Input[] inputs) =>
        (f.Governance?.Collects.Keys ?? []).Where(inputs.Contains).Select(PathOf);

    private static string PathOf(Input input) => $"governance.collects.{Spelling.Kebab(input.ToString())}";
}

using Glasshouse.Lab.Law;

namespace Glasshouse.Tests.Law;

/// <summary>Every predicate with a regime for each answer that it can give.</summary>
internal static class LawCases
{
    private const Truth Yes = Truth.Yes;
    private const Truth No = Truth.No;
    private const Truth Open = Truth.CannotTell;
    private const string Base = "base: { value: 1000, document: S1 art. 3 }";
    private const string Effect = "effect: named-in-public";
    private const string Littering = "on: [{ conduct: littering }] }";
    private const string Ground = "domain: legal, on: [{ conduct: littering, levels: [heavy] }] }";
    private const string Term = "C: { value: 2, document: S1 }";
    private const string Documented = "size: { value: 1, document: S1 }, documented: true }";
    private const string Invented = "hypothetical: true";
    private const string Petition = "domain: legal, on: [{ conduct: petition-beijing }] }";

    /// <summary>Answers that a predicate never gives, and why.</summary>
    public static IReadOnlyDictionary<(string, Truth), string> Never { get; } = new Dictionary<(string, Truth), string>
    {
        [("needed-for-a-contract", Yes)] = "that a contract needs it is more than that it rests on one",
        [("order-36-subjects", No)] = "the text of the order on persons was not obtained",
        [("unreasonable-difference", Yes)] = "what is reasonable is for a lawyer",
    };

    public static IReadOnlyList<LawCase> All { get; } = [.. Declared(), .. Data(), .. OfRecords(), .. OfConsequences(),
        .. OfRedress(), .. OfRights()];

    private static IEnumerable<LawCase> Declared() =>
    [
        new("ai-system", Yes, Sys(ai: true)), new("ai-system", No, Sys()), new("ai-system", Open),
        new("ai-system", Open, Sys().Replace("ai: false, ", "", StringComparison.Ordinal)),
        new("ai-system", Open, Sys(), Base, Base + "\n  counts: learned"),
        new("ai-system", No, Sys(more: ", ai-why: sums"), Base, Base + "\n  counts: learned"),
        new("public-body", Yes, Sys()), new("public-body", No, Sys(isPublic: false)), new("public-body", Open),
        new("credit-bureau", Yes, Sys(operates: "bureau")), new("credit-bureau", No, Sys()), new("credit-bureau", Open),
        new("credit-bureau", Open, Sys(operates: "platform")),
        new("automated-decision", Yes, Sys()), new("automated-decision", No, Sys(automated: "none")),
        new("automated-decision", Open),
        new("solely-automated", Yes, Sys(automated: "solely")), new("solely-automated", No, Sys()), new("solely-automated", Open),
        new("strong-reliance", Yes, Sys(more: ", strong-reliance: true")),
        new("strong-reliance", No, Sys(more: ", strong-reliance: false")),
        new("strong-reliance", Open, Sys()),
        new("credit-scoring-use", Yes, Sys(more: ", annex-iii: [credit-scoring]")),
        new("credit-scoring-use", No, Sys(more: ", annex-iii: []")),
        new("credit-scoring-use", Open, Sys()),
        new("insurance-use", Yes, Sys(more: ", annex-iii: [insurance]")),
        new("insurance-use", No, Sys(more: ", annex-iii: [education]")),
        new("insurance-use", Open),
        new("annex-iii-use", Yes, Sys(more: ", annex-iii: [education]")), new("annex-iii-use", No, Sys(more: ", annex-iii: []")),
        new("annex-iii-use", Open, Sys()),
        new("needed-for-a-contract", Open, Sys(basis: "contract")), new("needed-for-a-contract", No, Sys()),
        new("authorised-by-law-with-safeguards", Yes, Sys(basis: "national-law") + Gov("human-review: true")),
        new("authorised-by-law-with-safeguards", No, Sys()),
        new("authorised-by-law-with-safeguards", Open, Sys(basis: "national-law")),
        new("authorised-by-law-with-safeguards", Open, Sys(basis: "legitimate-interest") + Gov("human-review: true")),
        new("authorised-by-law-with-safeguards", Open, Sys(basis: "ministry-rule") + Gov("human-review: true")),
        new("needed-for-a-contract", No, Sys(basis: "legitimate-interest")),
        new("explicit-consent", Yes, Sys(basis: "consent")), new("explicit-consent", No, Sys()),
        new("explicit-consent", Open, "", "adult-from: { value: 18, document: S1 }",
            "adult-from: { value: 18, document: S1 }\n  opt-in: { share: { value: 0.5, document: S1 } }"),
        new("consent-to-collect", Yes, Sys(basis: "consent")),
        new("consent-to-collect", Yes, "", "adult-from: { value: 18, document: S1 }",
            "adult-from: { value: 18, document: S1 }\n  opt-in: { share: { value: 0.5, document: S1 } }"),
        new("consent-to-collect", No, Gov("collects: { income: { consent: none } }")),
        new("consent-to-collect", Yes, Gov("collects: { income: { consent: general } }")), new("consent-to-collect", Open),
        new("natural-persons", Yes), Firms("natural-persons", No),
        Firms("order-36-subjects", Yes), new("order-36-subjects", Open),
    ];

    private static IEnumerable<LawCase> Data() =>
    [
        .. Inputs("banned-inputs", "religion"), .. Inputs("asset-inputs", "deposits"), .. Inputs("sensitive-data", "location"),
        .. Inputs("special-data", "ethnicity"), .. Inputs("protected-grounds", "sex"),
        new("protected-grounds", No, Gov("never-uses: [sex, ethnicity, religion]")),
        new("written-consent", Yes, Gov("collects: { deposits: { consent: written } }")),
        new("written-consent", No, Gov("collects: { deposits: { consent: general } }")), new("written-consent", Open),
        new("separate-consent", Yes, Gov("collects: { location: { consent: separate } }")),
        new("separate-consent", No, Gov("separate-consent-sensitive: false")), new("separate-consent", Open),
        new("separate-consent", No, Gov("collects: { location: { consent: general } }")),
        new("separate-consent", Open, Gov("collects: { location: { consent: written } }")),
    ];

    private static IEnumerable<LawCase> OfRecords() =>
    [
        new("over-a-period", Yes), Bare("over-a-period", No),
        new("social-behaviour-or-traits", Yes), Bare("social-behaviour-or-traits", No),
        new("adverse-records", Yes), Bare("adverse-records", No),
        Bare("adverse-records", No) with { Add = Weighed(worst: 0, best: 4) },
        Bare("adverse-records", Yes) with { Add = Weighed(worst: 4, best: 0) },
        new("keeps-a-list", Yes, "", "score:\n  base: { value: 1000, document: S1 art. 3 }\n", ""), new("keeps-a-list", No),
        new("lists-other-kinds", Yes, "", "score:\n  base: { value: 1000, document: S1 art. 3 }\n", ""),
        new("lists-other-kinds", No),
        new("beyond-the-catalogue", Yes, Sys(), Ground, Petition),
        new("beyond-the-catalogue", No, Sys(basis: "local-regulation"), Ground, Petition),
        new("beyond-the-catalogue", Open, Sys()), Bare("beyond-the-catalogue", No),
        new("unrelated-to-credit", Yes, "", Ground, Petition), new("unrelated-to-credit", Open), Bare("unrelated-to-credit", No),
        Bankrupt(96, "kept-over-seven-years", No), Bankrupt(132, "kept-over-seven-years", Yes),
            Bankrupt(96, "kept-over-five-years", Yes),
        Indefinite("kept-over-five-years"), Indefinite("kept-over-seven-years"),
        .. Kept("kept-over-three-years", 4), .. Kept("kept-over-five-years", 6), .. Kept("kept-over-seven-years", 8),
        new("minor-kept-over-three-months", Yes, "", Littering, "severity: minor, " + Littering),
        new("minor-kept-over-three-months", Open),
        new("minor-kept-over-three-months", Open, "", Littering, "months: 2, severity: minor, " + Littering),
        Bare("minor-kept-over-three-months", No),
        new("minor-recorded", Yes, "", Littering, "severity: minor, " + Littering), new("minor-recorded", Open),
        Bare("minor-recorded", No),
        new("minor-recorded", Yes, "", Littering, "on: [{ conduct: unlawful-building, levels: [corrected] }] }"),
        new("petty-conduct-recorded", Yes), Bare("petty-conduct-recorded", No),
        new("unconfirmed-bills", Yes, "", Littering, "on: [{ conduct: bills-late }] }"), new("unconfirmed-bills", No),
        new("unconfirmed-bills", No, "", Littering, "on: [{ conduct: bills-late, levels: [sued] }] }"),
    ];

    private static IEnumerable<LawCase> OfConsequences() =>
    [
        new("detriment", Yes), Gone("detriment", No), Borrowed("detriment", Open),
        new("detriment", Open, "", Effect, "effect: honour"),
        With("significant-effect", Yes, "travel-refused"), Gone("significant-effect", No), new("significant-effect", Open),
        With("unrelated-context", Yes, "service-refused"), new("unrelated-context", No),
        new("unrelated-context", Open, "", Effect + ", size: { value: 1, document: S1 }, documented: true",
            "effect: service-refused, size: { value: 1, document: S1 }, documented: false"),
        new("disproportionate", Yes, "", Ground, Petition), Gone("disproportionate", No), new("disproportionate", Open),
        new("disproportionate", No, "", Documented, "size: { value: 0.00001, document: S1 }, documented: true }"),
        With("unreasonable-difference", Open, "loan-price"), new("unreasonable-difference", No),
        With("credit-decisions", Yes, "loan-price"), new("credit-decisions", No),
        new("credit-decisions", Open, "", Effect + ", size: { value: 1, document: S1 }, documented: true",
            "effect: loan-price, size: { value: 1, document: S1 }, documented: false"),
        new("rests-on-law", Yes, Sys(basis: "local-regulation")), new("rests-on-law", No, Sys()), new("rests-on-law", Open),
        Borrowed("rests-on-law", Open),
        new("rests-on-law", Open, Sys(basis: "ministry-rule")), new("rests-on-statute", Open, Sys(basis: "ministry-rule")),
        new("rests-on-statute", Yes, Sys(basis: "national-law")), new("rests-on-statute", No, Sys()),
        new("rests-on-statute", Open, Sys(basis: "local-regulation")),
        new("rests-on-statute", Open, Sys(), Effect, Effect + ", law: \"a rule\""),
        new("each-measure-names-a-law", Yes, Sys(), Effect, Effect + ", law: \"a law\""),
        new("each-measure-names-a-law", No, Sys()),
        new("each-measure-names-a-law", Open, Sys(basis: "national-law")),
        .. Stated("third-parties-forced", "governance"),
        new("shown-to-everybody", Yes), new("shown-to-everybody", No, Gov("publishes-persons: false")),
        With("shown-to-everybody", Open, "travel-refused"),
    ];

    private static IEnumerable<LawCase> OfRedress() =>
    [
        .. Stated("rules-published", "governance"), .. Stated("human-review", "governance"),
        .. Stated("explains-on-request", "governance"),
        .. Stated("reasons-given", "governance"), .. Stated("impact-assessment", "governance"),
        .. Stated("may-refuse-automation", "governance"),
        .. Stated("notice-before", "redress"), .. Stated("hearing-before", "redress"), .. Stated("repair-is-a-right", "redress"),
        new("notice-before", No, Invented, LawCase.Redress), new("answered-within-2-days", No, Invented, LawCase.Redress),
        new("notice-before", Open, "", LawCase.Redress), new("answered-within-2-days", Open, "", LawCase.Redress),
        new("contestable", Yes, Gov("complaint-body: true")), new("contestable", No, Invented, LawCase.Redress),
        new("contestable", Open), new("contestable", Open, "", LawCase.Redress),
        .. Days(2), .. Days(3), .. Days(5),
        new("repair-exists", Yes), Bare("repair-exists", Open), Bare("repair-exists", No) with { Add = Invented },
        Bare("repair-is-a-right", Open), Bare("repair-is-a-right", No) with { Add = Invented },
        new("repair-lifts-everything", Yes, "", "    to-row: R-5\n    to-grade: B\n", "    clears: true\n"),
        new("repair-lifts-everything", No),
        Bare("repair-lifts-everything", Open), Bare("repair-lifts-everything", No) with { Add = Invented },
    ];

    private static IEnumerable<LawCase> OfRights() =>
    [
        With("limits-travel", Yes, "travel-refused"), With("limits-travel", Open, "driving-barred"), new("limits-travel", No),
        new("bars-from-office", No),
        With("bars-from-office", Yes, "office-barred"),
        new("enters-private-life", Yes), Bare("enters-private-life", No) with { Add = Gov("publishes-persons: false") },
        new("keeps-politics", Yes, Gov("collects: { politics: { consent: none } }")), new("keeps-politics", No),
        .. Priced("prices-speech", "critical-post"), .. Priced("prices-assembly", "assembly-unapproved"),
        .. Priced("prices-petition", "petition-beijing"), .. Priced("prices-belief", "folk-rite"),
        new("treats-groups-apart", Yes, Gov("collects: { sex: { consent: none } }")),
        new("treats-groups-apart", No, Gov("rules-published: true")),
        new("treats-groups-apart", Open), new("treats-groups-apart", Yes, "", "who: [urban]", "who: [party-member]"),
    ];

    private static string Sys(string operates = "state", bool ai = false, bool isPublic = true, string automated = "partly",
        string basis = "local-document", string more = "") =>
        $"system: {{ operator: {operates}, ai: {Word(ai)}, public-body: {Word(isPublic)}, "
        + $"automated: {automated}, basis: {basis}{more} }}\n";

    // A weighted list beside the rest: one kind of record without points, and which number of them is worst.
    private static string Weighed(int worst, int best) => $$"""
        scales:
          more:
            label: more
            score:
              base: { value: 0, document: S1 }
              counts: weighted
              weights:
                dimensions:
                  one:
                    text: one
                    weight: { value: 1, document: S1 }
                    features:
                      marks: { of: records, rows: [N], share: 1, worst: { value: {{worst}}, document: S1 },
                          best: { value: {{best}}, document: S1 } }
            grades: { low: { label: low, entry: true } }
            rows:
              N: { text: noted, points: 0, noted: true, article: a, domain: financial, on: [{ conduct: card-late }] }

        """;

    private static string Word(bool flag) => flag ? "true" : "false";

    private static string Gov(string keys) => $"governance: {{ {keys} }}\n";

    private static LawCase Bare(string predicate, Truth truth) => new(predicate, truth, "", LawCase.Rules);

    private static LawCase Gone(string predicate, Truth truth) => new(predicate, truth, "", LawCase.Consequences);

    private static LawCase With(string predicate, Truth truth, string effect) =>
        new(predicate, truth, "", Effect, "effect: " + effect);

    private static LawCase Borrowed(string predicate, Truth truth) =>
        new(predicate, truth, "", Documented, Documented.Replace("true", "false"));

    private static LawCase Firms(string predicate, Truth truth) =>
        new(predicate, truth, "", "adult-from: { value: 18, document: S1 }", "of: firms");

    private static LawCase[] Inputs(string predicate, string input) =>
    [
        new(predicate, Yes, Gov($"collects: {{ {input}: {{ consent: none }} }}")),
        new(predicate, No, Gov("collects: { education: { consent: none } }")),
        new(predicate, Open),
    ];

    private static LawCase[] Kept(string predicate, int years) =>
    [
        new(predicate, Yes, "", Term, $"C: {{ value: {years}, document: S1 }}"), new(predicate, No),
        new(predicate, Open, "", Term, $"C: {{ value: {years}, low: 1, high: 9, assumed: nobody says }}"),
    ];

    private static LawCase Indefinite(string predicate) =>
        new(predicate, Open, "", Ground, "indefinite: true, " + Ground);

    private static LawCase Bankrupt(int months, string predicate, Truth truth) =>
        new(predicate, truth, "", Littering, $"months: {months}, on: [{{ conduct: bankruptcy }}] }}");

    private static LawCase[] Days(int days) =>
    [
        new($"answered-within-{days}-days", Yes, Gov($"answer-days: {days}")),
        new($"answered-within-{days}-days", No, Gov($"answer-days: {days + 1}")),
        new($"answered-within-{days}-days", Open),
    ];

    private static LawCase[] Priced(string predicate, string conduct) =>
        [new(predicate, Yes, "", Littering, $"on: [{{ conduct: {conduct} }}] }}"), new(predicate, No)];

    private static LawCase[] Stated(string predicate, string block)
    {
        var key = predicate == "repair-is-a-right" ? "repair-is-right" : predicate;
        const string Redress = "redress:\n";
        return block == "governance"
            ? [new(predicate, Yes, Gov($"{key}: true")), new(predicate, No, Gov($"{key}: false")), new(predicate, Open)]
            : [new(predicate, Yes, "", Redress, $"{Redress}  {key}: true\n"),
                new(predicate, No, "", Redress, $"{Redress}  {key}: false\n"), new(predicate, Open)];
    }
}

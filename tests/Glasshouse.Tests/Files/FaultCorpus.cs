namespace Glasshouse.Tests.Files;

/// <summary>
/// Faults that people make: each is one small edit of a regime without faults, by the name of its file in <c>Corpus/</c>. To change one,
/// change it here and run the tests once with GLASSHOUSE_UPDATE_GOLDEN=1.
/// </summary>
internal static class FaultCorpus
{
    /// <summary>A passage that occurs once, and what stands in its place.</summary>
    public static IReadOnlyDictionary<string, (string Passage, string Replacement)> Edits { get; } =
        new Dictionary<string, (string, string)>
        {
            // YAML itself.
            ["tab-for-indentation"] = ("  adult-from: { value: 18", "\tadult-from: { value: 18"),
            ["quote-left-open"] = ("title: A small regime", "title: \"A small regime"),
            ["bracket-left-open"] = ("of: [C-1]", "of: [C-1"),
            ["colon-inside-text"] = ("summary: For tests.", "summary: For tests: of faults."),
            ["anchor"] = ("base: { value: 1000", "base: &start { value: 1000"),
            ["alias"] = ("id: small", "id: *small"),
            ["merge-key"] = ("score:\n", "score:\n  <<: { floor: 1 }\n"),
            ["tag"] = ("jurisdiction: nowhere", "jurisdiction: !place nowhere"),
            ["two-documents"] = ("validity:\n", "---\nvalidity:\n"),
            ["key-twice"] = ("summary: For tests.", "summary: For tests.\nsummary: For other tests."),
            ["row-twice"] = ("  R-2: {", "  R-1: {"),
            ["long-key"] = ("shamed:", new string('s', 201) + ":"),
            ["nested-too-deep"] = ("of: [C-1]", $"of: {new string('[', 40)}C-1{new string(']', 40)}"),

            // Keys and values.
            ["misspelt-key"] = ("sensitivity:", "sensitvity:"),
            ["key-of-somewhere-else"] = ("tier: { counter: help, reach: 10 }", "tier: { counter: help, reach: 10, points: 5 }"),
            ["key-in-capitals"] = ("jurisdiction: nowhere", "Jurisdiction: nowhere"),
            ["key-with-underscore"] = ("after-weeks:", "after_weeks:"),
            ["no-title"] = ("title: A small regime\n", ""),
            ["no-article"] = ("points: -5, article: a,", "points: -5,"),
            ["no-schema"] = ("schema: glasshouse/regime/v1\n", ""),
            ["no-misread"] = ("    misread: { value: 0.01, low: 0, high: 0.05, assumed: nobody counted }\n", ""),
            ["no-grades"] = ("A: { from: { value: 960, document: S1 }, label: honest, entry: true }", "{}"),
            ["text-for-points"] = ("points: -5,", "points: minus five,"),
            ["yes-for-true"] = ("documented: true", "documented: yes"),
            ["quoted-flag"] = ("entry: true", "entry: \"true\""),
            ["list-for-text"] = ("in-force: 2020 to 2022", "in-force: [2020, 2022]"),
            ["one-for-many"] = ("of: [C-1]", "of: C-1"),
            ["text-for-map"] = ("cap: { name: help, points: 20 } }\n  R-4", "cap: twenty }\n  R-4"),
            ["empty-value"] = ("text: pays", "text:"),
            ["blank-text"] = ("text: pays", "text: \" \""),
            ["truth-for-text"] = ("text: pays", "text: true"),
            ["comma-in-number"] = ("points: -5,", "points: \"-5,5\","),
            ["leading-zero"] = ("points: -5,", "points: -05,"),
            ["end-of-range-missing"] = ("points: { min: -50, max: -10 }", "points: { min: -50 }"),
            ["other-word-for-range"] = ("points: { min: -50, max: -10 }", "points: { from: -50, max: -10 }"),
            ["share-above-one"] = ("sensitivity: { value: 0.3, low: 0.1, high: 0.6", "sensitivity: { value: 30, low: 10, high: 60"),
            ["months-of-none"] = ("light-months: { value: 12", "light-months: { value: 0"),
            ["too-young"] = ("adult-from: { value: 18", "adult-from: { value: 14"),
            ["unknown-channel"] = ("  public:\n", "  street:\n"),
            ["unknown-effect"] = ("effect: named-in-public", "effect: named-in-publik"),
            ["conduct-nobody-can-target"] = ("score:\n",
                "governance:\n  targets: { conducts: [litering], factor: { value: 2, document: S1 } }\nscore:\n"),
            ["size-for-no-others"] = ("effect: named-in-public,", "effect: named-in-public, also-size: { value: 1, document: S1 },"),
            ["unknown-role"] = ("who: [urban]", "who: [urban, villager]"),
            ["unknown-unit"] = ("on: [{ conduct: littering }]", "per: week, on: [{ conduct: littering }]"),
            ["id-with-a-dot"] = ("  R-1: {", "  R.1: {"),
            ["id-with-a-space"] = ("  mend:\n", "  mend it:\n"),

            // Figures.
            ["figure-without-source"] = ("light-months: { value: 12, document: S1 }", "light-months: { value: 12 }"),
            ["bare-number"] = ("light-months: { value: 12, document: S1 }", "light-months: 12"),
            ["two-sources"] = ("base: { value: 1000, document: S1 art. 3 }", "base: { value: 1000, document: S1 art. 3, reported: S1 }"),
            ["assumed-without-range"] = ("discretion: { value: 0.5, low: 0, high: 1,", "discretion: { value: 0.5,"),
            ["range-beside-value"] = ("discretion: { value: 0.5, low: 0, high: 1,", "discretion: { value: 0.5, low: 0.6, high: 1,"),
            ["half-a-range"] = ("base: { value: 1000, document: S1 art. 3 }", "base: { value: 1000, low: 900, document: S1 art. 3 }"),

            // One file over another.
            ["extends-nobody"] = ("title: A small regime\n", "title: A small regime\nextends: smal\n"),
            ["extends-itself"] = ("title: A small regime\n", "title: A small regime\nextends: extends-itself\n"),
            ["removes-nothing"] = ("title: A small regime\n", "title: A small regime\nextends: small\ngaps: { first: remove }\n"),
            ["extends-another-kind"] = ("title: A small regime\n", "title: A small regime\nextends: a-society\n"),

            // What a regime says.
            ["other-schema"] = ("glasshouse/regime/v1", "glasshouse/regime/v2"),
            ["schema-of-a-society"] = ("glasshouse/regime/v1", "glasshouse/society/v1"),
            ["id-is-not-the-file"] = ("id: small", "id: tiny"),
            ["grades-worst-first"] = ("from: { value: 850, document: S1 }", "from: { value: 990, document: S1 }"),
            ["lowest-grade-has-a-floor"] = ("C: { label: dishonest }", "C: { from: { value: 0, document: S1 }, label: dishonest }"),
            ["band-without-start"] = ("B: { from: { value: 850, document: S1 }, label: warned }", "B: { label: warned }"),
            ["no-entry-grade"] = (", entry: true", ""),
            ["two-entry-grades"] = ("label: warned }", "label: warned, entry: true }"),
            ["base-outside-entry-grade"] = ("base: { value: 1000,", "base: { value: 900,"),
            ["ground-of-unknown-grade"] = ("text: burns rubbish, grade: C,", "text: burns rubbish, grade: E,"),
            ["consequence-of-unknown-grade"] = ("grades: [C]", "grades: [c]"),
            ["repair-to-unknown-grade"] = ("to-grade: B", "to-grade: BB"),
            ["term-of-unknown-grade"] = (
                "    C: { value: 2, document: S1 }", "    C: { value: 2, document: S1 }\n    D: { value: 5, document: S1 }"),
            ["unknown-conduct"] = ("on: [{ conduct: littering }]", "on: [{ conduct: litering }]"),
            ["unknown-level"] = ("levels: [heavy], who", "levels: [heavily], who"),
            ["no-act-and-no-reason"] = (", not-modelled: too rare", ""),
            ["act-and-reason"] = ("on: [{ conduct: littering }]", "on: [{ conduct: littering }], not-modelled: too rare"),
            ["roles-that-exclude-each-other"] = ("who: [urban]", "who: [urban, rural]"),
            ["no-levels"] = ("levels: [heavy], who", "levels: [], who"),
            ["no-points"] = ("points: -5,", "points: 0,"),
            ["range-upside-down"] = ("points: { min: -50, max: -10 }", "points: { min: -10, max: -50 }"),
            ["range-across-zero"] = ("points: { min: -50, max: -10 }", "points: { min: -50, max: 10 }"),
            ["spending-of-demerits"] = ("  base: { value: 1000, document: S1 art. 3 }\n", """
                  base: { value: 1000, document: S1 art. 3 }
                  counts: demerits
                  spending:
                    oil: { text: oil, price: { value: 40, document: S1 }, worth: { value: 0.1, document: S1 },
                           yearly-chance: { value: 1, document: S1 }, article: a }

                """),
            ["sale-of-demerits"] = ("  base: { value: 1000, document: S1 art. 3 }\n", """
                  base: { value: 1000, document: S1 art. 3 }
                  counts: demerits
                  sale:
                    sponsor: { text: gives money, price: { value: 2, document: S1 }, points: { value: 10, document: S1 },
                               months: { value: 12, document: S1 }, yearly-chance: { value: 1, document: S1 }, article: a }

                """),
            ["repair-of-nothing"] = ("of: [C-1]", "of: [C-2]"),
            ["repair-to-nothing"] = ("    to-row: R-5\n    to-grade: B\n", ""),
            ["repair-to-unknown-row"] = ("to-row: R-5", "to-row: R-55"),
            ["tiers-of-one-reach"] = ("reach: 50", "reach: 10"),
            ["higher-tier-worth-less"] = ("text: helps much, points: 10", "text: helps much, points: 2"),
            ["caps-differ"] = ("reach: 50 }, cap: { name: help, points: 20 }", "reach: 50 }, cap: { name: help, points: 30 }"),
            ["one-grade"] = ("  B: { from: { value: 850, document: S1 }, label: warned }\n  C: { label: dishonest }\n", ""),
            ["declares-a-deduction"] = ("points: -5,", "points: -5, declared: { value: 0.5, document: S1 },"),
            ["asks-for-the-erased"] = (
                "  heavy-months: { value: 24, document: S1 }\nrows:\n  R-1: { text: litters,",
                "  heavy-months: { value: 24, document: S1 }\n  after-expiry: erased\nrows:\n  R-1: { text: litters, "
                + "after: { rows: [R-2], ever: true },"),
            ["follows-from-two-things"] = ("grades: [C], effect", "grades: [C], rows: [R-1], effect"),
            ["phases-out-of-order"] = ("title: A small regime\n", "title: A small regime\nphases:\n"
                + "  over: { from-year: { value: 2, document: S1 }, without: [\"*\"] }\n"
                + "  pilot: { from-year: { value: 1, document: S1 }, districts: { value: 0.2, document: S1 } }\n"),
            ["phase-without-unknown-row"] = ("title: A small regime\n", "title: A small regime\nphases:\n"
                + "  over: { from-year: { value: 2, document: S1 }, without: [R-1, shame, list/R-1] }\n"),
            ["phase-that-changes-nothing"] = ("title: A small regime\n", "title: A small regime\nphases:\n"
                + "  start: { from-year: { value: 0, document: S1 }, text: it begins }\n"),
            ["phases-that-cannot-begin"] = ("title: A small regime\n", "title: A small regime\nphases:\n"
                + "  softer: { without: [R-1] }\n"
                + "  harder: { when-support-below: { value: 0.4, document: S1 }, from-year: { value: 3, document: S1 }, without: [R-2] }\n"
                + "  over: { from-year: { value: 2, document: S1 }, without: [\"*\"] }\n"),
            ["never-in-force"] = ("points: -5,",
                "points: -5, from-year: { value: 2, document: S1 }, until-year: { value: 2, document: S1 },"),
            ["one-more-ladder"] = ("  R-1: {", string.Concat(Enumerable.Range(0, 8).Select(i => $"  R-{i + 7}: {{ text: helps, points: 1, "
                + $"article: a, domain: legal, on: [{{ conduct: helping }}], tier: {{ counter: c{i}, reach: 10 }} }}\n")) + "  R-1: {"),

            // Scales beside each other.
            ["includes-itself"] = ("title: A small regime\n", "title: A small regime\nincludes: [includes-itself]\n"),
            ["attention-to-another-channel"] = ("  public:\n    coverage-urban",
                "  online:\n    by-conduct: { littering: { value: 2, document: S1 } }\n    coverage-urban"),
            ["unknown-scale"] = ("on: [{ conduct: littering }]", "on: [{ scale: scor, grades: [B] }]"),
            ["trigger-of-two-kinds"] = ("on: [{ conduct: littering }]", "on: [{ every: year, scale: score, grades: [B] }]"),
            ["unknown-earlier-row"] = ("on: [{ conduct: littering }]", "on: [{ conduct: littering }], unless: { rows: [R-11] }"),
            ["ground-that-does-nothing"] = ("text: burns rubbish, grade: C,", "text: burns rubbish,"),
            ["points-on-a-list"] = ("repairs:\n", "scales:\n" + Lists(1)
                + "    rows: { B-1: { text: x, points: -1, article: a, domain: legal, on: [{ conduct: littering }] } }\nrepairs:\n"),
            ["private-act-of-a-firm"] = ("repairs:\n", "scales:\n" + Lists(1) + "    subjects: { of: firms }\n"
                + "    direct-grades: { B-1: { text: x, grade: listed, article: a, domain: legal, indefinite: true, "
                + "on: [{ conduct: littering }] } }\nrepairs:\n"),
            ["four-scales"] = ("repairs:\n", "scales:\n" + Lists(4) + "repairs:\n"),
            ["weighed-beside-the-main-one"] = ("repairs:\n", "scales:\n" + Lists(1)
                + "    score: { base: { value: 0, document: S1 }, counts: weighted }\nrepairs:\n"),
            ["weighted-without-weights"] = ("score:\n", "score:\n  counts: weighted\n"),
            ["empty"] = ("", ""),
            ["ground-without-term"] = ("    C: { value: 2, document: S1 }", "    B: { value: 2, document: S1 }"),
        };

    private static string Lists(int number) => string.Concat(Enumerable.Range(1, number).Select(i =>
        $"  list-{i}:\n    label: a list\n    grades: {{ off: {{ label: clean, entry: true }}, listed: {{ label: listed }} }}\n"));

    /// <summary>The base with one edit; its id is the name of the file.</summary>
    public static string Text(string small, string name)
    {
        var (passage, replacement) = Edits[name];
        if (passage.Length == 0)
        {
            return replacement;
        }
        Xunit.Assert.Equal(2, small.Split(passage).Length);
        return small[(small.IndexOf('\n', StringComparison.Ordinal) + 1)..]
            .Replace(passage, replacement, StringComparison.Ordinal).Replace("id: small\n", $"id: {name}\n", StringComparison.Ordinal);
    }
}

using System.Text;
using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Regimes;
using Xunit;

namespace Glasshouse.Tests.Files;

/// <summary>A complete regime of a few rows, and the conducts that it refers to; tests change one line of it.</summary>
internal static class SmallRegime
{
    public const string Name = "small.yaml";

    public const string Text = """
        schema: glasshouse/regime/v1
        id: small
        title: A small regime
        jurisdiction: nowhere
        summary: For tests.
        in-force: 2020 to 2022
        sources:
          S1: { title: A text, year: 2020 }
        subjects:
          adult-from: { value: 18, document: S1 }
        channels:
          public:
            coverage-urban: { value: 0.5, low: 0.2, high: 0.8, assumed: nobody counted }
            coverage-rural: { value: 0.2, low: 0.1, high: 0.8, assumed: nobody counted }
            sensitivity: { value: 0.3, low: 0.1, high: 0.6, assumed: nobody counted }
            from-law: { value: 0.9, low: 0.5, high: 1, assumed: nobody counted }
            misattributed: { value: 0.01, low: 0, high: 0.05, calibrated: finding-1 }
            misread: { value: 0.01, low: 0, high: 0.05, assumed: nobody counted }
            invented: { value: 1, low: 0, high: 5, assumed: nobody counted }
        score:
          base: { value: 1000, document: S1 art. 3 }
        grades:
          A: { from: { value: 960, document: S1 }, label: honest, entry: true }
          B: { from: { value: 850, document: S1 }, label: warned }
          C: { label: dishonest }
        rules:
          discretion: { value: 0.5, low: 0, high: 1, assumed: nobody says }
        validity:
          direct-grade-years:
            C: { value: 2, document: S1 }
          light-months: { value: 12, document: S1 }
          light-up-to: { value: 40, document: S1 }
          heavy-months: { value: 24, document: S1 }
        rows:
          R-1: { text: litters, points: -5, article: a, domain: public-behaviour, on: [{ conduct: littering }] }
          R-2: { text: litters much, points: { min: -50, max: -10 }, article: a, domain: public-behaviour,
                 on: [{ conduct: littering, levels: [heavy], who: [urban] }] }
          R-3: { text: helps, points: 5, article: b, domain: public-behaviour,
                 on: [{ conduct: helping }], tier: { counter: help, reach: 10 }, cap: { name: help, points: 20 } }
          R-4: { text: helps much, points: 10, article: q, domain: public-behaviour,
                 on: [{ conduct: helping }], tier: { counter: help, reach: 50 }, cap: { name: help, points: 20 } }
          R-5: { text: repaired, points: -40, article: c, domain: legal }
          R-6: { text: founds a school, points: 50, article: b, domain: business, not-modelled: too rare }
        direct-grades:
          C-1: { text: burns rubbish, grade: C, article: d, domain: legal, on: [{ conduct: littering, levels: [heavy] }] }
        repairs:
          mend:
            text: pays
            of: [C-1]
            to-row: R-5
            to-grade: B
            article: e
            after-weeks: { value: 26, document: S1 }
            yearly-chance: { value: 0.3, low: 0.1, high: 0.5, assumed: nobody counted }
        consequences:
          shamed: { text: named, grades: [C], effect: named-in-public, size: { value: 1, document: S1 }, documented: true }
        redress:
          notice: { value: 0.5, low: 0, high: 1, assumed: nobody counted }
          appeal-if-false: { value: 0.5, low: 0, high: 1, assumed: nobody counted }
          appeal-if-true: { value: 0.1, low: 0, high: 1, assumed: nobody counted }
          false-found: { value: 0.5, low: 0, high: 1, assumed: nobody counted }
          true-cleared: { value: 0.1, low: 0, high: 1, assumed: nobody counted }
          decision-weeks: { value: 4, low: 1, high: 8, assumed: nobody counted }
          slots-per-thousand: { value: 10, low: 1, high: 50, assumed: nobody counted }

        """;

    private const string ConductText = """
        conducts:
          littering:
            text: drops rubbish
            channel: public
            valence: bad
            rate: { value: 3, low: 1, high: 9, assumed: nobody counted }
            temperament: careless
            levels:
              light: { share: { value: 0.9, low: 0.8, high: 1, assumed: nobody counted } }
              heavy: { share: { value: 0.1, low: 0, high: 0.2, assumed: nobody counted } }
            found-by-law: { value: 0.01, low: 0, high: 0.05, assumed: nobody counted }
            law-loss-weeks: { value: 0.1, low: 0, high: 0.5, assumed: nobody counted }
          helping:
            text: helps
            channel: public
            valence: good
            who: [adult, rural]
            rate: { value: 3, low: 1, high: 9, assumed: nobody counted }
            temperament: kind
            leanings: { trust-people: { value: 0.2, low: 0, high: 0.4, assumed: nobody counted } }
            levels: { plain: { share: { value: 1, low: 1, high: 1, assumed: one level } } }
            found-by-law: { value: 0, low: 0, high: 0, assumed: lawful }
            law-loss-weeks: { value: 0, low: 0, high: 0, assumed: lawful }
            amount: { unit: hours, mean: { value: 2, low: 1, high: 4, assumed: nobody counted } }

        """;

    public static IReadOnlyDictionary<string, Conduct> Conducts { get; } =
        Yaml.Read<Catalogue>(ConductText, "catalogue.yaml").ValueOrThrow().Conducts;

    public static Reading<Regime> Read(string text) => Yaml.Read<Regime>(text, Name);

    /// <summary>The regime with one passage, which must occur once, replaced.</summary>
    public static string With(string passage, string replacement)
    {
        Assert.Equal(2, Text.Split(passage).Length);
        return Text.Replace(passage, replacement, StringComparison.Ordinal);
    }

    private sealed record Catalogue
    {
        public required IReadOnlyDictionary<string, Conduct> Conducts { get; init; }
    }
}

/// <summary>Reads a file's text.</summary>
internal static class Yaml
{
    public static Reading<T> Read<T>(string text, string name = "a.yaml", Revalue? revalue = null) where T : class =>
        YamlReader.Read<T>(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, revalue);
}

using CsCheck;
using Glasshouse.Files;
using Glasshouse.Regimes;
using Xunit;

namespace Glasshouse.Tests.Files;

/// <summary>A regime file damaged at random is read or refused, never anything else.</summary>
public sealed class MutationTests
{
    internal static readonly string[] Pieces =
    [
        " ", "\n", "\t", ":", ": ", "- ", "{", "}", "[", "]", ",", "#", "&a ", "*a", "!x ", "|", ">", "'", "\"", "\\", "%", "@",
        "`", "?", "? ", "~", "null", "true", "-1", "1e400", "<<: ", "---\n", "...\n", "\r", "\u0085", "\0",
        "\uFEFF", "\uD83D\uDE00",
        "é", "value: 1", "assumed: x", "R-1: ", "min: 2", "remove", "extends: small\n",
    ];

    private const string Variant = """
        schema: glasshouse/regime/v1
        id: variant
        title: A variant
        extends: small
        score: { base: { value: 990, low: 980, high: 1000, assumed: nobody says } }
        rows:
          R-1: { points: -7 }
          R-2: remove
          R-7: { text: sings, points: { min: -5, max: -1 }, article: a, domain: legal, on: [{ conduct: littering }] }
        direct-grades: { C-1: { on: remove, not-modelled: too rare } }

        """;

    private static readonly Gen<(int Kind, double Place, double Length, string Piece)> GenEdit =
        Gen.Select(Gen.Int[0, 5], Gen.Double.Unit, Gen.Double.Unit, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]));

    [Fact]
    public void A_damaged_regime_gives_a_clean_fault_list_or_a_regime() => Hold(SmallRegime.Text, SmallRegime.Read);

    [Fact]
    public void A_damaged_variant_gives_a_clean_fault_list_or_a_regime() => Hold(Variant, ExtendsTests.Read);

    private static void Hold(string whole, Func<string, Reading<Regime>> read) =>
        GenEdit.Array[1, 6].Sample(edits =>
        {
            var text = edits.Aggregate(whole, Edit);
            var reading = read(text);
            var faults = reading.Faults.Concat(RegimeCheck.Check(reading, SmallRegime.Conducts)).ToList();
            Assert.True(reading.Faults.Count > 0 ^ reading.Value is not null);
            Assert.All(faults, f =>
            {
                var lines = (f.File == reading.File ? text : SmallRegime.Text).Split('\n', '\r').Length;
                Assert.InRange(f.Line, 1, lines + 1);
                Assert.True(f.Column >= 1);
                Assert.DoesNotContain('\n', f.ToString());
                Assert.InRange(f.ToString().Length, 20, 1000);
            });
        }, iter: 1500);

    internal static string Edit(string text, (int Kind, double Place, double Length, string Piece) edit)
    {
        var at = (int)(edit.Place * text.Length);
        var some = Math.Min(text.Length - at, 1 + (int)(edit.Length * 12));
        var lines = text.Split('\n').ToList();
        var line = (int)(edit.Place * lines.Count);
        switch (edit.Kind)
        {
            case 0:
                return text.Insert(at, edit.Piece);
            case 1:
                return text.Remove(at, some);
            case 2:
                return text.Remove(at, some).Insert(at, edit.Piece);
            case 3:
                lines.RemoveAt(line);
                break;
            case 4:
                lines.Insert((int)(edit.Length * lines.Count), lines[line]);
                break;
            default:
                lines[line] = edit.Piece + lines[line];
                break;
        }

        return string.Join('\n', lines);
    }
}

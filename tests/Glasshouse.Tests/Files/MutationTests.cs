using CsCheck;
using Glasshouse.Regimes;
using Xunit;

namespace Glasshouse.Tests.Files;

/// <summary>A regime file damaged at random is read or refused, never anything else.</summary>
public sealed class MutationTests
{
    private static readonly string[] Pieces =
    [
        " ", "\n", "\t", ":", ": ", "- ", "{", "}", "[", "]", ",", "#", "&a ", "*a", "!x ", "|", ">", "'", "\"", "\\", "%", "@",
        "`", "?", "? ", "~", "null", "true", "-1", "1e400", "<<: ", "---\n", "...\n", "\r", "\u0085", "\0",
        "\uFEFF", "\uD83D\uDE00",
        "é", "value: 1", "assumed: x", "R-1: ", "min: 2",
    ];

    private static readonly Gen<(int Kind, double Place, double Length, string Piece)> GenEdit =
        Gen.Select(Gen.Int[0, 5], Gen.Double.Unit, Gen.Double.Unit, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]));

    [Fact]
    public void A_damaged_regime_gives_a_clean_fault_list_or_a_regime() =>
        GenEdit.Array[1, 6].Sample(edits =>
        {
            var text = edits.Aggregate(SmallRegime.Text, Edit);
            var reading = SmallRegime.Read(text);
            var faults = reading.Faults.Concat(RegimeCheck.Check(reading, SmallRegime.Conducts)).ToList();
            var lines = text.Split('\n', '\r').Length;
            Assert.True(reading.Faults.Count > 0 ^ reading.Value is not null);
            Assert.All(faults, f =>
            {
                Assert.InRange(f.Line, 1, lines + 1);
                Assert.True(f.Column >= 1);
                Assert.DoesNotContain('\n', f.ToString());
                Assert.InRange(f.ToString().Length, 20, 1000);
            });
        }, iter: 1500);

    private static string Edit(string text, (int Kind, double Place, double Length, string Piece) edit)
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

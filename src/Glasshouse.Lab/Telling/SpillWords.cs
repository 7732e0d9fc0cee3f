using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Responding;

namespace Glasshouse.Lab.Telling;

/// <summary>What the grades of others bring, in words.</summary>
internal static class SpillWords
{
    /// <summary>One line for each spill among the bits: whose grade, and its effects with their sizes.</summary>
    public static IEnumerable<string> Of(RegimeTables regime, int hits)
    {
        var table = regime.Consequences.Spills;
        for (var i = 0; i < table.Spills.Length; i++)
        {
            if ((hits & 1 << i) != 0)
            {
                var spill = table.Spills[i];
                var scale = regime.Grades.On(spill.Scale);
                var grades = string.Join(" or ", scale.Names.Where((_, grade) => spill.Has(grade)));
                var of = spill.Scale == 0 ? "" : $" on {scale.Label}";
                var effects = Enumerable.Range(0, ConsequenceTable.Effects)
                    .Select(effect => (Word: Spelling.Kebab(((Effect)effect).ToString()), Size: table.Of((ushort)(1 << i), (Effect)effect)))
                    .Where(e => e.Size != 0).Select(e => FormattableString.Invariant($"{e.Word} {e.Size:0.####}"));
                yield return $"grade {grades}{of} of {Whose(spill.To)}: {string.Join(", ", effects)}";
            }
        }
    }

    private static string Whose(SpillTo to)
    {
        var home = (to & SpillTo.Household) != 0 ? "somebody at home" : (to & SpillTo.Child) != 0 ? "a parent at home" : null;
        var head = (to & SpillTo.Staff) != 0 ? "the head of the firm" : null;
        var staff = (to & SpillTo.FirmHead) != 0 ? "somebody on the staff" : null;
        return string.Join(" or ", new[] { home, head, staff }.OfType<string>());
    }
}

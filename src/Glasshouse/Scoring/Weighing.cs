using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Scoring;

/// <summary>The part of one feature in a weighted score.</summary>
/// <param name="Feature">Index of the feature; <see cref="Average"/> or <see cref="End"/> for what is none.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Points">Points that it earned, thousandths.</param>
public readonly record struct Part(int Feature, float Value, int Points)
{
    /// <summary>What sets a learned score's mean apart from the base; the value is log-odds.</summary>
    public const int Average = -1;

    /// <summary>What the floor or ceiling adds or takes.</summary>
    public const int End = -2;
}

/// <summary>
/// Weighs features into scores: the base and the rounded parts of all features, which add up exactly. Done once at the fork and at
/// exchanges; between them the number stands, and newcomers wait at the start. Reads dossiers (no origins), roles, money, traits, and
/// the scores of the home.
/// </summary>
public sealed class Weighing
{
    private readonly List<Part> _parts = [];
    private int[] _sums = [];
    private int[] _before = [];

    /// <summary>Parts of the one who was watched, as last weighed.</summary>
    public IReadOnlyList<Part> Parts => _parts;

    /// <summary>Week in which they were weighed.</summary>
    public int WeighedIn { get; private set; }

    /// <summary>Weighs everybody, and notes whose score changed as touched.</summary>
    /// <param name="district">What is read, and the standings that are written.</param>
    /// <param name="table">The features.</param>
    /// <param name="week">Week of the history.</param>
    /// <param name="watched">Somebody whose parts are kept, -1 for nobody.</param>
    public void Weigh(in Weighed district, WeightTable table, int week, int watched)
    {
        var grades = district.Grades.On(table.Scale);
        var score = district.Standing.ScoresOf(grades, table.Scale).Span;
        if (_sums.Length != score.Length)
        {
            (_sums, _before) = (new int[score.Length], new int[score.Length]);
        }
        score.CopyTo(_before);
        Array.Fill(_sums, table.Start(grades.Base));
        for (var f = 0; f < table.Features.Length; f++)
        {
            for (var slot = 0; slot < _sums.Length; slot++)
            {
                _sums[slot] += table.Earned(f, Value(district, table, table.Features[f], _before, slot, week));
            }
        }
        for (var slot = 0; slot < _sums.Length; slot++)
        {
            _sums[slot] = Math.Clamp(_sums[slot], grades.Floor, grades.Ceiling);
            if (Stands(district, table.Scale, slot) && score[slot] != _sums[slot])
            {
                score[slot] = _sums[slot];
                district.Dossiers.Touched.Add(slot);
            }
        }
        if (watched >= 0)
        {
            Keep(district, table, week, watched);
        }
    }

    private void Keep(in Weighed district, WeightTable table, int week, int watched)
    {
        _parts.Clear();
        WeighedIn = week;
        var grades = district.Grades.On(table.Scale);
        var sum = table.Start(grades.Base);
        if (table.Learned is { Adopted: not null } learned)
        {
            _parts.Add(new Part(Part.Average, (float)learned.AtMeans, sum - grades.Base));
        }
        for (var f = 0; f < table.Features.Length; f++)
        {
            var value = Value(district, table, table.Features[f], _before, watched, week);
            _parts.Add(new Part(f, value, table.Earned(f, value)));
            sum += table.Earned(f, value);
        }
        if (Math.Clamp(sum, grades.Floor, grades.Ceiling) is var held && held != sum)
        {
            _parts.Add(new Part(Part.End, 0, held - sum));
        }
    }

    internal static bool Stands(in Weighed district, int scale, int slot) =>
        district.Roster.Lives(slot) && district.Roster.Is(slot, Role.Adult)
        && district.Rules.Books[scale].TakesIn(district.Roster, district.Situation, slot);

    internal static float Value(
        in Weighed district, WeightTable table, WeightedFeature feature, ReadOnlySpan<int> scores, int slot, int week)
    {
        var roles = district.Situation.Roles[slot];
        return feature.Reads switch
        {
            Reads.Records or Reads.Deeds => Records(district.Rules, district.Dossiers, feature, slot, week),
            Reads.MonthsClean => MonthsClean(district.Dossiers, feature, slot, week),
            Reads.Age => district.Roster.Age[slot],
            Reads.Borrows => Has(roles, Role.Borrower),
            Reads.CardHolder => Has(roles, Role.CardHolder),
            Reads.CreditLines => Has(roles, Role.Borrower) + Has(roles, Role.CardHolder),
            Reads.Employed => Has(roles, Role.Employed),
            Reads.Savings => district.Situation.Savings[slot],
            Reads.Wage => Has(roles, Role.Employed) * district.Situation.WageOf(district.Roster, slot),
            Reads.OwnsHome => 1 - Has(roles, Role.Tenant),
            Reads.Education => district.Roster.TraitOf(Trait.Education)[slot],
            Reads.DigitalFootprint => district.Roster.TraitOf(Trait.DigitalFootprint)[slot],
            Reads.FirmStanding => Firm(district, feature, slot),
            _ => Ties(district, table, feature, scores, slot),
        };
    }

    private static float Has(uint roles, Role role) => (roles & RoleBits.Of(role)) != 0 ? 1 : 0;

    private static float Records(RuleTable rules, Dossiers dossiers, WeightedFeature feature, int slot, int week)
    {
        var sum = 0f;
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            int row = dossiers.Ledger.Row(r);
            if (dossiers.Ledger.State(r) == RecordState.Counting && feature.Rows[row])
            {
                var left = (dossiers.Ledger.Expires(r) - week) / (float)rules.Rules[row].Weeks;
                sum += feature.Fades ? Math.Clamp(left, 0, 1) : 1;
            }
        }
        return sum;
    }

    private static float MonthsClean(Dossiers dossiers, WeightedFeature feature, int slot, int week)
    {
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            if (dossiers.Ledger.State(r) == RecordState.Counting && feature.Rows[dossiers.Ledger.Row(r)])
            {
                return (week - dossiers.Ledger.Week(r)) * 12f / Calendar.Year;
            }
        }
        return feature.LongestMonths;
    }

    // From 1 in the best grade to 0 in the worst of the scale of firms; the middle for who heads none.
    private static float Firm(in Weighed district, WeightedFeature feature, int slot)
    {
        var head = RoleBits.Of([Role.FirmHead]);
        var scale = Array.FindIndex(district.Grades.Further, f => f.OfFirms);
        return (district.Situation.Roles[slot] & head) != head
            ? (feature.Worst + feature.Best) / 2
            : 1 - district.Standing.GradeOn(scale + 1, slot) / (district.Grades.Further[scale].Count - 1f);
    }

    // The mean of the other adults of the household as last weighed; the middle where nobody else has been weighed.
    private static float Ties(in Weighed district, WeightTable table, WeightedFeature feature, ReadOnlySpan<int> scores, int slot)
    {
        var (sum, count) = (0L, 0);
        var start = district.Grades.On(table.Scale).Start;
        int first = district.Roster.Household[slot];
        for (var other = first; other < first + district.Roster.HouseholdSize[slot]; other++)
        {
            if (other != slot && scores[other] != start && Stands(district, table.Scale, other))
            {
                sum += scores[other];
                count++;
            }
        }
        return count == 0 ? (feature.Worst + feature.Best) / 2 : sum / (count * 1000f);
    }
}

/// <summary>What scoring reads of one district and twin, and the standings that it writes.</summary>
public readonly record struct Weighed(
    RuleTable Rules, GradeTable Grades, Dossiers Dossiers, Roster Roster, Situation Situation, Standing Standing);

using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab;

/// <summary>A row, a ground or a consequence of a published text.</summary>
/// <param name="Id">Its id, with its scale's before it.</param>
/// <param name="Protected">True if it prices petition, speech, assembly or belief.</param>
/// <param name="Reason">Why the model has nothing for it; null if it has.</param>
public sealed record Item(string Id, bool Protected, string? Reason);

/// <summary>
/// The items of one regime's text, each counted in the file that states it: a variant counts what it adds. What a regime invents or borrows
/// is no item of a text.
/// </summary>
/// <param name="Regime">Id of the regime.</param>
/// <param name="All">In the order of the file: rows and grounds by scale, then consequences.</param>
public sealed record Items(string Regime, IReadOnlyList<Item> All)
{
    public int Modelled => All.Count(i => i.Reason is null);

    public int Protected => All.Count(i => i.Protected);

    public int ProtectedModelled => All.Count(i => i is { Protected: true, Reason: null });

    /// <summary>
    /// The items of every regime on a shelf that is encoded from a text; then the names of those that are hypothetical or state nothing of
    /// their own, and of those with faults.
    /// </summary>
    public static (IReadOnlyList<Items> Regimes, IReadOnlyList<string> WithoutText, IReadOnlyList<string> Faulty) Of(Shelf shelf)
    {
        var (all, without, faulty) = (new List<Items>(), new List<string>(), new List<string>());
        foreach (var file in shelf.List(FileKind.Regime))
        {
            var read = Inspection.Read<Regime>(InputFile.Read(FileKind.Regime, file.Path));
            if (read.Value is not { } regime || shelf.List(FileKind.Society).All(s => s.Name != SocietyOf(regime)))
            {
                faulty.Add(file.Name);
                continue;
            }
            var society = Inspection.Read<Society>(InputFile.Read(FileKind.Society, shelf.Find(FileKind.Society, SocietyOf(regime))));
            var items = Of(read, society.Draft?.Conducts ?? new Dictionary<string, Conduct>());
            if (regime.Hypothetical || items.All.Count == 0)
            {
                without.Add(file.Name);
            }
            else
            {
                all.Add(items);
            }
        }
        return (all, without, faulty);
    }

    /// <summary>The items of one regime that stand in its own file.</summary>
    public static Items Of(Reading<Regime> read, IReadOnlyDictionary<string, Conduct> conducts)
    {
        var regime = read.ValueOrThrow();
        var items = new List<Item>();
        Add("", "", regime.Rows, regime.DirectGrades, regime.Consequences);
        foreach (var (id, scale) in regime.Scales)
        {
            Add($"{id}/", $"scales.{id}.", scale.Rows, scale.DirectGrades, scale.Consequences);
        }
        return new Items(regime.Id, items);

        void Add(string prefix, string path, IReadOnlyDictionary<string, PointRow> rows,
            IReadOnlyDictionary<string, DirectGround> grounds, IReadOnlyDictionary<string, Consequence> consequences)
        {
            items.AddRange(rows.Where(r => IsOwn(read, $"{path}rows.{r.Key}"))
                .Select(r => new Item(prefix + r.Key, Prices(r.Value.Right, r.Value.On, conducts), r.Value.NotModelled)));
            items.AddRange(grounds.Where(g => IsOwn(read, $"{path}direct-grades.{g.Key}"))
                .Select(g => new Item(prefix + g.Key, Prices(g.Value.Right, g.Value.On, conducts), g.Value.NotModelled)));
            items.AddRange(consequences.Where(c => c.Value.Documented && IsOwn(read, $"{path}consequences.{c.Key}"))
                .Select(c => new Item(prefix + c.Key, false, c.Value.NotModelled)));
        }
    }

    private static string SocietyOf(Regime regime) => regime.Society ?? RunRequest.DefaultSociety;

    private static bool IsOwn(Reading<Regime> read, string path) => read.KeyAt(path).File is null;

    private static bool Prices(Right right, IReadOnlyList<Trigger>? on, IReadOnlyDictionary<string, Conduct> conducts) =>
        right != Right.None
        || on?.Any(t => t.Conduct is { } id && conducts.TryGetValue(id, out var conduct) && conduct.Right != Right.None) == true;
}

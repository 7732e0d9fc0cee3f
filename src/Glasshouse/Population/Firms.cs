using Glasshouse.Kernel;

namespace Glasshouse.Population;

/// <summary>
/// The firms of one district: a column entry per firm in the order of the heads' slots, twelve bytes each. All of it is drawn once and
/// shared by twins; a firm outlives its head, whose slot another person fills. What changes about a firm is in <c>Living/Books</c>.
/// </summary>
public sealed class Firms
{
    private static readonly Purpose Traits = Purpose.Named("population/firm-traits");
    private readonly byte[] _sector, _leverage;
    private readonly ushort[] _heads, _staff;
    private readonly float[] _management;
    private readonly bool[] _connected, _ownAccount;

    /// <summary>Nobody's firms: a society that says nothing of firms has heads and staff, and nothing else about them.</summary>
    public static Firms None { get; } = new([]);

    private Firms(ushort[] heads)
    {
        _heads = heads;
        (_sector, _leverage, _staff) = (new byte[heads.Length], new byte[heads.Length], new ushort[heads.Length]);
        (_management, _connected, _ownAccount) = (new float[heads.Length], new bool[heads.Length], new bool[heads.Length]);
    }

    public int Count => _heads.Length;

    /// <summary>Slots of the heads, ascending.</summary>
    public ReadOnlySpan<ushort> Heads => _heads;

    /// <summary>The firm that the person in a slot heads, -1 for none.</summary>
    public int Of(int slot) => Math.Max(-1, Array.BinarySearch(_heads, (ushort)slot));

    /// <summary>Sector, by its place in the society file.</summary>
    public int Sector(int firm) => _sector[firm];

    /// <summary>Places of work, the head's included.</summary>
    public int Staff(int firm) => _staff[firm];

    /// <summary>Quality of management, a normal score.</summary>
    public float Management(int firm) => _management[firm];

    /// <summary>Debt as a share of what the firm owns, 0 to 1.</summary>
    public float Leverage(int firm) => _leverage[firm] / 255f;

    /// <summary>True if the firm is connected to those who govern.</summary>
    public bool IsConnected(int firm) => _connected[firm];

    /// <summary>True for a self-employed unit.</summary>
    public bool IsOwnAccount(int firm) => _ownAccount[firm];

    /// <summary>Draws what lasts about the firms that a roster's people work in.</summary>
    /// <param name="figures">The society's figures.</param>
    /// <param name="seed">Seed of the history.</param>
    /// <param name="district">The district.</param>
    /// <param name="roster">Its people, each with an employer.</param>
    /// <param name="legal">Slots of the heads of legal units; the other heads work on their own account.</param>
    public static Firms Draw(FirmFigures figures, ulong seed, uint district, Roster roster, IReadOnlySet<int> legal)
    {
        ushort[] heads = [.. Enumerable.Range(0, roster.Slots).Where(s => roster.Is(s, Role.FirmHead)).Select(s => (ushort)s)];
        var firms = new Firms(heads);
        foreach (var employer in roster.Employer.Span)
        {
            if (employer != Roster.NoFirm)
            {
                firms._staff[firms.Of(employer)]++;
            }
        }
        double[] ends = [.. Ends(figures)];
        var draw = new Draw(seed, district, Traits);
        for (var f = 0; f < heads.Length; f++)
        {
            var one = draw.At(heads[f], 0);
            var sector = Kernel.Draw.Unit(one.A);
            firms._sector[f] = (byte)Math.Min(Array.FindIndex(ends, e => sector < e) is var s and >= 0 ? s : ends.Length - 1, 255);
            firms._ownAccount[f] = !legal.Contains(heads[f]);
            firms._connected[f] = legal.Contains(heads[f]) && Kernel.Draw.Unit(one.B) < (float)figures.Connected;
            firms._management[f] = (float)Math.Clamp(Kernel.Draw.Normal(draw.At(heads[f], 0, 1)), -3, 3);
            var debt = figures.Leverage.Value + figures.LeverageSpread.Value * Kernel.Draw.Normal(draw.At(heads[f], 0, 2));
            firms._leverage[f] = (byte)(Math.Clamp(debt, 0, 1) * 255);
        }
        return firms;
    }

    /// <summary>
    /// Places of work: heads first, then everybody else, legal units by weights with a heavy tail and self-employed units alike.
    /// </summary>
    /// <param name="figures">The society's figures.</param>
    /// <param name="meanStaff">Persons per legal unit.</param>
    /// <param name="workers">Slots of those who can work there, in the order of a lot.</param>
    /// <param name="draw">For sizes.</param>
    /// <param name="roster">Where employers and heads are written.</param>
    /// <returns>Slots of the heads of legal units.</returns>
    public static HashSet<int> Place(
        FirmFigures figures, double meanStaff, IReadOnlyList<int> workers, in Draw draw, Roster roster)
    {
        var own = (int)(workers.Count * figures.OwnAccountShare.Value + 0.5);
        var legalHeads = (int)((workers.Count - own) / meanStaff + 0.5);
        var ownHeads = (int)(own / figures.OwnAccountStaff.Value + 0.5);
        var heads = legalHeads + ownHeads;
        var ends = new double[legalHeads];
        for (var i = 0; i < heads && i < workers.Count; i++)
        {
            roster.Employer[workers[i]] = (ushort)workers[i];
            roster.Roles[workers[i]] |= RoleBits.Of(Role.FirmHead);
            if (i < legalHeads)
            {
                var weight = Elementary.Exp(figures.SizeSpread.Value * Kernel.Draw.Normal(draw.At((uint)workers[i], 0)));
                ends[i] = (i == 0 ? 0 : ends[i - 1]) + weight;
            }
        }
        var ownEnd = Math.Min(workers.Count, heads + Math.Max(0, own - ownHeads));
        for (var i = heads; i < workers.Count; i++)
        {
            var bits = draw.At((uint)workers[i], 0, 1);
            var head = i < ownEnd || legalHeads == 0
                ? legalHeads + Kernel.Draw.Below(bits.A, Math.Max(1, ownHeads))
                : Math.Max(0, Array.FindIndex(ends, e => Kernel.Draw.UnitDouble(bits.A, bits.B) * ends[^1] < e));
            if (heads > 0)
            {
                roster.Employer[workers[i]] = (ushort)workers[Math.Min(head, heads - 1)];
            }
        }
        return [.. workers.Take(legalHeads)];
    }

    private static IEnumerable<double> Ends(FirmFigures figures)
    {
        var sum = 0.0;
        return figures.Sectors.Values.Select(s => sum += s.Share.Value).ToArray() is { Length: > 0 } ends
            ? ends.Select(e => e / ends[^1]) : [1.0];
    }
}

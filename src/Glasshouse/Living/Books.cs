using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Living;

/// <summary>A firm that failed.</summary>
/// <param name="Head">Slot of its head.</param>
/// <param name="Firm">The firm.</param>
public readonly record struct Failure(ushort Head, int Firm);

/// <summary>
/// What changes about the firms of one district and twin: liquid means, and how many firms have stood in one place. Means approach a
/// cushion that shrinks with debt; orders lost take from it, and the nearer it comes to nothing the likelier the firm fails.
/// </summary>
public sealed class Books(FirmFigures? figures, Slab slab, int firms)
{
    private static readonly Purpose Ending = Purpose.Named("living/work-after-a-failure");
    private readonly List<Failure> _failures = [];

    /// <summary>Liquid means, weeks of turnover.</summary>
    public Column<float> Liquidity { get; } = slab.Add<float>(firms);

    /// <summary>Firms that have failed in this place, up to 255.</summary>
    public Column<byte> Failed { get; } = slab.Add<byte>(firms);

    /// <summary>By channel, what of the announced chance has sunk into the beliefs of heads who know of it.</summary>
    public Column<float> Sunk { get; } = slab.Add<float>(firms > 0 ? Mind.Channels : 0);

    /// <summary>A week in which what is announced sinks in, at the speed at which beliefs follow it.</summary>
    public void Hear(float speed, ReadOnlySpan<float> announced)
    {
        for (var c = 0; c < Sunk.Length; c++)
        {
            Sunk[c] += speed * (announced[c] - Sunk[c]);
        }
    }

    /// <summary>Firms that failed this week.</summary>
    public IReadOnlyList<Failure> Failures => _failures;

    /// <summary>Slots whose work ended with their firm this week.</summary>
    public List<int> Dismissed { get; } = [];

    /// <summary>Gives every firm the means that it rests at.</summary>
    public void Begin(Firms all)
    {
        for (var f = 0; f < firms; f++)
        {
            Liquidity[f] = Cushion(all, f);
        }
    }

    /// <summary>What the firms did this week, and what was found, goes through their books; some end by it.</summary>
    public void Close(ConductTable conducts, Roster roster, Situation situation, Acts acts, Penalties penalties,
        ReadOnlySpan<Finding> findings, ulong seed, uint district, int week)
    {
        _failures.Clear();
        Dismissed.Clear();
        if (figures is null || firms == 0)
        {
            return;
        }
        for (var k = 0; k < conducts.Count; k++)
        {
            var ends = conducts.Firms.Closes[k];
            if (!ends && conducts.Firms.Gain(k) <= 0)
            {
                continue;
            }
            foreach (ref readonly var act in acts.Of(k))
            {
                if (roster.Firms.Of(act.Slot) is >= 0 and var firm)
                {
                    Pay(roster.Firms, firm, conducts.Firms.Gain(k));
                    if (ends)
                    {
                        Fail(roster, situation, act.Slot, firm, new Draw(seed, district, Ending), week);
                    }
                }
            }
        }
        for (var i = 0; i < findings.Length; i++)
        {
            if (conducts.ByFirm[findings[i].Conduct] && !penalties.Spares(i) && roster.Firms.Of(findings[i].Slot) is >= 0 and var firm)
            {
                Pay(roster.Firms, firm, -conducts.LawLoss[findings[i].Conduct]);
            }
        }
    }

    /// <summary>Four weeks of business, with what the standing of each firm takes away or brings.</summary>
    public void Month(Roster roster, Situation situation, Standing standing, GradeTable grades, ConsequenceTable consequences)
    {
        if (figures is null)
        {
            return;
        }
        var money = figures.Money;
        var everybody = consequences.AtEntry(Effect.FirmIncome) || consequences.AtEntry(Effect.ServiceRefused)
            || consequences.AtEntry(Effect.LoanAccess);
        var apart = everybody ? uint.MaxValue : MarkBits.Of(Mark.Penalised) | MarkBits.Of(Mark.Rewarded) | MarkBits.Of(Mark.Hit);
        var (reacts, shown) = (consequences.Any, grades.Shown.Length > 0 || grades.Further.Any(g => g.Shown.Length > 0));
        for (var f = 0; f < firms; f++)
        {
            int head = roster.Firms.Heads[f];
            var cushion = Cushion(roster.Firms, f);
            var lost = shown ? (float)money.Customers * Looks(grades, standing, situation, head) : 0;
            if (reacts && (everybody || (situation.Marks[head] & apart) != 0))
            {
                var answers = new Treatment(consequences, situation, standing, head);
                var refused = Math.Clamp(answers.Of(Effect.ServiceRefused), 0, 1);
                lost += (float)money.Permits * refused - (float)money.Orders * answers.Of(Effect.FirmIncome);
                var denied = Math.Max(0, -answers.Of(Effect.LoanAccess)) * (float)money.Credit * roster.Firms.Leverage(f);
                cushion *= Math.Max(0, 1 - denied);
            }
            var margin = (float)money.Margin * (1 + (float)money.Management * roster.Firms.Management(f));
            ref var liquid = ref Liquidity[f];
            var put = cushion > 0 ? margin * (1 - liquid / cushion) : -margin;
            liquid = Math.Clamp(liquid + Calendar.Exchange * (put - lost), 0, (float)money.Cushion);
        }
    }

    // How bad the firm looks on all scales of firms together, -1 to 1.
    private static float Looks(GradeTable grades, Standing standing, Situation situation, int head)
    {
        var sum = 0f;
        for (var scale = 0; scale <= grades.Further.Length; scale++)
        {
            var table = grades.On(scale);
            var stays = (situation.Marks[head] & MarkBits.Outside(scale)) == 0;
            sum += table.Shown.Length > 0 && stays ? table.Shown[standing.GradeOn(scale, head)] : 0;
        }
        return Math.Clamp(sum, -1, 1);
    }

    // Without debt the whole cushion, with nothing but debt a fifth of it.
    private float Cushion(Firms all, int firm) => figures is null ? 0 : (float)figures.Money.Cushion * (1 - 0.8f * all.Leverage(firm));

    private void Pay(Firms all, int firm, float weeksOfIncome)
    {
        ref var liquid = ref Liquidity[firm];
        liquid = Math.Clamp(liquid + weeksOfIncome / ((float)figures!.Money.Turnover * Math.Max(1, all.Staff(firm))), 0,
            (float)figures.Money.Cushion);
    }

    // Its place is taken by a new firm, with the means that firms of its kind begin with and the same head once that is in work again.
    private void Fail(Roster roster, Situation situation, int head, int firm, in Draw draw, int week)
    {
        _failures.Add(new Failure((ushort)head, firm));
        Liquidity[firm] = Cushion(roster.Firms, firm);
        Failed[firm] = (byte)Math.Min(255, Failed[firm] + 1);
        var (share, employed) = ((float)figures!.Money.JobsLost, RoleBits.Of(Role.Employed));
        if (share <= 0)
        {
            return;
        }
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            if (roster.Employer[slot] == head && (situation.Roles[slot] & employed) != 0
                && (slot == head || Draw.Unit(draw.At((uint)slot, week).A) < share))
            {
                situation.Roles[slot] &= ~employed;
                Dismissed.Add(slot);
            }
        }
    }
}

using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>What a person stands to lose or gain by a conduct under a regime, as the person perceives it.</summary>
/// <param name="Weeks">
/// Loss (bad conduct) or gain (good conduct) by conduct and rung, weeks of median income; <see cref="Rungs"/> to a conduct.
/// </param>
public readonly record struct Stakes(float[] Weeks)
{
    /// <summary>Rungs of the scale of scores and direct grades that stakes are tabled by.</summary>
    public const int Rungs = 50;

    /// <summary>Share of what is at stake that is money or chances, and not honour or blame.</summary>
    public float Material { get; init; } = 1;

    /// <summary>Chance in a year that a bad standing is shown to others, at most.</summary>
    public float Shown { get; init; }

    /// <summary>Chance in a year that a good standing is shown to others, at most.</summary>
    public float Honoured { get; init; }

    private readonly bool[] _none = [.. Enumerable.Range(0, Weeks.Length / Rungs)
        .Select(k => !Weeks.AsSpan(k * Rungs, Rungs).ContainsAnyExcept(0f))];

    // No bound where a stake is negative: then the weight of a loss has none.
    private readonly float[] _most = [.. Enumerable.Range(0, Weeks.Length / Rungs)
        .Select(k => Weeks.AsSpan(k * Rungs, Rungs).ToArray() is var row && row.Min() < 0 ? float.MaxValue : row.Max())];

    /// <summary>The largest stake of a conduct on any rung.</summary>
    public float Most(int conduct) => _most[conduct];

    /// <summary>Stakes of one conduct by rung.</summary>
    public ReadOnlySpan<float> Of(int conduct) => Weeks.AsSpan(conduct * Rungs, Rungs);

    /// <summary>True if a conduct puts nothing at stake on any rung.</summary>
    public bool None(int conduct) => _none[conduct];
}

/// <summary>One twin's columns that deciding reads, as spans taken once a week.</summary>
public readonly ref partial struct Deciders
{
    private readonly ReadOnlySpan<float> _savings, _stress, _grievance, _institutions, _people, _support, _disorder;
    private readonly ReadOnlySpan<byte> _duties, _deeds;
    private readonly bool _unpriced;
    private readonly Mind _mind;

    /// <summary>Takes the columns of a twin.</summary>
    /// <param name="roster">The district's people.</param>
    /// <param name="situation">Their situations.</param>
    /// <param name="mind">Their minds.</param>
    /// <param name="rung">Where they stand on the scale of stakes.</param>
    /// <param name="stakes">What conducts put at stake.</param>
    /// <param name="announced">Announced chance that an act is entered, by channel.</param>
    /// <param name="climate">Share of voiced posts that are critical.</param>
    /// <param name="motives">How long prices have stood.</param>
    /// <param name="disorder">Rules broken of late, by neighbourhood.</param>
    public Deciders(Roster roster, Situation situation, Mind mind, Column<byte> rung, Stakes stakes, float[] announced, float climate,
        Motives motives, ReadOnlySpan<float> disorder)
    {
        _duties = motives.Duties.Span;
        _deeds = motives.Deeds.Span;
        _disorder = disorder;
        _unpriced = !_duties.ContainsAnyExcept((byte)0) && !_deeds.ContainsAnyExcept((byte)0);
        Roster = roster;
        _mind = mind;
        Stakes = stakes;
        Climate = climate;
        Announced = announced;
        Roles = situation.Roles.Span;
        Marks = situation.Marks.Span;
        Rung = rung.Span;
        _savings = situation.Savings.Span;
        _stress = mind.Stress.Span;
        _grievance = mind.Grievance.Span;
        _institutions = mind.TrustInstitutions.Span;
        _people = mind.TrustPeople.Span;
        _support = mind.Support.Span;
    }

    public Roster Roster { get; }

    /// <summary>What becomes of cheats where records can be seen.</summary>
    public Reputation Reputation { get; init; }

    public Stakes Stakes { get; }

    /// <summary>Liquid means of the firms, weeks of turnover; empty where nothing is kept of firms.</summary>
    public ReadOnlySpan<float> Liquidity { get; init; }

    /// <summary>By channel, what of the announced chance has sunk into the beliefs of heads who know of it.</summary>
    public ReadOnlySpan<float> Sunk { get; init; }

    public float Climate { get; }

    /// <summary>Announced chance that an act is entered, by channel: what makes a good deed look worth while.</summary>
    public ReadOnlySpan<float> Announced { get; }

    public ReadOnlySpan<uint> Roles { get; }

    public ReadOnlySpan<uint> Marks { get; }

    public ReadOnlySpan<byte> Rung { get; }

    /// <summary>Perceived chance of punishment for an act in a channel.</summary>
    public ReadOnlySpan<ushort> RiskIfDone(int channel) => _mind.RiskIfDone(channel).Span;

    /// <summary>Perceived chance of punishment in a channel without an act.</summary>
    public ReadOnlySpan<ushort> RiskIfNot(int channel) => _mind.RiskIfNot(channel).Span;

    /// <summary>True if nothing about a person or the regime can move a conduct.</summary>
    public bool Indifferent(ConductTable table, int conduct) =>
        (table.Used[conduct].Length == 0 || (_unpriced && table.Quiet[conduct])) && table.LawLoss[conduct] == 0 && Stakes.None(conduct);

    /// <summary>Gathers one leaning of several persons.</summary>
    /// <param name="leaning">Which leaning.</param>
    /// <param name="table">The conducts.</param>
    /// <param name="conduct">The conduct that they may do.</param>
    /// <param name="slots">Who.</param>
    /// <param name="row">Takes an entry for each.</param>
    public void Gather(Leaning leaning, ConductTable table, int conduct, ReadOnlySpan<int> slots, Span<float> row)
    {
        switch (leaning)
        {
            case Leaning.Unemployed:
                for (var i = 0; i < slots.Length; i++)
                {
                    row[i] = (Roles[slots[i]] & (RoleBits.Workforce | RoleBits.Of(Role.Employed))) == RoleBits.Workforce ? 1f : 0f;
                }
                break;
            case Leaning.Pressed:
                for (var i = 0; i < slots.Length; i++)
                {
                    // Without savings 1, from three months of spending 0.
                    row[i] = 1 - Math.Clamp(_savings[slots[i]] / 13f, 0f, 1f);
                }
                break;
            case Leaning.NormLost:
                Lost(table, conduct, slots, row);
                break;
            case Leaning.Image:
                Seen(table, conduct, slots, row);
                break;
            case Leaning.Disorder:
                for (var i = 0; i < slots.Length; i++)
                {
                    row[i] = _disorder[slots[i] / Roster.BlockSize];
                }
                break;
            case Leaning.Watched:
                Watched(slots, row);
                break;
            case Leaning.Protesting:
                for (var i = 0; i < slots.Length; i++)
                {
                    row[i] = (Marks[slots[i]] & MarkBits.Of(Mark.Protesting)) != 0 ? 1f : 0f;
                }
                break;
            default:
                var column = leaning switch
                {
                    Leaning.Stress => _stress,
                    Leaning.Grievance => _grievance,
                    Leaning.TrustInstitutions => _institutions,
                    Leaning.TrustPeople => _people,
                    _ => _support,
                };
                for (var i = 0; i < slots.Length; i++)
                {
                    row[i] = column[slots[i]];
                }
                break;
        }
    }
}

using System.Runtime.Intrinsics;
using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Observing;

// Observing: channels see some of what was done, wrongly. In: the week's acts. Out: findings of ordinary law, and sightings of the
// regime with their origins. Luck is keyed by the act, so an act that happens in both twins is found by the law in both or in neither.

/// <summary>An act that ordinary law found out.</summary>
public readonly record struct Finding(ushort Slot, byte Conduct, byte Level);

/// <summary>Watching one district for one twin.</summary>
public sealed class Watching
{
    private const int Lanes = 16;
    private static readonly Purpose Eyes = Purpose.Named("observing/eyes");
    private static readonly Purpose Errors = Purpose.Named("observing/errors");
    private static readonly Purpose Declaring = Purpose.Named("observing/declaring");
    private static readonly Purpose[] Inventing =
        [.. Enumerable.Range(0, 4).Select(c => Purpose.Named("observing/inventing/" + (Channel)c))];
    private static readonly Purpose Arriving = Purpose.Named("observing/arriving-from-other-districts");

    private Finding[] _findings = new Finding[64];
    private int _found;

    /// <summary>Sightings of the week.</summary>
    public Sightings Sightings { get; } = new();

    /// <summary>Sightings that are not entered yet.</summary>
    public Backlog Backlog { get; } = new();

    /// <summary>
    /// Misattributed sightings that belong to other districts, by conduct and group of the actor, since the last exchange.
    /// </summary>
    public int[] Exported { get; init; } = [];

    /// <summary>What people have moved out of sight; null where nobody does.</summary>
    public Defiance? Defiance { get; init; }

    /// <summary>What ordinary law found out this week.</summary>
    public ReadOnlySpan<Finding> Findings => _findings.AsSpan(0, _found);

    /// <summary>
    /// Looks at a week's acts. How closely the firm of a head is inspected may hang on the standing: an act of the firm is then found in
    /// one twin and not in the other, which is the regime's doing; null where nothing moves it.
    /// </summary>
    public void Look(ConductTable conducts, SightTable sights, Sensors? sensors, Func<int, float>? inspected, Roster roster,
        Acts acts, ulong seed, uint district, int week, bool scalar)
    {
        _found = 0;
        Sightings.Clear();
        Span<int> chosen = stackalloc int[Lanes];
        var n = 0;
        var all = acts.All;
        for (var k = 0; k < conducts.Count; k++)
        {
            if (conducts.FoundByLaw[k] <= 0 && !sights.Watched[k] && (sights.Declared.Length == 0 || sights.Declared[k] <= 0))
            {
                continue;
            }
            for (var i = acts.First(k); i < acts.First(k + 1); i++)
            {
                if (all[i].Said is not (Said.Nothing or Said.AsMeant))
                {
                    continue;
                }
                chosen[n++] = i;
                if (n == Lanes)
                {
                    Judge(conducts, sights, sensors, inspected, roster, all, chosen, n, new Draw(seed, district, Eyes), week, scalar);
                    n = 0;
                }
            }
        }
        Judge(conducts, sights, sensors, inspected, roster, all, chosen, n, new Draw(seed, district, Eyes), week, scalar);
    }

    /// <summary>Adds what nobody did: sightings invented here.</summary>
    public void Invent(SightTable sights, Inventions inventions, Confusables confusables, ConductTable conducts,
        ulong seed, uint district, int week)
    {
        for (var channel = 0; channel < 4; channel++)
        {
            if (sights.Invented[channel] <= 0)
            {
                continue;
            }
            var draw = new Draw(seed, district, Inventing[channel]);
            var number = Draw.Poisson(sights.Invented[channel] * confusables.Adults, draw, uint.MaxValue, week);
            for (var j = 0; j < number; j++)
            {
                var bits = draw.At((uint)j, week);
                if (inventions.Pick(channel, bits.B) is { } k && sights.Watched[k])
                {
                    Book(conducts, confusables.Pick(bits.A), k, conducts.LevelOf(k, bits.C), bits.D, Origin.Spurious, j);
                }
            }
        }
    }

    /// <summary>Books sightings that other districts took for people of this one.</summary>
    public void Arrive(ReadOnlySpan<int> imported, Confusables confusables, ConductTable conducts, ulong seed, uint district, int week)
    {
        var draw = new Draw(seed, district, Arriving);
        for (var entry = 0; entry < imported.Length; entry++)
        {
            for (var j = 0; j < imported[entry]; j++)
            {
                var bits = draw.At((uint)entry, week, j);
                var k = (byte)(entry / 2);
                Book(conducts, confusables.Pick(bits.A), k, conducts.LevelOf(k, bits.B), bits.C, Origin.Misattributed, 4096 + j);
            }
        }
    }

    /// <summary>Closes the week's list of what is entered now: sorted by person, conduct and ordinal.</summary>
    public void Close(SightTable sights, ConductTable conducts, Roster roster, int week)
    {
        if (sights.IsSlow)
        {
            Backlog.Pass(sights, conducts.Channel, roster, Sightings, week);
        }
        Sightings.Sort();
    }

    private void Judge(ConductTable conducts, SightTable sights, Sensors? sensors, Func<int, float>? inspected, Roster roster,
        ReadOnlySpan<Act> acts, Span<int> chosen, int n, Draw draw, int week, bool scalar)
    {
        if (n == 0)
        {
            return;
        }
        Span<uint> subject = stackalloc uint[Lanes];
        for (var i = 0; i < n; i++)
        {
            ref readonly var act = ref acts[chosen[i]];
            subject[i] = act.Slot | (uint)act.Conduct << 12 | (uint)(act.Ordinal & 0xFFF) << 20;
        }
        Span<uint> a = stackalloc uint[Lanes], b = stackalloc uint[Lanes], c = stackalloc uint[Lanes], d = stackalloc uint[Lanes];
        Draws(draw, subject, n, week, scalar, a, b, c, d);
        for (var i = 0; i < n; i++)
        {
            ref readonly var act = ref acts[chosen[i]];
            var channel = conducts.Channel[act.Conduct];
            var closer = conducts.ByFirm[act.Conduct] ? inspected?.Invoke(act.Slot) ?? 1 : 1;
            var found = sights.LawApplies && Draw.Unit(a[i]) < conducts.FoundByLaw[act.Conduct] * closer;
            if (found)
            {
                Find(act);
            }
            var luck = sights.Declared.Length > 0 ? Proof(sights, act, draw with { Purpose = Declaring }, subject[i], week) : 1;
            if (sights.Watched[act.Conduct]
                && ((found && Draw.Unit(b[i]) < sights.FromLaw[channel])
                    || Draw.Unit(c[i]) < conducts.Openness[act.Conduct] * closer * SeenChance(sights, roster, act.Slot, channel)
                        * Attention(sights, sensors, roster, act, channel) * InSight(act.Slot)
                    || Draw.Unit(d[i]) < conducts.Openness[act.Conduct] * sights.Reported[channel]))
            {
                Claim(conducts, sights, roster, act, channel, draw with { Purpose = Errors }, subject[i], week, luck);
            }
            else
            {
                Declare(conducts, act, luck);
            }
        }
    }

    // The luck with which a subject declares an act; 1 if no row with a share so large asks for it.
    private static float Proof(SightTable sights, in Act act, Draw draw, uint subject, int week) =>
        sights.Declared[act.Conduct] is > 0 and var share && Draw.Unit(draw.At(subject, week).A) is var luck && luck < share ? luck : 1;

    private void Declare(ConductTable conducts, in Act act, float luck)
    {
        if (luck < 1)
        {
            Book(conducts, act.Slot, act.Conduct, act.Level, act.Bits, Origin.True, act.Ordinal, false, luck);
        }
    }

    private static void Draws(Draw draw, Span<uint> subject, int n, int week, bool scalar, Span<uint> a, Span<uint> b, Span<uint> c,
        Span<uint> d)
    {
        if (scalar)
        {
            for (var i = 0; i < n; i++)
            {
                var block = draw.At(subject[i], week);
                (a[i], b[i], c[i], d[i]) = (block.A, block.B, block.C, block.D);
            }
            return;
        }
        draw.At16(Vector512.Create<uint>(subject), week, 0, out var va, out var vb, out var vc, out var vd);
        va.CopyTo(a);
        vb.CopyTo(b);
        vc.CopyTo(c);
        vd.CopyTo(d);
    }

    // What a group and a conduct add to the chance, and what was moved to a group; above 1 an act is surely seen.
    private static float Attention(SightTable sights, Sensors? sensors, Roster roster, in Act act, int channel) =>
        (sights.Attention is { } factors ? factors[act.Conduct * 2 + Math.Min((byte)1, roster.Group[act.Slot])] : 1)
            * (sensors?.Of(channel, roster, act.Slot) ?? 1);

    // Nobody's share is 0 unless moved, and 1 changes no bit.
    private float InSight(int slot) => Defiance is null ? 1 : 1 - Defiance.Evasion[slot] / (float)Defiance.Whole;

    /// <summary>Chance that the regime's own eyes see an act.</summary>
    public static float SeenChance(SightTable sights, Roster roster, int slot, int channel)
    {
        var seen = roster.Is(slot, Role.Urban) ? sights.SeenUrban[channel] : sights.SeenRural[channel];
        if (channel == (int)Channel.Online && sights.FootprintOnline != 0)
        {
            var footprint = roster.TraitOf(Trait.DigitalFootprint)[slot];
            seen = Math.Clamp(seen * (1 + sights.FootprintOnline * footprint), 0, 1);
        }
        return seen;
    }

    private void Claim(ConductTable conducts, SightTable sights, Roster roster, in Act act, int channel, Draw errors, uint subject,
        int week, float declaring)
    {
        var bits = errors.At(subject, week);
        int other = roster.Lookalike[act.Slot];
        var mistaken = Math.Min(0.5f, sights.Misattributed[channel] * roster.Confusability[other] * Errs(sights, roster, other, channel));
        if (Draw.Unit(bits.A) < mistaken && roster.Is(other, Role.Adult))
        {
            if (Draw.Unit(bits.B) < sights.CrossDistrict)
            {
                Exported[act.Conduct * 2 + Math.Min((byte)1, roster.Group[act.Slot])]++;
            }
            else
            {
                Book(conducts, (ushort)other, act.Conduct, act.Level, act.Bits, Origin.Misattributed, act.Ordinal);
            }
            Declare(conducts, act, declaring);
        }
        else if (Draw.Unit(bits.C) < sights.Misread[channel] * Errs(sights, roster, act.Slot, channel)
            && conducts.LevelEnds[act.Conduct].Length > 1)
        {
            var levels = conducts.LevelEnds[act.Conduct].Length;
            var shift = 1 + Draw.Below(bits.D, levels - 1);
            Book(conducts, act.Slot, act.Conduct, (byte)((act.Level + shift) % levels), act.Bits, Origin.Misread, act.Ordinal);
            Declare(conducts, act, declaring);
        }
        else
        {
            Book(conducts, act.Slot, act.Conduct, act.Level, act.Bits, Origin.True, act.Ordinal, true, declaring);
        }
    }

    private static float Errs(SightTable sights, Roster roster, int slot, int channel) =>
        sights.Errors is { } errors ? errors[channel * 2 + Sensors.GroupOf(roster, slot)] : 1;

    private void Book(ConductTable conducts, ushort slot, byte conduct, byte level, uint bits, Origin origin, int ordinal,
        bool seen = true, float declaring = 1)
    {
        var weeks = Episodes.Weeks(conducts.LastsWeeks[conduct], bits);
        Sightings.Add(new Sighting(slot, conduct, level, (ushort)weeks, bits, seen, declaring), origin, ordinal);
    }

    private void Find(in Act act)
    {
        if (_found == _findings.Length)
        {
            Array.Resize(ref _findings, _found * 2);
        }
        _findings[_found++] = new Finding(act.Slot, act.Conduct, act.Level);
    }
}

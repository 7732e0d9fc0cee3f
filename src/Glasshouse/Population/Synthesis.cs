using Glasshouse.Kernel;

namespace Glasshouse.Population;

/// <summary>
/// Draws a district's people from the marginals: ages and household sizes by systematic sampling (so that they meet the
/// marginals as nearly as whole persons can), then households around an adult, children first with adults of an age to be their
/// parents, then adults of similar age. Traits are drawn per occupant by a Gaussian copula.
/// </summary>
public static class Synthesis
{
    private static readonly Purpose AgeOffset = Purpose.Named("population/age-offset");
    private static readonly Purpose SizeOffset = Purpose.Named("population/household-size-offset");
    private static readonly Purpose Shuffle = Purpose.Named("population/shuffle");
    private static readonly Purpose Scores = Purpose.Named("population/traits");
    private static readonly Purpose Temper = Purpose.Named("population/disposition");
    private static readonly Purpose Lasting = Purpose.Named("population/lasting-roles");
    private static readonly Purpose Sizes = Purpose.Named("population/firm-sizes");
    private static readonly Purpose Heads = Purpose.Named("population/firm-heads");
    private static readonly Purpose Activity = Purpose.Named("population/activity");
    private static readonly Purpose Likeness = Purpose.Named("population/look-alike");

    /// <summary>Builds the roster of one district.</summary>
    /// <param name="marginals">The society's marginals.</param>
    /// <param name="seed">Seed of the history.</param>
    /// <param name="district">District, from 0.</param>
    /// <param name="people">Persons who live there.</param>
    public static Roster Build(Marginals marginals, ulong seed, uint district, int people)
    {
        var households = Households.Form(marginals, people,
            new Draw(seed, district, AgeOffset), new Draw(seed, district, SizeOffset), new Draw(seed, district, Shuffle));
        var roster = new Roster(households.Slots);
        Lay(households, roster);
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            if (roster.Lives(slot))
            {
                Arrive(marginals, seed, district, roster, slot, birthdays: false);
            }
        }
        Employ(marginals, seed, district, roster);
        PairLookalikes(seed, district, roster);
        Demography.Review(marginals, roster);
        return roster;
    }

    /// <summary>Fills a slot with a new occupant: an age that suits the slot, fresh traits, group and lasting roles.</summary>
    /// <param name="marginals">The society's marginals.</param>
    /// <param name="seed">Seed of the history.</param>
    /// <param name="district">District, from 0.</param>
    /// <param name="roster">The district's people.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="birthdays">True if people grow older while they stay: newcomers are then younger than the template.</param>
    public static void Arrive(
        Marginals marginals, ulong seed, uint district, Roster roster, int slot, bool birthdays)
    {
        int generation = roster.Generation[slot];
        roster.Age[slot] = birthdays ? marginals.ArrivalAge(roster, slot) : roster.TemplateAge[slot];
        var draw = new Draw(seed, district, Scores);
        Span<float> scores = stackalloc float[Roster.TraitCount];

        // What goes with age goes with the age in the middle of a stay, so that no trait drifts while newcomers replace the first.
        scores[(int)Trait.Age] = Marginals.AgeScore(roster.TemplateAge[slot]);
        for (var t = 1; t < Roster.TraitCount; t++)
        {
            scores[t] = (float)Draw.Normal(draw.At((uint)slot, generation, t));
        }
        marginals.Copula.Correlate(scores);
        for (var t = 0; t < Roster.TraitCount; t++)
        {
            roster.TraitOf((Trait)t)[slot] = Math.Clamp(scores[t], -3.5f, 3.5f);
        }
        roster.TraitOf(Trait.Age)[slot] = Marginals.AgeScore(roster.Age[slot]);
        var confused = Draw.Normal(draw.At((uint)slot, generation, Roster.TraitCount));
        var spread = marginals.Figures.ConfusabilitySpread.Value;
        roster.Confusability[slot] = (float)Elementary.Exp(spread * Math.Clamp(confused, -4, 4) - spread * spread / 2);

        var temper = Draw.Normal(new Draw(seed, district, Temper).At((uint)slot, generation));
        roster.Disposition[slot] = (float)Math.Clamp(temper, -3.5, 3.5);

        var lasting = new Draw(seed, district, Lasting);
        var first = lasting.At((uint)slot, generation);
        roster.Activity[slot] = (byte)new Draw(seed, district, Activity).At((uint)slot, generation).A;
        roster.Group[slot] = marginals.Group(Draw.Unit(first.A));
        roster.Roles[slot] = LastingRoles(marginals.Figures.Roles, roster, slot, lasting, generation);
    }

    private static uint LastingRoles(RoleShares shares, Roster roster, int slot, Draw draw, int generation)
    {
        var kept = roster.Roles[slot] & (RoleBits.Of(Role.Urban) | RoleBits.Of(Role.Rural) | RoleBits.Of(Role.FirmHead));
        var one = draw.At((uint)slot, generation, 1);
        var two = draw.At((uint)slot, generation, 2);
        var bits = kept;
        bits |= Draw.Unit(one.A) < (float)shares.Workforce ? RoleBits.Workforce : 0;
        bits |= Draw.Unit(one.B) < (float)shares.PublicStaff ? RoleBits.Of(Role.PublicStaff) : 0;
        bits |= Draw.Unit(one.C) < (float)shares.PartyMember ? RoleBits.Of(Role.PartyMember) : 0;
        bits |= Draw.Unit(one.D) < (float)shares.Profession ? RoleBits.Of(Role.Profession) : 0;
        bits |= Draw.Unit(two.A) < (float)shares.Driver ? RoleBits.Of(Role.Driver) : 0;
        bits |= Draw.Unit(two.B) < (float)shares.CardHolder ? RoleBits.Of(Role.CardHolder) : 0;
        bits |= Draw.Unit(two.C) < (float)shares.SchoolFees ? RoleBits.Of(Role.SchoolFees) : 0;
        var home = draw.At(roster.Household[slot], 0, 3);
        bits |= Draw.Unit(home.A) < (float)shares.Tenant ? RoleBits.Of(Role.Tenant) : 0;
        return bits;
    }

    private static void Lay(Households households, Roster roster)
    {
        roster.Age.Span.Fill(Roster.Vacant);
        roster.Employer.Span.Fill(Roster.NoFirm);
        var slot = 0;
        for (var h = 0; h < households.Members.Count; h++)
        {
            var ages = households.Members[h];
            if (slot % Roster.BlockSize + ages.Count > Roster.BlockSize)
            {
                slot += Roster.BlockSize - slot % Roster.BlockSize;
            }
            var first = slot;
            foreach (var age in ages)
            {
                roster.TemplateAge[slot] = roster.Age[slot] = (byte)age;
                roster.Household[slot] = (ushort)first;
                roster.HouseholdSize[slot] = (byte)ages.Count;
                roster.Roles[slot] = RoleBits.Of(h < households.Urban ? Role.Urban : Role.Rural);
                slot++;
            }
        }
    }

    private static void Employ(Marginals marginals, ulong seed, uint district, Roster roster)
    {
        var draw = new Draw(seed, district, Heads);
        var workers = new List<(uint Key, int Slot)>();
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            var age = roster.TemplateAge[slot];
            var works = roster.Lives(slot) && age >= marginals.AdultFrom && age < marginals.Figures.Roles.RetireFrom.Value
                && (roster.Roles[slot] & RoleBits.Workforce) != 0 && !roster.Is(slot, Role.PublicStaff);
            if (works)
            {
                workers.Add((draw.At((uint)slot, 0).A, slot));
            }
        }
        workers.Sort();
        if (marginals.Firms is { } figures)
        {
            var legal = Firms.Place(figures, marginals.Figures.Roles.StaffPerFirm.Value, [.. workers.Select(w => w.Slot)],
                new Draw(seed, district, Sizes), roster);
            roster.Firms = Firms.Draw(figures, seed, district, roster, legal);
            return;
        }
        var firms = (int)(workers.Count / marginals.Figures.Roles.StaffPerFirm.Value);
        for (var i = 0; i < workers.Count && firms > 0; i++)
        {
            var head = workers[i % firms].Slot;
            roster.Employer[workers[i].Slot] = (ushort)head;
            roster.Roles[head] |= RoleBits.Of(Role.FirmHead);
        }
    }

    /// <summary>Neighbours in the order of confusability within a group of keys are each other's usual look-alikes.</summary>
    private static void PairLookalikes(ulong seed, uint district, Roster roster)
    {
        var draw = new Draw(seed, district, Likeness);
        var order = new List<(uint Key, int Slot)>();
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            if (roster.Lives(slot) && roster.TemplateAge[slot] >= 18)
            {
                order.Add((draw.At((uint)slot, 0).A, slot));
            }
        }
        order.Sort();
        for (var i = 0; i < order.Count; i++)
        {
            roster.Lookalike[order[i].Slot] = (ushort)order[(i + 1) % order.Count].Slot;
        }

        // A child grows up in time: it will be taken for some adult, not all children for the same one.
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            if (roster.Lives(slot) && roster.TemplateAge[slot] < 18)
            {
                roster.Lookalike[slot] = (ushort)order[Draw.Below(draw.At((uint)slot, 0).B, order.Count)].Slot;
            }
        }
    }
}

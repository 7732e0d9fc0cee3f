using System.Numerics;
using System.Runtime.Intrinsics;
using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Living;

/// <content>Employers consider those without work.</content>
public sealed partial class Lives
{
    private static readonly Purpose Applying = Purpose.Named("living/application");

    private readonly Market _places = new();

    /// <summary>Lets employers consider some of those without work.</summary>
    public void Seek(LivingTable table, Roster roster, Situation situation, Standing standing, ConsequenceTable consequences,
        in Bearing bearing, ulong seed, uint district, int week)
    {
        _places.Open();
        var draw = new Draw(seed, district, Applying);
        var roles = situation.Roles.Lanes;
        var mask = Vector512.Create(RoleBits.Workforce | RoleBits.Of(Role.Employed));
        var without = Vector512.Create(RoleBits.Workforce);
        for (var first = 0; first < roles.Length; first += Lanes)
        {
            var idle = Vector512.Equals(Vector512.Create<uint>(roles[first..]) & mask, without).ExtractMostSignificantBits();
            for (; idle != 0; idle &= idle - 1)
            {
                var slot = first + BitOperations.TrailingZeroCount(idle);
                var bits = draw.At((uint)slot, week);
                if (Draw.UnitDouble(bits.A, bits.B) < table.ApplicationPerWeek * bearing.Search(slot))
                {
                    var answers = new Treatment(consequences, situation, standing, slot);
                    var looks = Draw.Unit(Episodes.Mix(bits.D)) < table.EmployersLook;
                    var shift = looks ? table.SeenInHiring.Grade(answers.Of(Effect.Hiring), situation, slot) : 0;
                    shift += FirmHiring(roster, situation, standing, consequences, slot);
                    Apply(_places, table.Hiring(roster, situation, slot), shift, slot, Draw.Unit(bits.C), bits.D);
                }
            }
        }
        Hire(table, situation);
    }

    private void Hire(LivingTable table, Situation situation)
    {
        var hired = _places.Clear(table.Markets.Vacancies);
        for (var a = 0; a < hired.Length; a++)
        {
            var one = _places.Applicants[a];
            var spell = situation.Spell[one.Slot];
            if (hired[a])
            {
                situation.Roles[one.Slot] |= RoleBits.Of(Role.Employed);
                situation.Spell[one.Slot] = 0;
            }
            Decide(situation, one, Occasion.Application, hired[a]);
            _met[_count - 1] = _met[_count - 1] with { Spell = spell };
        }
    }

    private static void Apply(Market market, Signs evidence, float shift, int slot, float luck, uint bits)
    {
        var plain = evidence.Odds;
        evidence.Add(shift, Reason.Grade);
        market.Apply(new Applicant((ushort)slot, plain, evidence.Odds, luck, bits, evidence.Against));
    }

    private void Decide(Situation situation, in Applicant one, Occasion occasion, bool granted, bool withoutFile = false) =>
        Add(situation, one.Slot, occasion, one.GrantedPlainly, granted, one.GrantedOpenly ? Reason.Others : one.Against, withoutFile);

    // What the standing of the firm that is applied to does for its applicants.
    private static float FirmHiring(Roster roster, Situation situation, Standing standing, ConsequenceTable consequences, int slot)
    {
        int head = roster.Employer[slot];
        if (head == Roster.NoFirm || !consequences.Has(Effect.FirmHiring))
        {
            return 0;
        }
        var answers = new Treatment(consequences, situation, standing, head);
        return answers.Of(Effect.FirmHiring);
    }
}

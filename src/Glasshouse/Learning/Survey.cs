using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>
/// Answers to a survey: a channel of its own, computed when somebody asks, with no state. Held is what a person would say if nobody could
/// know; stated is what the person says: stated = held + (1 - held) x fear. All between 0 and 1, a mean is a share that says yes.
/// </summary>
public sealed class Survey
{
    private static readonly uint Aware = MarkBits.Of(Mark.Aware);
    private static readonly uint Gaining = Aware | MarkBits.Of(Mark.Rewarded);
    private static readonly uint Losing = MarkBits.Of(Mark.Penalised) | MarkBits.Of(Mark.BySpillOver);
    private static readonly uint Informed = MarkBits.Of(Mark.Informed);

    private readonly float _fear, _urbanShare, _supportStart, _trustStart;
    private readonly float _young, _urban, _wealthy, _ofScoring;
    private readonly float _approval, _perSupport, _perTrust, _perIntrusion, _perConcern, _gain, _loss, _repression;
    private readonly float _sensors, _sensorsIntrusion;

    /// <param name="learning">The figures; without a survey among them only support is asked for.</param>
    /// <param name="fear">Share of those who do not support the authorities that say they do, for nobody in particular.</param>
    /// <param name="urbanShare">Share of people in town, around whom the fear of town and country is centred.</param>
    public Survey(LearningFigures learning, float fear, float urbanShare)
    {
        (_fear, _urbanShare) = (fear, urbanShare);
        (_supportStart, _trustStart) = ((float)learning.SupportStart, (float)learning.TrustInstitutionsStart);
        if (learning.Survey is not { } f)
        {
            return;
        }
        AsksForApproval = true;
        (_young, _urban, _wealthy) = ((float)f.MoreFear.Young, (float)f.MoreFear.Urban, (float)f.MoreFear.Wealthy);
        (_ofScoring, _approval, _repression) = ((float)f.Fear, (float)f.Approval, (float)f.Repression);
        (_perSupport, _perTrust, _perConcern) = ((float)f.PerSupport, (float)f.PerTrust, (float)f.PerConcern);
        (_perIntrusion, _gain, _loss) = ((float)f.PerIntrusion, (float)f.Gain, (float)f.Loss);
        (_sensors, _sensorsIntrusion) = ((float)f.Sensors, (float)f.SensorsIntrusion);
    }

    /// <summary>True if the society says what people think of being scored.</summary>
    public bool AsksForApproval { get; }

    /// <summary>The fear of one person, 0 to 1.</summary>
    /// <param name="roster">The district's people.</param>
    /// <param name="slot">Who is asked.</param>
    /// <param name="online">Perceived chance of being punished for an act online.</param>
    public float Fear(Roster roster, int slot, float online)
    {
        var town = roster.Is(slot, Role.Urban) ? 1 - _urbanShare : -_urbanShare;
        var more = 1 - _young * roster.TraitOf(Trait.Age)[slot] + _urban * town + _wealthy * roster.TraitOf(Trait.IncomePotential)[slot];
        return Math.Clamp(_fear * (1 + online) * Math.Max(0, more), 0, 1);
    }

    /// <summary>What is said of the authorities.</summary>
    public static float Stated(float held, float fear) => held + (1 - held) * fear;

    /// <summary>What is said of being scored: less fear bears on it.</summary>
    public float StatedApproval(float held, float fear) => Stated(held, Math.Min(1, fear * _ofScoring));

    /// <summary>Approval of being scored, as held; nobody needs to know of a regime to have a view of it.</summary>
    /// <param name="marks">What the person knows and undergoes.</param>
    /// <param name="support">Support for the authorities.</param>
    /// <param name="trust">Trust in institutions.</param>
    /// <param name="safety">Felt safety.</param>
    /// <param name="concern">Privacy concern, standard deviations.</param>
    /// <param name="intrusion">How much the regime sees, 0 to 1; who does not know of it does not mind.</param>
    public float Approval(uint marks, float support, float trust, float safety, float concern, float intrusion)
    {
        var view = _approval
            + _perSupport * (support - _supportStart)
            + _perTrust * (trust - _trustStart)
            + _perConcern * (1 - safety)
            - ((marks & Aware) != 0 ? _perIntrusion * intrusion * Math.Max(0, 1 + concern) : 0)
            + ((marks & Gaining) == Gaining ? _gain : 0)
            - ((marks & Losing) != 0 ? _loss : 0)
            - ((marks & Informed) != 0 ? _repression : 0);
        return Math.Clamp(view, 0, 1);
    }

    /// <summary>Support for sensors that see a share of what people do, as held.</summary>
    public float Sensors(float support, float safety, float concern, float intrusion) => Math.Clamp(
        _sensors + _perSupport * (support - _supportStart) + _perConcern * (1 - safety)
            - _sensorsIntrusion * intrusion * Math.Max(0, 1 + concern), 0, 1);

    /// <summary>Asks all adults of a district about sensors.</summary>
    /// <param name="roster">The district's people.</param>
    /// <param name="mind">Their minds.</param>
    /// <param name="blocks">Their neighbourhoods.</param>
    /// <param name="intrusion">Share of what people do that the sensors would see.</param>
    /// <returns>Sums in Q24, and how many were asked.</returns>
    public (long Held, long Stated, long Asked) AskAboutSensors(Roster roster, Mind mind, Neighbourhoods blocks, float intrusion)
    {
        var (held, stated, asked) = (0L, 0L, 0L);
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            if (!roster.Lives(slot) || !roster.Is(slot, Role.Adult))
            {
                continue;
            }
            var view = Sensors(mind.Support[slot], blocks.Safety[slot / Roster.BlockSize],
                roster.TraitOf(Trait.PrivacyConcern)[slot], intrusion);
            var fear = Fear(roster, slot, Unit16.Wide(mind.RiskIfDone((int)Acting.Channel.Online)[slot]));
            held = Fixed.Add(held, Fixed.From(view));
            stated = Fixed.Add(stated, Fixed.From(StatedApproval(view, fear)));
            asked++;
        }
        return (held, stated, asked);
    }
}

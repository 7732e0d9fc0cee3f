using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>
/// How minds bear on a life's occasions. Who worries about being punished for nothing stays away from where that could begin; who is worn
/// out looks for work with less force.
/// </summary>
/// <param name="mind">Minds of the last week.</param>
/// <param name="lawRisk">Felt chance of being punished for nothing, in a channel and a year, under ordinary law.</param>
/// <param name="withdrawal">Share of occasions forgone per felt chance beyond that.</param>
/// <param name="exhaustion">Share of the search for work lost at full stress.</param>
/// <param name="closeness">What a person's ties come to, -1 to 1.</param>
/// <param name="contacts">Share of the search for work lost without ties, and gained with twice the usual number.</param>
public readonly struct Bearing(
    Mind mind, float lawRisk, float withdrawal, float exhaustion, Func<int, float> closeness, float contacts)
{
    /// <summary>True if a person keeps away from an occasion that could have been met; only who knows of being scored does.</summary>
    public bool Withdraws(int slot, uint marks, uint bits) =>
        withdrawal > 0 && (marks & MarkBits.Of(Mark.Aware)) != 0
        && Draw.Unit(Episodes.Mix(bits ^ 0x5bd1e995)) is var luck && luck < withdrawal && luck < withdrawal * Worry(slot);

    /// <summary>Felt chance, beyond that of ordinary law, of being punished in a year for nothing: the mean over channels.</summary>
    public float Worry(int slot)
    {
        var sum = 0f;
        for (var c = 0; c < Mind.Channels; c++)
        {
            sum += Math.Max(0, Unit16.Wide(mind.RiskIfNot(c)[slot]) - lawRisk);
        }
        return sum / Mind.Channels;
    }

    /// <summary>Trust in people, 0 to 1.</summary>
    public float Trust(int slot) => mind.TrustPeople[slot];

    /// <summary>Force of the search for work; 1 for a person with the usual ties and without stress.</summary>
    public float Search(int slot) => (1 - exhaustion * mind.Stress[slot]) * (contacts == 0 ? 1 : 1 + contacts * closeness(slot));
}

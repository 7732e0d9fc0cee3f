using Glasshouse.Acting;
using Glasshouse.Kernel;

namespace Glasshouse.Learning;

/// <summary>The learning figures as plain numbers.</summary>
public sealed class LearningTable
{
    /// <param name="figures">The figures.</param>
    /// <param name="surveyFear">Share of those who do not support the authorities that say they do.</param>
    /// <param name="urbanShare">Share of people in town.</param>
    /// <param name="resistance">How people resist; null if they do not.</param>
    public LearningTable(LearningFigures figures, float surveyFear, float urbanShare, ResistanceFigures? resistance = null)
    {
        Disputing = (float)(resistance?.DisputingPerGrievance.Value ?? 0);
        Figures = figures;
        LawRisk = [.. Enum.GetValues<Channel>().Select(c => figures.LawRisk.TryGetValue(c, out var f) ? (float)f : 0f)];
        LawRiskInnocent = (float)figures.LawRiskInnocent;
        Generalises = (float)(figures.Risk?.Generalises.Value ?? 0);
        Listing = (float)(figures.Risk?.Listing.Value ?? 0);
        Media = Calendar.Exchange * (float)figures.AwarenessMedia;
        Contacts = Calendar.Exchange * 10 * (float)figures.AwarenessTalk;
        Stops = Math.Min(1, Calendar.Exchange * (float)(figures.Talk?.Stops.Value ?? 0));
        TalkBeyond = (float)(figures.Talk?.Beyond.Value ?? 0);
        if (figures.News is { } news)
        {
            NegativeNews = Calendar.Exchange * (float)(news.Reports.Value * news.Negative.Value);
            SupportByRepression = (float)news.Repression;
            SupportByBenefits = (float)(news.Benefits.Value * (1 - news.Negative.Value));
        }
        Survey = new Survey(figures, surveyFear, urbanShare);
        (LostByError, LostByNaming) = ((float)figures.TrustLostByError, (float)figures.TrustLostByNaming);
        if (figures.Trust is { } trust)
        {
            (Lasting, Informing) = ((float)trust.Lasting, (float)trust.Informing);
            (MachineErrorFactor, MachineTrust) = ((float)trust.MachineErrorFactor, (float)trust.MachineTrust);
            DistrustKept = (float)Elementary.Exp(-0.6931471805599453 / trust.HalfLife.Value);
        }
        Sources = figures.Redress is { } redress ? new((float)redress.Reinserted, (int)redress.ReinsertedAfter) : default;
        GrievanceKept = (float)Elementary.Exp(-0.6931471805599453 / figures.GrievanceHalfLife.Value);
    }

    public LearningFigures Figures { get; }

    /// <summary>How sources report anew what was removed.</summary>
    public Responding.Redelivery Sources { get; }

    /// <summary>Perceived chance of punishment under ordinary law, by channel.</summary>
    public float[] LawRisk { get; }

    public float LawRiskInnocent { get; }

    /// <summary>Share of what moves belief in one channel that moves it in each of the others.</summary>
    public float Generalises { get; }

    /// <summary>Punishments, in each channel, as which neighbours see the publication of a name.</summary>
    public float Listing { get; }

    /// <summary>Hearings of the regime from media, a month.</summary>
    public float Media { get; }

    /// <summary>Contacts a month in which somebody who tells is heard.</summary>
    public float Contacts { get; }

    /// <summary>Chance a month to stop telling.</summary>
    public float Stops { get; }

    /// <summary>Share of talk that is with people from elsewhere in the district.</summary>
    public float TalkBeyond { get; }

    /// <summary>Reports of repressive use that reach a person, a month.</summary>
    public float NegativeNews { get; }

    /// <summary>Support that knowing of repressive use takes.</summary>
    public float SupportByRepression { get; }

    /// <summary>Support that what media tell of benefits brings.</summary>
    public float SupportByBenefits { get; }

    /// <summary>What people answer.</summary>
    public Survey Survey { get; }

    /// <summary>Share of trust in institutions that an error takes.</summary>
    public float LostByError { get; }

    /// <summary>Share of trust in people that being named takes.</summary>
    public float LostByNaming { get; }

    /// <summary>Share of the gap by which trust recovers in a week.</summary>
    public float TrustRecovery => (float)Figures.TrustRecovery;

    /// <summary>Share of lost trust that comes back over decades only.</summary>
    public float Lasting { get; }

    /// <summary>Lasting distrust left after a year.</summary>
    public float DistrustKept { get; } = 1;

    /// <summary>Distrust of people where all is reported.</summary>
    public float Informing { get; }

    /// <summary>Factor on the trust that an error takes if a machine decided alone.</summary>
    public float MachineErrorFactor { get; } = 1;

    /// <summary>Trust in a machine that has not erred, above that in an official.</summary>
    public float MachineTrust { get; }

    /// <summary>Factor added to the chance of an appeal per unit of grievance.</summary>
    public float Disputing { get; }

    /// <summary>Share of grievance left after a week.</summary>
    public float GrievanceKept { get; }

    /// <summary>What is heard of channels, with what is believed of each because of the others.</summary>
    public float[] Generalised(float[] heard) => Generalises == 0 ? heard
        : [.. heard.Select((own, c) => Math.Max(own, own + Generalises * (heard.Where((_, o) => o != c).Max() - own)))];

    /// <summary>By channel, the share of the gap to certainty that a week's punishments in the neighbourhood close.</summary>
    public void Seen(ReadOnlySpan<float> punished, Span<float> seen)
    {
        var all = 0f;
        for (var c = 0; c < seen.Length; c++)
        {
            all += punished[c];
        }
        for (var c = 0; c < seen.Length; c++)
        {
            var known = punished[c] + Generalises * (all - punished[c]);
            seen[c] = Math.Min(1, known / Population.Roster.BlockSize) * (float)Figures.NeighbourExperience;
        }
    }
}

/// <summary>What people can hear of a regime: the published part of the directive, for one twin.</summary>
/// <param name="IfDone">Announced chance of being punished for an act, by channel, above ordinary law.</param>
/// <param name="IfNot">Chance heard of being punished in a year for nothing, by channel.</param>
/// <param name="Climate">Share of voiced posts that are critical.</param>
/// <param name="Runs">True while a regime runs that people can become aware of.</param>
public sealed record Signal(float[] IfDone, float[] IfNot, float Climate, bool Runs)
{
    /// <summary>Chance that somebody near reports an act in plain view to the regime, in the channel where that is likeliest.</summary>
    public float Informers { get; init; }

    /// <summary>How much of what is decided is decided by machines, 0 to 1.</summary>
    public float Machine { get; init; }

    /// <summary>What people hear where no regime runs.</summary>
    public static Signal None(float climate) => new(new float[4], new float[4], climate, false);
}

namespace Glasshouse.Lab.Telling;

/// <summary>The lanes of a life.</summary>
public enum Lane
{
    /// <summary>What the person did.</summary>
    Did,

    /// <summary>What ordinary law found out, and what a channel of the regime claims to have seen.</summary>
    Seen,

    /// <summary>What stands in the file, how it was contested and how it ended.</summary>
    InTheFile,

    /// <summary>Changes of score and grade.</summary>
    Score,

    /// <summary>What opened and what closed: work, loans, journeys, services, school, name.</summary>
    OpenAndClosed,

    /// <summary>What the person believed and felt, whatever was said of it.</summary>
    Believed,

    /// <summary>What the person said, kept back or turned round.</summary>
    Said,
}

/// <summary>One dated event of a life.</summary>
/// <param name="Week">Week of the regime, from 1; 0 and below before it.</param>
/// <param name="Lane">Where it belongs.</param>
/// <param name="Text">What happened, in plain words.</param>
public sealed record LifeEvent(int Week, Lane Lane, string Text)
{
    /// <summary>The week in words.</summary>
    public string Date { get; } = LifeDate.Of(Week);

    /// <summary>The conduct, for acts and sightings.</summary>
    public string? Conduct { get; init; }

    /// <summary>For acts: true if the law or a channel saw something of the kind that week, false if it went unseen.</summary>
    public bool? Noticed { get; init; }

    /// <summary>For a record entered.</summary>
    public RecordEntry? Record { get; init; }

    /// <summary>Id of the record that notice, appeal, repair or end is about.</summary>
    public string? About { get; init; }

    /// <summary>For changes of score.</summary>
    public ScoreStep? Score { get; init; }

    /// <summary>Once a year.</summary>
    public StateOfMind? Mind { get; init; }

    /// <summary>What makes two events the same in two replays; numbers of records may shift.</summary>
    internal (int, Lane, string) Key => (Week, Lane, Text);
}

/// <summary>A record entered in the person's file.</summary>
/// <param name="Id">Week and number among the records entered in the district that week, both from 1: <c>week.number</c>.</param>
/// <param name="Rule">Number or id of the row or ground.</param>
/// <param name="Article">Article or section of the text.</param>
/// <param name="Origin">How it came about, which the regime does not know.</param>
/// <param name="Points">Points; 0 for a ground.</param>
/// <param name="Grade">Grade that a ground sets.</param>
/// <param name="UntilWeek">First week in which it no longer counts.</param>
/// <param name="Why">Why it hits somebody who did no wrong of that weight; empty if nothing of the kind.</param>
/// <param name="Replaces">The record that it replaced on repair.</param>
public sealed record RecordEntry(
    string Id, string Rule, string Article, string Origin, double Points, string? Grade, int UntilWeek, IReadOnlyList<string> Why,
    string? Replaces)
{
    /// <summary>The week it ends in words.</summary>
    public string Until { get; } = LifeDate.Of(UntilWeek);
}

/// <summary>A change of score or grade. A grade set directly has the grade before it behind it: DA is D, before A.</summary>
/// <param name="Before">Score before, points.</param>
/// <param name="After">Score after, points.</param>
/// <param name="GradeBefore">Grade before.</param>
/// <param name="GradeAfter">Grade after.</param>
/// <param name="Because">Records and rules that it follows from.</param>
public sealed record ScoreStep(double Before, double After, string GradeBefore, string GradeAfter, IReadOnlyList<string> Because);

/// <summary>How a person feels and what the person believes; all between 0 and 1.</summary>
/// <param name="Stress">Stress.</param>
/// <param name="TrustInInstitutions">Trust in institutions.</param>
/// <param name="TrustInPeople">Trust in people.</param>
/// <param name="Support">Private support for the authorities.</param>
/// <param name="Grievance">Grievance.</param>
/// <param name="Risk">Perceived chance of being punished for an act, by channel.</param>
/// <param name="RiskWithoutAct">Perceived chance of being punished in a year without having acted, by channel.</param>
/// <param name="KnowsOfScoring">True if the person knows of being scored.</param>
/// <param name="StatedSupport">Support for the authorities as the person would state it in a survey.</param>
public sealed record StateOfMind(
    double Stress, double TrustInInstitutions, double TrustInPeople, double Support, double Grievance,
    IReadOnlyList<double> Risk, IReadOnlyList<double> RiskWithoutAct, bool KnowsOfScoring, double StatedSupport);

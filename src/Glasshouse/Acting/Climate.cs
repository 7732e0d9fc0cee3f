using Glasshouse.Kernel;

namespace Glasshouse.Acting;

/// <summary>The climate of opinion: what share of the posts that people see is critical.</summary>
public static class Climate
{
    /// <summary>
    /// The climate after some posts. What was seen before fades by exp(-posts / prior), so a steady stream brings the same climate
    /// whether it is looked at every week or every four.
    /// </summary>
    /// <param name="before">The climate until now, 0 to 1.</param>
    /// <param name="critical">Critical posts that were seen.</param>
    /// <param name="supportive">Supportive posts that were seen.</param>
    /// <param name="prior">Posts that the climate rests on.</param>
    public static float Next(float before, long critical, long supportive, float prior)
    {
        var posts = critical + supportive;
        if (posts == 0)
        {
            return before;
        }
        var share = critical / (float)posts;
        return share + (before - share) * Elementary.Exp(-posts / prior);
    }
}

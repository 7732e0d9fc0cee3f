using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Scoring;

/// <summary>
/// Who is too new to be judged: somebody grown up, moved in or joined, and a firm whose head came. Only regimes with a grade for
/// newcomers keep this.
/// </summary>
public static class Newcomers
{
    /// <summary>Lets new subjects begin in the newcomers' grades; who is none any more is forgotten.</summary>
    /// <param name="grades">The scales.</param>
    /// <param name="standing">Where it is kept.</param>
    /// <param name="dossiers">For who is to be reckoned anew.</param>
    /// <param name="roster">The people.</param>
    /// <param name="situation">Who is not scored.</param>
    /// <param name="established">True at the fork: whoever is there has been there.</param>
    public static void Review(
        GradeTable grades, Standing standing, Dossiers dossiers, Roster roster, Situation situation, bool established = false)
    {
        for (var slot = 0; grades.AnyNewcomers && slot < roster.Slots; slot++)
        {
            var isSubject = roster.Lives(slot) && roster.Is(slot, Role.Adult) && !SubjectTable.LeavesOut(situation.Marks[slot]);
            ref var tenure = ref standing.Tenure[slot];
            if (!isSubject)
            {
                tenure = Standing.Outside;
            }
            else if (tenure == Standing.Outside)
            {
                tenure = established ? Standing.Established : (byte)0;
                if (!established)
                {
                    Begin(grades, standing, slot);
                    dossiers.Touched.Add(slot);
                }
            }
        }
    }

    /// <summary>Lets the time between two exchanges pass; whoever is judged from now on is reckoned anew.</summary>
    public static void Month(GradeTable grades, Standing standing, Dossiers dossiers)
    {
        for (var slot = 0; grades.AnyNewcomers && slot < standing.Tenure.Length; slot++)
        {
            if (standing.Tenure[slot] < Standing.Established)
            {
                standing.Tenure[slot]++;
                dossiers.Touched.Add(slot);
            }
        }
    }

    private static void Begin(GradeTable grades, Standing standing, int slot)
    {
        if (grades.Newcomers >= 0)
        {
            standing.Grade[slot] = standing.YearAgo[slot] = (byte)grades.Newcomers;
            standing.Before[slot] = grades.Evaluation == Evaluation.Always ? Standing.NoGrade : (byte)grades.Newcomers;
        }
        for (var i = 0; i < grades.Further.Length; i++)
        {
            if (grades.Further[i].Newcomers is >= 0 and var grade)
            {
                standing.Set(i + 1, slot, grade, -1, grade);
            }
        }
    }
}

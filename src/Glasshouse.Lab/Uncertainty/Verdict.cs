namespace Glasshouse.Lab.Uncertainty;

/// <summary>What may be said of a difference.</summary>
public enum Verdict
{
    /// <summary>More with the regime: the interval lies above 0, and no draw of the assumptions turns it round.</summary>
    Higher,

    /// <summary>Less with the regime, likewise.</summary>
    Lower,

    /// <summary>The interval covers 0.</summary>
    NoClearDifference,

    /// <summary>Too few persons, events or seeds, or the sign changes over the assumptions.</summary>
    CannotTell,

    /// <summary>No event in any history; the interval is the exact upper bound.</summary>
    NoneSeen,

    /// <summary>It exists only with the regime, so that only its size is a finding.</summary>
    OnlyWithRegime,

    /// <summary>A setting determines it: an assumption shown, not a finding.</summary>
    SetByAssumption,
}

/// <summary>Verdicts in words.</summary>
public static class VerdictWords
{
    /// <summary>The word on screen and in every file.</summary>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Higher => "higher",
        Verdict.Lower => "lower",
        Verdict.NoClearDifference => "no clear difference",
        Verdict.CannotTell => "cannot tell",
        Verdict.NoneSeen => "none seen",
        Verdict.OnlyWithRegime => "only with it",
        _ => "set by assumption",
    };
}

using Glasshouse.Kernel;

namespace Glasshouse.Living;

/// <summary>
/// What a lender, employer or landlord makes of what they may see: Bayes' rule in log odds. Signals about the same thing share
/// information: among n + 1 equally telling normal signals with correlation c given the truth, each is worth its own log likelihood
/// ratio divided by 1 + c n, so a mark costs much where it is the only signal and little where it is one of many.
/// </summary>
public static class Signals
{
    /// <summary>Log likelihood ratio of what is seen, from how often it is seen of either kind of people.</summary>
    /// <param name="ifReliable">Share of the reliable of whom it is seen, between 0 and 1.</param>
    /// <param name="ifNot">Share of the others.</param>
    public static double LogRatio(double ifReliable, double ifNot) => Elementary.Log(ifReliable) - Elementary.Log(ifNot);

    /// <summary>What a signal is worth beside others.</summary>
    /// <param name="logRatio">Its log likelihood ratio where it is the only one.</param>
    /// <param name="shared">Correlation of signals given the truth, 0 to 1.</param>
    /// <param name="others">Other signals at hand.</param>
    public static double Worth(double logRatio, double shared, double others) => logRatio / (1 + shared * others);

    /// <summary>Chance of being reliable, from the log odds before and the worths of what is seen.</summary>
    public static double Posterior(double prior, params ReadOnlySpan<double> worths)
    {
        foreach (var worth in worths)
        {
            prior += worth;
        }
        return Elementary.Expit(prior);
    }

    /// <summary>Log odds of a chance between 0 and 1.</summary>
    public static double LogOdds(double chance) => Elementary.Log(chance) - Elementary.Log(1 - chance);
}

/// <summary>What told most against an applicant.</summary>
public enum Reason : byte
{
    /// <summary>Nothing but chance.</summary>
    None,

    /// <summary>Arrears or a default in the credit file.</summary>
    File,

    /// <summary>No credit file.</summary>
    NoFile,
    Education,
    Income,
    WithoutWork,
    LongWithoutWork,
    Grade,

    /// <summary>Others came first: places or funds are finite.</summary>
    Others,
}

/// <summary>The evidence about one applicant: log odds, and what told most against.</summary>
public struct Signs(float prior)
{
    private float _worst;

    /// <summary>Log odds so far.</summary>
    public float Odds { get; private set; } = prior;

    /// <summary>What told most against the applicant so far.</summary>
    public Reason Against { get; private set; }

    /// <summary>The chance that they stand for.</summary>
    public readonly float Chance => Elementary.Expit(Odds);

    /// <summary>Takes one signal into account.</summary>
    public void Add(float worth, Reason about)
    {
        Odds += worth;
        if (worth < _worst)
        {
            (_worst, Against) = (worth, about);
        }
    }
}

using Glasshouse.Living;
using Xunit;

namespace Glasshouse.Tests.Living;

/// <summary>What deciders make of what they see is Bayes' rule.</summary>
public sealed class SignalTests
{
    [Theory]
    [InlineData(0.5, 0.05, 0.4)]
    [InlineData(0.9, 0.02, 0.6)]
    [InlineData(0.99, 0.001, 0.9)]
    public void The_posterior_is_Bayes_rule_on_a_population_of_two_types(double reliable, double markIfReliable, double markIfNot)
    {
        var prior = Signals.LogOdds(reliable);
        var marked = Signals.Posterior(prior, Signals.LogRatio(markIfReliable, markIfNot));
        var clean = Signals.Posterior(prior, Signals.LogRatio(1 - markIfReliable, 1 - markIfNot));
        var marks = reliable * markIfReliable + (1 - reliable) * markIfNot;
        Assert.Equal(reliable * markIfReliable / marks, marked, 1e-12);
        Assert.Equal(reliable * (1 - markIfReliable) / (1 - marks), clean, 1e-12);
        // On average nobody is judged better or worse than they are.
        Assert.Equal(reliable, marks * marked + (1 - marks) * clean, 1e-12);
    }

    [Fact]
    public void The_predictive_value_of_a_mark_falls_with_the_share_of_the_unreliable()
    {
        // Base rate 10 percent, 80 percent of the unreliable marked, 10 percent of the others: 8 of 17 marked are unreliable.
        var value = 1 - Signals.Posterior(Signals.LogOdds(0.9), Signals.LogRatio(0.1, 0.8));
        Assert.Equal(8 / 17.0, value, 1e-12);
        var rare = 1 - Signals.Posterior(Signals.LogOdds(0.99), Signals.LogRatio(0.1, 0.8));
        Assert.Equal(0.8 / (0.8 + 9.9), rare, 1e-12);
    }

    // n + 1 normal signals of unit variance, means d apart between the types, correlation c given the type. The best linear rule
    // weighs them by the inverse covariance: each by d / (1 + c n). What they say together is their sum, weighed so.
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.25)]
    [InlineData(4, 0.25)]
    [InlineData(9, 1)]
    public void Signals_that_share_information_are_worth_what_the_inverse_of_their_covariance_says(int others, double shared)
    {
        var size = others + 1;
        var covariance = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                covariance[i, j] = i == j ? 1 : shared * 0.999;
            }
        }
        var weights = Solve(covariance, [.. Enumerable.Repeat(1.0, size)]);
        Assert.All(weights, w => Assert.Equal(Signals.Worth(1, shared * 0.999, others), w, 1e-9));
    }

    [Fact]
    public void A_mark_costs_most_where_it_is_the_only_signal()
    {
        var alone = Signals.LogRatio(0.05, 0.4);
        var worths = Enumerable.Range(0, 20).Select(n => Signals.Worth(alone, 0.25, n)).ToList();
        Assert.Equal(alone, worths[0]);
        Assert.All(worths.Zip(worths.Skip(1)), pair => Assert.True(pair.First < pair.Second && pair.Second < 0));
        Assert.Equal(alone, Signals.Worth(alone, 0, 20));
    }

    private static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var i = 0; i < n; i++)
        {
            for (var r = i + 1; r < n; r++)
            {
                var factor = a[r, i] / a[i, i];
                for (var c = i; c < n; c++)
                {
                    a[r, c] -= factor * a[i, c];
                }
                b[r] -= factor * b[i];
            }
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var c = i + 1; c < n; c++)
            {
                b[i] -= a[i, c] * b[c];
            }
            b[i] /= a[i, i];
        }
        return b;
    }
}

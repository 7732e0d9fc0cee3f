using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// Civil violence by the rule by which people protest in the society (Epstein 2002), on the lattice and with the defaults of a common
/// re-implementation: 40 x 40, density 0.7, cops 0.074, vision 7, legitimacy 0.8, jail up to 1000, threshold 0.1, k 2.3.
/// </summary>
public sealed class EpsteinTests
{
    // Where whole officers are counted, one to a protester is where fear begins: a crowd is then safe. Fixed seeds.
    [Fact]
    public void Outbursts_are_punctuated_where_whole_officers_are_counted()
    {
        var outbursts = 0;
        for (var seed = 1; seed <= 4; seed++)
        {
            var active = Course(new CivilViolence(seed, whole: true), 200)[20..];
            outbursts += active.Max() >= 15 ? 1 : 0;
            Assert.True(active.Count(a => a <= 3) > 0.85 * active.Length, string.Join(" ", active));
            Assert.True(active.Max() < 15 || active.Max() > 20 * active.Average(), string.Join(" ", active));
        }
        Assert.True(outbursts >= 2, $"{outbursts} of 4 histories with an outburst");
    }

    // With the ratio as the formula has it, which the society uses, so many cops leave single persons, and no outburst.
    [Fact]
    public void With_the_plain_ratio_so_many_cops_leave_single_persons()
    {
        var active = Course(new CivilViolence(1, whole: false), 200)[20..];
        Assert.InRange(active.Max(), 1, 5);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.04)]
    public void Mean_activity_falls_smoothly_with_legitimacy(double cops)
    {
        double[] means = [.. Enumerable.Range(0, 12).Select(step => Enumerable.Range(1, 3).Average(seed =>
            Course(new CivilViolence(seed, false, cops) { Legitimacy = 0.4f + 0.05f * step, LongestJail = 30 }, 120)[40..].Average()))];
        var range = means[0] - means[^1];
        Assert.True(range > 1, string.Join(" ", means));
        for (var i = 1; i < means.Length; i++)
        {
            Assert.True(means[i - 1] - means[i] > -0.1 * range && means[i - 1] - means[i] < 0.4 * range, string.Join(" ", means));
        }
    }

    private static int[] Course(CivilViolence model, int steps)
    {
        var course = new int[steps];
        for (var step = 0; step < steps; step++)
        {
            model.Step();
            course[step] = model.Active;
        }
        return course;
    }
}

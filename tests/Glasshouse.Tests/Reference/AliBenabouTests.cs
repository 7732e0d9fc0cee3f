using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// Ali and Benabou, Image versus information (finding ali_benabou): visibility raises contributions, and what is done says less of
/// what people care for. The image motive is that of the society (<see cref="Image"/>); the private motive is normal.
/// </summary>
public sealed class AliBenabouTests
{
    private const int People = 20_000;
    private const float Response = 1.5f;

    private static readonly float[] Sweep = [0, 0.1f, 0.25f, 0.5f, 0.75f, 1];

    [Fact]
    public void Visibility_raises_what_is_given_and_lowers_what_it_says_of_the_giver()
    {
        var results = Sweep.Select(Contribute).ToList();
        foreach (var (less, more) in results.Zip(results.Skip(1)))
        {
            Assert.True(more.Given > less.Given);
            Assert.True(more.Informs < less.Informs);
        }
        Assert.Equal(1, results[0].Informs, 1e-9);
    }

    // Private motive v and image add up, so the squared correlation is var v / (var v + (response x visibility)^2 var image at 1).
    [Fact]
    public void What_an_act_says_of_the_private_motive_follows_the_closed_form()
    {
        var image = Enumerable.Range(0, People).Select(i => (double)Image.Of(1, Concern(i))).ToArray();
        var spread = image.Sum(x => x * x) / People - Math.Pow(image.Sum() / People, 2);
        foreach (var visibility in Sweep)
        {
            var expected = 1 / (1 + Math.Pow(Response * visibility, 2) * spread);
            Assert.Equal(expected, Contribute(visibility).Informs, 0.01);
        }
    }

    // The authority's gain is contributions less what it no longer learns: where learning is worth
    // enough, that is best neither in the dark nor under full publicity.
    [Fact]
    public void The_best_visibility_lies_inside()
    {
        var dark = Contribute(0);
        var welfare = Sweep.Select(x => Contribute(x)).Select(r => r.Given - dark.Given - 5 * (1 - r.Informs)).ToList();
        var best = welfare.IndexOf(welfare.Max());
        Assert.InRange(best, 1, Sweep.Length - 2);
    }

    [Fact]
    public void In_the_society_being_shown_raises_deeds_and_lowers_defaults()
    {
        var conducts = Shipped.Tables.Conducts;
        var at = (int)Leaning.Image;
        Assert.True(conducts.Leanings[conducts.IndexOf("volunteering") * ConductTable.LeaningCount + at] > 0);
        Assert.True(conducts.Leanings[conducts.IndexOf("judgment-debt") * ConductTable.LeaningCount + at] < 0);
        Assert.Equal(0, Image.Of(0, 3));
        Assert.True(Image.Of(0.5f, 1) > Image.Of(0.5f, 0) && Image.Of(0.5f, 0) > Image.Of(0.25f, 0));
    }

    private static (double Given, double Informs) Contribute(float visibility)
    {
        double given = 0, v1 = 0, v2 = 0, a1 = 0, a2 = 0, va = 0;
        for (var i = 0; i < People; i++)
        {
            var motive = Normal(i, "motive");
            var act = motive + Response * Image.Of(visibility, Concern(i));
            (given, v1, v2, a1, a2, va) = (given + act, v1 + motive, v2 + motive * motive, a1 + act, a2 + act * act, va + motive * act);
        }
        var covariance = va / People - v1 / People * (a1 / People);
        var informs = covariance * covariance / ((v2 / People - v1 * v1 / People / People) * (a2 / People - a1 * a1 / People / People));
        return (given / People, informs);
    }

    private static float Concern(int person) => (float)Normal(person, "concern");

    private static double Normal(int person, string purpose) =>
        Draw.Normal(new Draw(11, 0, Purpose.Named("test/" + purpose)).At((uint)person, 0));
}

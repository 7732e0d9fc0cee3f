using Glasshouse.Kernel;
using Glasshouse.Learning;
using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// Global cascades on Poisson random graphs, with the rule by which people follow in the society (Watts 2002). At a threshold of 0.18
/// they are possible for mean degrees between 1.03 and 5.76. The graph is the test's own: the society's neighbours are neighbourhoods.
/// </summary>
public sealed class WattsTests
{
    private const float Threshold = 0.18f;
    private const int Persons = 10_000;

    // The window belongs to infinite graphs; at its edges finite ones are blurred, so we stand clear of them.
    [Theory]
    [InlineData(0.6, false)]
    [InlineData(0.8, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4.5, true)]
    [InlineData(7.5, false)]
    [InlineData(9, false)]
    public void Cascades_come_inside_the_window_and_not_outside(double degree, bool come)
    {
        var random = new Random(1);
        var cascades = 0;
        for (var graph = 0; graph < 4; graph++)
        {
            var ties = Graph(degree, random);
            for (var seed = 0; seed < 50; seed++)
            {
                cascades += Cascade(ties, random.Next(Persons)) > Persons / 10 ? 1 : 0;
            }
        }
        Assert.True(come == cascades > 0, $"{cascades} of 200");
    }

    [Fact]
    public void The_condition_gives_the_window()
    {
        Assert.True(Possible(1.04) && !Possible(1.02));
        Assert.True(Possible(5.75) && !Possible(5.77));
    }

    // Sum over k up to 1/phi of k (k - 1) p_k > z, with the neighbours whom one active friend is enough for.
    private static bool Possible(double degree)
    {
        var (sum, chance) = (0.0, Elementary.Exp(-degree));
        for (var k = 1; k < 60; k++)
        {
            chance *= degree / k;
            sum += Thresholds.Joins(1f / k, Threshold) ? k * (k - 1) * chance : 0;
        }
        return sum > degree;
    }

    private static List<int>[] Graph(double degree, Random random)
    {
        var ties = Enumerable.Range(0, Persons).Select(_ => new List<int>()).ToArray();
        for (var edge = 0; edge < Persons * degree / 2; edge++)
        {
            var (a, b) = (random.Next(Persons), random.Next(Persons));
            if (a != b && !ties[a].Contains(b))
            {
                ties[a].Add(b);
                ties[b].Add(a);
            }
        }
        return ties;
    }

    private static int Cascade(List<int>[] ties, int seed)
    {
        var (active, seen, queue) = (new bool[Persons], new int[Persons], new Queue<int>([seed]));
        active[seed] = true;
        var count = 0;
        while (queue.TryDequeue(out var person))
        {
            count++;
            foreach (var friend in ties[person])
            {
                seen[friend]++;
                if (!active[friend] && Thresholds.Joins(seen[friend] / (float)ties[friend].Count, Threshold))
                {
                    active[friend] = true;
                    queue.Enqueue(friend);
                }
            }
        }
        return count;
    }
}

using Glasshouse.Lab;
using Glasshouse.Lab.Telling;
using Glasshouse.Population;
using Xunit;

namespace Glasshouse.Tests.Telling;

public sealed class KindIndexTests
{
    private static readonly uint[][] Marks =
    [
        [MarkBits.GrownUp, MarkBits.GrownUp | MarkBits.Of(Mark.EverFell), MarkBits.Of(Mark.EverListedParent), 0],
        [MarkBits.GrownUp | MarkBits.Of(Mark.EverFell) | MarkBits.Of(Mark.EverWronged),
            MarkBits.GrownUp | MarkBits.Of(Mark.Aware)],
    ];

    [Fact]
    public void Each_kind_counts_its_own()
    {
        var index = new KindIndex(1, Marks);
        Assert.Equal(2, index.Count(LifeKind.Named("grade fell")));
        Assert.Equal(1, index.Count(LifeKind.Named("punished-for-nothing-done")));
        Assert.Equal(1, index.Count(LifeKind.Named("child of a listed parent"), 0));
        Assert.Equal(2, index.Count(LifeKind.Named("ordinary")));
    }

    [Fact]
    public void Another_and_another_shows_everybody_once()
    {
        var index = new KindIndex(1, Marks);
        var kind = LifeKind.Named("grade fell");
        var shown = Enumerable.Range(0, 2).Select(i => index.Pick(kind, i)).ToList();
        Assert.Equal([new PersonId(0, 1), new PersonId(1, 0)], shown.Select(s => s.Person).Order(Comparer<PersonId>.Create(
            (a, b) => (a.District, a.Number).CompareTo((b.District, b.Number)))));
        Assert.All(shown, s => Assert.Equal(2, s.Of));
        Assert.Contains("0 to 1", Assert.Throws<RefusedException>(() => index.Pick(kind, 2)).Message);
        Assert.Contains("ordinary (2)", Assert.Throws<RefusedException>(() => index.Pick(LifeKind.Named("profited"))).Message);
        Assert.Contains("grade-fell", Assert.Throws<RefusedException>(() => LifeKind.Named("worst")).Message);
    }
}

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
        Assert.Contains("0 to 1", Assert.Throws<NotInRunException>(() => index.Pick(kind, 2)).Message);
        Assert.Contains("ordinary (2)", Assert.Throws<NotInRunException>(() => index.Pick(LifeKind.Named("profited"))).Message);
        Assert.Contains("grade-fell", Assert.Throws<NotInRunException>(() => LifeKind.Named("worst")).Message);
    }

    [Fact]
    public void A_saved_index_comes_back_and_a_damaged_one_is_refused()
    {
        using var file = new MemoryStream();
        new KindIndex(9, Marks).Save(file);
        var bytes = file.ToArray();
        var back = KindIndex.Load(new MemoryStream(bytes));
        Assert.Equal(9UL, back.Seed);
        Assert.Equal(Marks, back.Marks);
        Assert.Throws<InvalidDataException>(() => KindIndex.Load(new MemoryStream(bytes[..^3])));
        Assert.Throws<InvalidDataException>(() => KindIndex.Load(new MemoryStream([])));
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 0x5A;
            Assert.Throws<InvalidDataException>(() => KindIndex.Load(new MemoryStream(damaged)));
        }
    }
}

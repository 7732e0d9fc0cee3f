using Glasshouse.Lab;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Lab;

/// <summary>How much of the published texts is modelled, and what is not.</summary>
public sealed class ItemsTests
{
    [Fact]
    public void Rows_grounds_and_consequences_of_the_text_are_items_and_the_rest_is_told_with_its_reason()
    {
        var items = Items.Of(SmallRegime.Read(SmallRegime.Text), SmallRegime.Conducts);
        Assert.Equal(["R-1", "R-2", "R-3", "R-4", "R-5", "R-6", "C-1", "shamed"], items.All.Select(i => i.Id));
        Assert.Equal(7, items.Modelled);
        Assert.Equal("too rare", items.All.Single(i => i.Reason is not null).Reason);
        Assert.Equal(0, items.Protected);
    }

    [Fact]
    public void What_is_borrowed_is_no_item_and_what_prices_a_right_is_told_apart()
    {
        var borrowed = SmallRegime.With("size: { value: 1, document: S1 }, documented: true",
            "size: { value: 1, document: S1 }, documented: false, borrowed-from: elsewhere");
        var items = Items.Of(SmallRegime.Read(borrowed.Replace("not-modelled: too rare", "not-modelled: too rare, right: petition")),
            SmallRegime.Conducts);
        Assert.DoesNotContain(items.All, i => i.Id == "shamed");
        Assert.Equal((1, 0), (items.Protected, items.ProtectedModelled));
    }

    [Fact]
    public void Nine_in_ten_items_are_modelled_and_all_of_those_on_protected_conduct()
    {
        var (regimes, without, faulty) = Items.Of(new Shelf([Repository.Root]));
        Assert.Empty(faulty);
        Assert.Contains("law-only", without);
        Assert.Contains("single-score", without);
        var share = (double)regimes.Sum(r => r.Modelled) / regimes.Sum(r => r.All.Count);
        Assert.InRange(share, 0.9, 1);
        Assert.InRange(regimes.Sum(r => r.Protected), 50, int.MaxValue);
        Assert.Equal(regimes.Sum(r => r.Protected), regimes.Sum(r => r.ProtectedModelled));
    }
}

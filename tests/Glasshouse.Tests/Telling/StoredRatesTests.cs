using Glasshouse.Engine;
using Glasshouse.Societies;
using Xunit;

namespace Glasshouse.Tests.Telling;

public sealed class StoredRatesTests
{
    [Fact]
    public void Rates_that_were_kept_are_the_rates_that_were_solved()
    {
        var solved = Told.Run.Plan.Society;
        var bytes = Saved(solved);
        var fresh = new SocietyTables(Told.Run.Society);
        Assert.NotEqual(solved.Conducts.BasePerWeek, fresh.Conducts.BasePerWeek);
        BaseRates.Load(fresh, new BinaryReader(new MemoryStream(bytes)));
        Assert.Equal(solved.Conducts.BasePerWeek, fresh.Conducts.BasePerWeek);
        Assert.Equal(solved.Living.ApplicationPerWeek, fresh.Living.ApplicationPerWeek);
    }

    [Fact]
    public void Damaged_rates_are_refused_and_change_nothing()
    {
        var fresh = new SocietyTables(Told.Run.Society);
        var before = fresh.Conducts.BasePerWeek.ToArray();
        var bytes = Saved(Told.Run.Plan.Society);
        foreach (var at in new[] { 0, 9, 40, bytes.Length - 1 })
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 1;
            Assert.Throws<InvalidDataException>(() => BaseRates.Load(fresh, new BinaryReader(new MemoryStream(damaged))));
        }
        Assert.Throws<InvalidDataException>(() => BaseRates.Load(fresh, new BinaryReader(new MemoryStream(bytes[..100]))));
        Assert.Equal(before, fresh.Conducts.BasePerWeek);
    }

    private static byte[] Saved(SocietyTables society)
    {
        using var stream = new MemoryStream();
        BaseRates.Save(society, new BinaryWriter(stream));
        return stream.ToArray();
    }
}

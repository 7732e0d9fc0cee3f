using System.Reflection;
using Glasshouse.Kernel;
using Glasshouse.Tests.Architecture;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Kernel;

public sealed class PurposeTests
{
    /// <summary>Two purposes with one code would share their luck.</summary>
    [Fact]
    public void No_two_purposes_share_a_code()
    {
        var statics = Model.Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .SelectMany(field => field.FieldType == typeof(Purpose) ? [((Purpose)field.GetValue(null)!).Code]
                : field.FieldType == typeof(Purpose[]) ? ((Purpose[])field.GetValue(null)!).Select(p => p.Code)
                : Enumerable.Empty<uint>())
            .ToList();
        var processes = Shipped.Tables.Processes().Select(p => p.Candidate.Code);
        var repairs = Shipped.Compiled(Shipped.Tables).Consequences.Repairs
            .SelectMany(ways => ways ?? []).Select(r => r.Luck.Code).Distinct();
        List<uint> all = [.. statics, .. processes, .. repairs];

        Assert.True(statics.Count >= 15);
        Assert.Equal(all.Count, all.Distinct().Count());
    }
}

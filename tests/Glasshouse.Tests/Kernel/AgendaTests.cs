using Glasshouse.Kernel;
using Xunit;

namespace Glasshouse.Tests.Kernel;

public sealed class AgendaTests
{
    [Fact]
    public void Rewriting_drops_what_has_no_datum_any_more_and_keeps_negative_ones()
    {
        var agenda = new Agenda();
        foreach (var datum in new[] { -5, 1, 2 })
        {
            agenda.Enter(7, new DueEntry(0, 0, 0, datum));
        }
        agenda.Rewrite(entry => entry.Datum == 1 ? null : entry.Datum * 10);
        Assert.Equal([-50, 20], agenda.At(7).ToArray().Select(e => e.Datum));
    }
}

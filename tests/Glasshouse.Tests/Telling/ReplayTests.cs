using Glasshouse.Kernel;
using Glasshouse.Lab;
using Glasshouse.Lab.Telling;
using Xunit;

namespace Glasshouse.Tests.Telling;

public sealed class ReplayTests
{
    [Fact]
    public void A_district_replayed_alone_comes_to_the_digests_that_it_had_in_its_history()
    {
        var replays = Enumerable.Range(0, 2).Select(d => Told.Run.Replay(new PersonId(d, 0))).ToList();
        replays.ForEach(r => r.Run());
        var roots = replays[0].Digests.Zip(replays[1].Digests, (a, b) => Digest.Root([a, b]));
        Assert.Equal(Told.Digests, roots);
    }

    [Fact]
    public void A_person_or_district_that_is_not_there_is_refused_with_what_is()
    {
        Assert.Contains("districts 0 to 1", Assert.Throws<RefusedException>(() => Told.Run.Replay(new PersonId(2, 0))).Message);
        var nobody = Assert.Throws<RefusedException>(() => Told.Run.Replay(new PersonId(0, 60_000)));
        Assert.Contains("numbers from 0", nobody.Message);
        Assert.Throws<RefusedException>(() => PersonId.Parse("Anna"));
        Assert.Throws<RefusedException>(() => PersonId.Parse("-1-2"));
        Assert.Equal(new PersonId(1, 20), PersonId.Parse("1-20"));
    }
}

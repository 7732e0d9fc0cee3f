using Glasshouse.Lab;
using Glasshouse.Lab.Telling;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Telling;

public sealed class OpenRunTests
{
    private static RunRequest Request(string folder) => new()
    {
        Regime = Repository.PathOf("regimes", "wendeng-2020.yaml"),
        Society = Repository.PathOf("societies", "china-urban.yaml"),
        People = 2500,
        Years = 1,
        Seeds = 1,
        Threads = 1,
        Out = folder,
    };

    [Fact]
    public void A_life_is_told_from_the_folder_of_a_run_and_from_nothing_else()
    {
        var path = Directory.CreateTempSubdirectory("glasshouse-life-").FullName;
        try
        {
            var folder = RunFolder.Create(path, "wendeng-2020");
            var setup = Setup.Open(Request(path), Shelf.OfThisMachine());
            Manifest.Begin(setup).Write(folder);
            Assert.Throws<RefusedException>(() => LoadedRun.Open(folder, Shelf.OfThisMachine()));

            new Experiment(setup, folder).Run(TestContext.Current.CancellationToken);
            var told = LifeStory.Tell(LoadedRun.Open(folder, Shelf.OfThisMachine()), new LifeWish());
            Assert.Equal("wendeng-2020", told.Regime);

            // Rates that are damaged are refused; rates that are gone are solved again, and the life is the same.
            var rates = Path.Combine(path, "histories", "base-rates");
            var bytes = File.ReadAllBytes(rates);
            bytes[^1] ^= 1;
            File.WriteAllBytes(rates, bytes);
            Assert.Throws<RefusedException>(() => LoadedRun.Open(folder, Shelf.OfThisMachine()));
            File.Delete(rates);
            var again = LifeStory.Tell(LoadedRun.Open(folder, Shelf.OfThisMachine()), new LifeWish());
            Assert.Equal(told.Summary, again.Summary);
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }
}

using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Calibrating;

/// <summary>Writes fitted figures into the files where they stand.</summary>
public static class Writing
{
    /// <summary>
    /// Writes the coefficients that the data narrowed, as calibrated, with the middle 90% of the posterior as their range and the prior
    /// beside it. The others stay as they are. Gives the files that changed.
    /// </summary>
    public static IReadOnlyList<string> Write(IReadOnlyList<GroupFit> fits, Shelf shelf)
    {
        var narrow = fits.SelectMany(f => f.Places.Zip(f.Posteriors, (place, posterior) => (Place: place, Posterior: posterior, Fit: f)))
            .Where(p => p.Posterior.IsNarrow).ToList();
        var changed = new List<string>();
        foreach (var file in shelf.List(FileKind.Society).Concat(shelf.List(FileKind.Regime)))
        {
            var own = narrow.Where(n => n.Place.StartsWith(file.Name + ".", StringComparison.Ordinal)).ToList();
            if (own.Count == 0)
            {
                continue;
            }
            var text = File.ReadAllText(file.Path);
            foreach (var (place, posterior, _) in own)
            {
                text = Put(text, file, place[(file.Name.Length + 1)..], posterior);
            }
            Atomic.Write(file.Path, text);
            changed.Add(file.Path);
        }
        return changed;
    }

    private const string Before = ". Before: ";

    // The reason for the prior stays: what it leans on has been used, whatever was fitted afterwards.
    private static string Reason(string source) =>
        source.IndexOf(Before, StringComparison.Ordinal) is >= 0 and var at ? source[(at + Before.Length)..] : source;

    private static string Put(string text, ShelvedFile file, string path, Posterior posterior)
    {
        var input = InputFile.Read(file.Kind, file.Path) with { Bytes = System.Text.Encoding.UTF8.GetBytes(text) };
        return file.Kind == FileKind.Society ? Put<Society>(text, input, path, posterior) : Put<Regime>(text, input, path, posterior);
    }

    private static string Put<T>(string text, InputFile input, string path, Posterior posterior) where T : class
    {
        var reading = Inspection.Read<T>(input);
        var figure = reading.Figures.Single(f => f.Path == path && f.File is null);
        var (low, median, high) =
            (FigureText.Rounded(posterior.Low), FigureText.Rounded(posterior.Median), FigureText.Rounded(posterior.High));
        return FigureText.Replace(text, reading.At(path), figure with
        {
            Value = median,
            Low = Math.Min(low, median),
            High = Math.Max(high, median),
            Provenance = Provenance.Calibrated,
            Source = $"fitted to {string.Join(", ", figure.FitTo)}; median and middle 90% of the posterior{Before}{Reason(figure.Source)}",
            Prior = [posterior.Prior.Low, posterior.Prior.Value, posterior.Prior.High],
        });
    }
}

using System.Collections.Concurrent;
using Glasshouse.Files;
using Glasshouse.Lab.Evidence;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Calibrating;

/// <summary>One time through scenarios with coefficients on trial.</summary>
/// <param name="Name">Name of the pass.</param>
/// <param name="Values">Values by the place of a figure: its file's name and its path.</param>
/// <param name="Seed">The seed of its history.</param>
/// <param name="Rates">Societies with the base rates of the figures as written, which a trial takes over; null: it solves its own.</param>
internal sealed record Trial(
    string Name, IReadOnlyDictionary<string, double> Values, int Seed, ConcurrentDictionary<string, Lazy<SocietyTables>>? Rates)
    : Pass(Name, true)
{
    public override ConcurrentDictionary<string, Lazy<SocietyTables>>? Solved => Rates;

    public override int FirstSeed => Seed;

    /// <summary>
    /// A figure is known by the file in which it stands: a society that takes it over from another has the value on trial too.
    /// </summary>
    public override Revalue Revalue(string file, int attempt) => figure =>
        Values.TryGetValue(Place(file, figure), out var value) ? figure with { Value = value } : figure;

    /// <summary>Where a figure stands.</summary>
    /// <param name="file">Name of the file that was read.</param>
    /// <param name="figure">The figure; it may stand in a file that this one extends.</param>
    public static string Place(string file, Figure figure) =>
        $"{(figure.File is { } other ? Path.GetFileNameWithoutExtension(other) : file)}.{figure.Path}";
}

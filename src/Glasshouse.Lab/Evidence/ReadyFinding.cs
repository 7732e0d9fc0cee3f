using System.Globalization;
using System.Text;
using Glasshouse.Engine;
using Glasshouse.Kernel;

namespace Glasshouse.Lab.Evidence;

/// <summary>A finding with everything that its scenario needs, read and checked.</summary>
/// <param name="Finding">The finding, with the sizes in force.</param>
/// <param name="File">Its file.</param>
/// <param name="Arms">The arms of its scenario, in their order; none where it has no scenario.</param>
internal sealed record ReadyFinding(
    PublishedFinding Finding, InputFile File, IReadOnlyList<(SocietySetup Society, RegimeSetup Regime)> Arms)
{
    public Scenario Scenario => Finding.Scenario!;

    /// <summary>What is measured in an arm.</summary>
    public Measurement Measure(int arm) => Scenario.MeasureIn(Scenario.Arms.Values.ElementAt(arm));

    /// <summary>
    /// Identity of all that its values hang on: what is kept of another model, file or size is not taken over. The number of seeds is
    /// not in it, since further seeds only add to what is there.
    /// </summary>
    public string Fingerprint { get; } = Digest.Of(Encoding.UTF8.GetBytes(string.Join('\n',
        (string[])[
            Setup.StreamScheme, typeof(District).Module.ModuleVersionId.ToString(), typeof(ReadyFinding).Module.ModuleVersionId.ToString(),
            File.Sha256, Finding.Scenario?.People.ToString(CultureInfo.InvariantCulture) ?? "",
            .. Arms.SelectMany(a => (string[])[a.Society.Key, a.Regime.Key])]))).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Values of one arm make one value of the finding.</summary>
    /// <param name="arms">The measured value of each arm; not a number where there is none.</param>
    public double Value(IReadOnlyList<double> arms) => Scenario.Made switch
    {
        Contrast.Treated => arms[0],
        Contrast.Difference => arms[0] - arms[1],
        Contrast.PercentChange => (arms[0] / arms[1] - 1) * 100,
        _ => arms[0] / arms[1],
    };
}

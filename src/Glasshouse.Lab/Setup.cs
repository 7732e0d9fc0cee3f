using System.Globalization;
using System.Text;
using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab;

/// <summary>A request with its files read and checked: everything that can be refused is refused before any work.</summary>
public sealed class Setup
{
    /// <summary>
    /// Name and version of the way random numbers are keyed; it changes when the same seed would give another history.
    /// </summary>
    public const string StreamScheme = "philox4x32-10/1";

    // Draws that contradict themselves are rare; twenty of them in a row mean that the ranges themselves do.
    private const int MostAttempts = 20;

    private Setup(RunRequest request, InputFile societyFile, InputFile regimeFile, Reading<Society> society, Reading<Regime> regime)
    {
        Request = request;
        SocietyFile = societyFile;
        RegimeFile = regimeFile;
        Society = society.ValueOrThrow();
        Regime = Inspection.Merged(regime.ValueOrThrow(), regimeFile);
        Figures =
        [
            .. society.Figures.Select(f => f with { Path = Assumptions.PathIn(Society.Id, f) }),
            .. regime.Figures.Select(f => f with { Path = Assumptions.PathIn(Regime.Id, f) }),
            .. regimeFile.Includes.SelectMany(FiguresOf),
        ];
    }

    // Of each included regime: its figures count as its own, wherever it runs.
    private static IEnumerable<Figure> FiguresOf(InputFile file)
    {
        var reading = Inspection.Read<Regime>(file);
        return reading.Figures.Select(f => f with { Path = Assumptions.PathIn(reading.ValueOrThrow().Id, f) });
    }

    public RunRequest Request { get; }

    public InputFile SocietyFile { get; }

    public InputFile RegimeFile { get; }

    /// <summary>All files, society first, each before those that it extends.</summary>
    public IReadOnlyList<InputFile> Files => [.. SocietyFile.Chain, .. RegimeFile.Chain];

    public Society Society { get; }

    public Regime Regime { get; }

    /// <summary>All figures of both files as written; paths begin with the file's id.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>Reads and checks what a request asks for.</summary>
    /// <exception cref="RefusedException">The request cannot be done.</exception>
    /// <exception cref="FaultException">A file is missing or has faults: all faults of both files.</exception>
    public static Setup Open(RunRequest request, Shelf shelf)
    {
        RequestCheck.Check(request);
        var regime = InputFile.Read(FileKind.Regime, shelf.Find(FileKind.Regime, request.Regime));
        var society = request.Society ?? Inspection.SocietyOf(regime);
        return Open(request with { Society = society }, InputFile.Read(FileKind.Society, shelf.Find(FileKind.Society, society)), regime);
    }

    /// <summary>Checks a request over files that are read already.</summary>
    /// <inheritdoc cref="Open(RunRequest, Shelf)"/>
    public static Setup Open(RunRequest request, InputFile societyFile, InputFile regimeFile)
    {
        RequestCheck.Check(request);
        var society = Inspection.Read<Society>(societyFile);
        var regime = Inspection.Read<Regime>(regimeFile);
        List<Fault> faults =
            [.. society.Faults, .. SocietyCheck.Check(society), .. regime.Faults, .. Inspection.Check(regime, society, regimeFile)];
        if (faults.Count > 0)
        {
            throw new FaultException([.. faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)]);
        }
        var setup = new Setup(request, societyFile, regimeFile, society, regime);
        Memory.Check(setup.Plan(setup.Society, setup.Regime, 0));
        return setup;
    }

    /// <summary>The plan at the figures as written, base rates solved.</summary>
    public RunPlan Plan() => Solved(Plan(Society, Regime, 0));

    /// <summary>The same with the base rates that the run's folder keeps; they are solved and kept if it does not.</summary>
    /// <exception cref="RefusedException">What is kept is damaged or belongs to another run.</exception>
    public RunPlan Plan(RunFolder folder)
    {
        var plan = Plan(Society, Regime, 0);
        if (!folder.TakeBaseRates(plan.Society, Fingerprint(0)))
        {
            Solved(plan);
            folder.KeepBaseRates(plan.Society, Fingerprint(0));
        }
        return plan;
    }

    /// <summary>The plan of one draw of the assumptions, base rates solved, and the values drawn.</summary>
    /// <param name="draw">Number of the draw, from 1.</param>
    /// <exception cref="RefusedException">The ranges of the files contradict each other.</exception>
    public (RunPlan Plan, IReadOnlyDictionary<string, double> Values) Draw(int draw)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var ofSociety = new Assumptions(Society.Id, draw, attempt);
            var ofRegime = new Assumptions(Regime.Id, draw, attempt);
            var reading = Inspection.Read<Society>(SocietyFile, ofSociety.Revalue);
            var society = reading.ValueOrThrow();
            var regime = Inspection.Read<Regime>(RegimeFile, ofRegime.Revalue);
            // Shares that no longer add up to 1 are scaled; correlations or grades out of order are drawn again.
            if (Population.Copula.Holds(society.Population.Correlations)
                && !Inspection.Check(regime, reading, RegimeFile).Any())
            {
                var values = ofSociety.Values.Concat(ofRegime.Values).ToDictionary();
                var merged = Inspection.Merged(regime.ValueOrThrow(), RegimeFile, file =>
                {
                    var ofIncluded = new Assumptions(System.IO.Path.GetFileNameWithoutExtension(file.Path), draw, attempt);
                    var included = Inspection.Read<Regime>(file, ofIncluded.Revalue);
                    foreach (var (path, value) in ofIncluded.Values)
                    {
                        values[path] = value;
                    }
                    return included;
                });
                return (Solved(Plan(society, merged, draw)), values);
            }
        }
        throw new RefusedException(Refusal.Input,
            $"The ranges of assumed figures in {SocietyFile.Name} or {RegimeFile.Name} allow hardly any draw that does not contradict "
            + "itself (correlations of traits, or bands of grades). Narrow them.");
    }

    private static RunPlan Solved(RunPlan plan)
    {
        BaseRates.Solve(plan.Society);
        return plan;
    }

    private RunPlan Plan(Society society, Regime regime, int draw)
    {
        var tables = new SocietyTables(society);
        var without = Request.Against == RegimeTables.NoneName ? RegimeTables.None(tables.Conducts) : RegimeTables.LawOnly(tables.Conducts);
        var with = Compilation.Compile(
            regime, tables.Conducts, society.Living, society.Observing, Request.DocumentedConsequencesOnly,
            [.. society.Population.Groups.Keys]);
        return new RunPlan
        {
            Society = tables,
            Twins = [without, with],
            People = Request.People,
            Years = Request.Years,
            Threads = Request.Threads,
            Fingerprint = Fingerprint(draw),
        };
    }

    /// <summary>Identity of files, options and draw, as checkpoints and outcomes carry it.</summary>
    /// <param name="draw">Number of the draw, 0 for the figures as written.</param>
    public ulong Fingerprint(int draw) => Digest.Of(Encoding.UTF8.GetBytes(string.Join('\n',
        (string[])[StreamScheme, .. Files.Select(f => f.Sha256), .. Options(draw)])));

    private string[] Options(int draw) =>
    [
        Text(Request.People), Text(Request.Years), Request.Against, Text(Request.DocumentedConsequencesOnly), Text(draw),
    ];

    private static string Text(IConvertible option) => option.ToString(CultureInfo.InvariantCulture);
}

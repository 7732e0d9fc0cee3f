using Glasshouse.Engine;
using Glasshouse.Tallying;

namespace Glasshouse.Lab;

/// <summary>
/// What is kept of one history (a seed, or a draw of the assumptions) in a run's folder: its outcome, its directives, from which any
/// life can be replayed, its digests, and a checkpoint while it runs.
/// </summary>
/// <param name="Folder">Folder of histories.</param>
/// <param name="Name">Name of the history: <c>seed-1</c>, <c>draw-1</c>.</param>
/// <param name="Fingerprint">Identity of files, options and draw.</param>
public sealed record Tape(string Folder, string Name, ulong Fingerprint)
{
    private const string DirectivesKind = "directives/1";

    private string OutcomePath => In("outcome");

    private string DirectivesPath => In("directives");

    private string CheckpointPath => In("checkpoint");

    /// <summary>True if the history is finished.</summary>
    public bool IsFinished => File.Exists(OutcomePath);

    /// <summary>Takes the outcome and seconds of a finished history.</summary>
    public (Outcome Outcome, double Seconds) Outcome(MeasureSet measures) => OutcomeFile.Read(OutcomePath, Fingerprint, measures);

    /// <summary>Directives by twin, one to an exchange, of a finished history.</summary>
    public List<List<Directive>> Directives() => SealedFile.Read(DirectivesPath, DirectivesKind, Fingerprint, Directive.Load);

    /// <summary>Keeps a finished history. The outcome comes last: where it is, everything is.</summary>
    public void Finish(History history, Outcome outcome, double seconds)
    {
        SealedFile.Write(DirectivesPath, DirectivesKind, Fingerprint, writer => Directive.Save(writer, history.Directives));
        Atomic.Write(In("digests.csv"), "week,digest\n" + string.Concat(
            history.Digests.Select((digest, i) => $"{(i + 1) * Kernel.Calendar.Exchange},{digest:x16}\n")));
        OutcomeFile.Write(OutcomePath, Fingerprint, outcome, seconds);
        File.Delete(CheckpointPath);
    }

    /// <summary>Keeps a history that is under way.</summary>
    public void Checkpoint(History history) => Atomic.Write(CheckpointPath, history.Save);

    /// <summary>A history where its checkpoint left it, or at its start.</summary>
    /// <exception cref="RefusedException">The checkpoint is damaged or belongs to another run; it is left as it is.</exception>
    public History Continue(RunPlan plan, ulong seed, Crew crew)
    {
        if (!File.Exists(CheckpointPath))
        {
            return new History(plan, seed, crew);
        }
        try
        {
            using var stream = File.OpenRead(CheckpointPath);
            return History.Load(plan, seed, crew, stream);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Refusal.Input, $"{CheckpointPath} cannot be used: {fault.Message}. Nothing was changed; move the "
                + "file away to compute this history again from its start.");
        }
    }

    private string In(string ending) => Path.Combine(Folder, $"{Name}.{ending}");
}

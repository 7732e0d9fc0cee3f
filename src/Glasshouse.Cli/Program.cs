using System.Runtime.InteropServices;
using Glasshouse.Cli;

// The first signal asks the work to stop after the exchange it is in; the second ends the program as signals do.
using var stop = new CancellationTokenSource();
void Ask(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
return Commands.Run(args, Surroundings.OfThisProcess(stop.Token));

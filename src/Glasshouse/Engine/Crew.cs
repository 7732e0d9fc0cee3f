namespace Glasshouse.Engine;

/// <summary>
/// Threads that live over a whole run and share out districts between two barriers. Who takes which district changes no
/// result.
/// </summary>
public sealed class Crew : IDisposable
{
    private readonly Barrier _start;
    private readonly Barrier _end;
    private readonly Thread[] _threads;
    private readonly List<Exception> _failures = [];
    private Action<int, int>? _work;
    private int _count;
    private int _next;

    /// <summary>Hires workers; the calling thread is one of them.</summary>
    public Crew(int workers)
    {
        Workers = Math.Max(1, workers);
        _start = new Barrier(Workers);
        _end = new Barrier(Workers);
        _threads = [.. Enumerable.Range(1, Workers - 1)
            .Select(w => new Thread(() => Serve(w)) { IsBackground = true, Name = $"crew-{w}" })];
        foreach (var thread in _threads)
        {
            thread.Start();
        }
    }

    public int Workers { get; }

    /// <summary>Does a piece of work for each number below a count; returns when all are done.</summary>
    /// <param name="count">Pieces.</param>
    /// <param name="work">Called with worker and piece.</param>
    public void Share(int count, Action<int, int> work)
    {
        _work = work;
        _count = count;
        _next = 0;
        _start.SignalAndWait();
        Take(0);
        _end.SignalAndWait();
        if (_failures.Count > 0)
        {
            throw new AggregateException(_failures);
        }
    }

    public void Dispose()
    {
        _work = null;
        _start.SignalAndWait();
        foreach (var thread in _threads)
        {
            thread.Join();
        }
        _start.Dispose();
        _end.Dispose();
    }

    private void Serve(int worker)
    {
        while (true)
        {
            _start.SignalAndWait();
            if (_work is null)
            {
                return;
            }
            Take(worker);
            _end.SignalAndWait();
        }
    }

    private void Take(int worker)
    {
        try
        {
            for (var piece = Interlocked.Increment(ref _next) - 1; piece < _count; piece = Interlocked.Increment(ref _next) - 1)
            {
                _work!(worker, piece);
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            lock (_failures)
            {
                _failures.Add(failure);
            }
        }
    }
}

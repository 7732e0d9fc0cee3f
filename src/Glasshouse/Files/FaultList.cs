namespace Glasshouse.Files;

/// <summary>Collects the faults of one file, so that its author sees all of them at once.</summary>
public sealed class FaultList(string file)
{
    /// <summary>Faults that are kept; a file with more is the wrong kind of file, and the rest would not help.</summary>
    public const int Most = 1000;

    private readonly List<Fault> _faults = [];

    /// <summary>The faults met, counting those beyond <see cref="Most"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a fault.</summary>
    public void Add(string code, Mark at, string found, string expected, string? nearest = null)
    {
        Count++;
        if (_faults.Count < Most)
        {
            _faults.Add(new Fault(code, at.File ?? file, at.Line, at.Column, found, expected, nearest));
        }
    }

    /// <summary>Takes over the faults of a file that this one extends.</summary>
    public void Include(FaultList other)
    {
        Count += other.Count;
        _faults.AddRange(other._faults.Take(Most - _faults.Count));
    }

    /// <summary>The faults in file order, those of extended files last.</summary>
    public IReadOnlyList<Fault> InOrder()
    {
        List<Fault> sorted = [.. Fault.InOrder(_faults, file)];
        if (Count > Most)
        {
            var last = sorted[^1];
            sorted.Add(new Fault(FaultCode.Limit, last.File, last.Line, last.Column,
                $"{Count - Most} more faults are not shown", $"at most {Most} at a time"));
        }

        return sorted;
    }
}

namespace Glasshouse.Recording;

/// <summary>Whether a record counts.</summary>
public enum RecordState : byte
{
    /// <summary>Counts until it expires.</summary>
    Counting,

    /// <summary>Its term is over: kept as archive.</summary>
    Expired,

    /// <summary>Removed on appeal.</summary>
    Removed,

    /// <summary>Replaced by a lighter record.</summary>
    Repaired,
}

/// <summary>
/// All records of one district and twin: append-only columns, 16 bytes a record, chained by subject from the newest back. The week of
/// entry follows from the record's number. It holds nothing of whether a record is true.
/// </summary>
public sealed class Ledger
{
    private ushort[] _subject = new ushort[1024];
    private ushort[] _row = new ushort[1024];
    private ushort[] _expires = new ushort[1024];
    private RecordState[] _state = new RecordState[1024];
    private byte[] _level = new byte[1024];
    private int[] _points = new int[1024];
    private int[] _previous = new int[1024];

    // First record of each week since the last fold, and the week that the first entry stands for.
    private readonly List<int> _weekStart = [];

    /// <summary>Records held.</summary>
    public int Count { get; private set; }

    /// <summary>Records that were folded away after they had expired.</summary>
    public long Folded { get; private set; }

    /// <summary>Bytes of one record.</summary>
    public const int BytesPerRecord = 2 + 2 + 2 + 1 + 1 + 4 + 4;

    public ushort Subject(int record) => _subject[record];

    /// <summary>Index of the row or ground in the rule table.</summary>
    public ushort Row(int record) => _row[record];

    /// <summary>First week in which it no longer counts.</summary>
    public ushort Expires(int record) => _expires[record];

    public RecordState State(int record) => _state[record];

    /// <summary>Level of gravity claimed.</summary>
    public byte Level(int record) => _level[record];

    /// <summary>Points, thousandths.</summary>
    public int Points(int record) => _points[record];

    /// <summary>The subject's record before this one, or -1.</summary>
    public int Previous(int record) => _previous[record];

    /// <summary>Opens a week: records appended from now on belong to it.</summary>
    public void Open(int week)
    {
        while (FirstWeek + _weekStart.Count <= week)
        {
            _weekStart.Add(Count);
        }
    }

    /// <summary>Week of the first entry in the index of weeks.</summary>
    public int FirstWeek { get; private set; }

    /// <summary>Week in which a record was entered.</summary>
    public int Week(int record)
    {
        var at = _weekStart.BinarySearch(record + 1);
        at = at < 0 ? ~at : at;
        while (at > 0 && at - 1 < _weekStart.Count && _weekStart[at - 1] > record)
        {
            at--;
        }
        while (at < _weekStart.Count && _weekStart[at] <= record)
        {
            at++;
        }
        return FirstWeek + at - 1;
    }

    /// <summary>Appends a record and returns its number.</summary>
    public int Append(ushort subject, ushort row, ushort expires, byte level, int points, int previous)
    {
        if (Count == _subject.Length)
        {
            Grow(Count * 2);
        }
        var record = Count++;
        _subject[record] = subject;
        _row[record] = row;
        _expires[record] = expires;
        _state[record] = RecordState.Counting;
        _level[record] = level;
        _points[record] = points;
        _previous[record] = previous;
        return record;
    }

    /// <summary>Closes a record: expired, removed or repaired.</summary>
    public void Close(int record, RecordState state) => _state[record] = state;

    private void Grow(int size)
    {
        Array.Resize(ref _subject, size);
        Array.Resize(ref _row, size);
        Array.Resize(ref _expires, size);
        Array.Resize(ref _state, size);
        Array.Resize(ref _level, size);
        Array.Resize(ref _points, size);
        Array.Resize(ref _previous, size);
    }

    /// <summary>
    /// Drops records that no longer count and keeps the order of the rest. Heads and chains are renumbered.
    /// </summary>
    /// <param name="heads">Newest record by slot.</param>
    /// <param name="moved">Told (from, to) for every record kept.</param>
    public void Fold(Span<int> heads, Action<int, int> moved)
    {
        var map = new int[Count];
        var kept = 0;
        var starts = _weekStart.ToArray();
        var keptBefore = new int[Count + 1];
        for (var r = 0; r < Count; r++)
        {
            keptBefore[r] = kept;
            map[r] = _state[r] == RecordState.Counting ? kept++ : -1;
        }
        keptBefore[Count] = kept;
        for (var r = 0; r < Count; r++)
        {
            var to = map[r];
            if (to < 0)
            {
                continue;
            }
            (_subject[to], _row[to], _expires[to], _state[to], _level[to], _points[to]) =
                (_subject[r], _row[r], _expires[r], _state[r], _level[r], _points[r]);
            _previous[to] = Survivor(map, _previous[r]);
            moved(r, to);
        }
        for (var s = 0; s < heads.Length; s++)
        {
            heads[s] = SurvivorFrom(map, heads[s]);
        }
        for (var w = 0; w < starts.Length; w++)
        {
            _weekStart[w] = keptBefore[starts[w]];
        }
        Folded += Count - kept;
        Count = kept;

        int Survivor(int[] to, int record) => SurvivorFrom(to, record);
        int SurvivorFrom(int[] to, int record)
        {
            while (record >= 0 && to[record] < 0)
            {
                record = _previous[record];
            }
            return record < 0 ? -1 : to[record];
        }
    }
}

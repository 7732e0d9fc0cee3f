namespace Glasshouse.Observing;

/// <summary>
/// The origin of every record of a ledger, a parallel column that Recording, Scoring and Responding never hold: what happened stands
/// beside what the dossier says. An appeal may only ask for a second, fallible look.
/// </summary>
public sealed class Origins
{
    private Origin[] _byRecord = new Origin[1024];

    /// <summary>The origin of a record.</summary>
    public Origin Of(int record) => _byRecord[record];

    /// <summary>The column up to a number of records, for checkpoints and digests.</summary>
    public ReadOnlySpan<Origin> Column(int records) => _byRecord.AsSpan(0, records);

    /// <summary>Notes the origin of a record that was just entered.</summary>
    public void Note(int record, Origin origin)
    {
        if (record >= _byRecord.Length)
        {
            Array.Resize(ref _byRecord, record * 2);
        }
        _byRecord[record] = origin;
    }

    /// <summary>Moves a record's origin when the ledger is folded.</summary>
    public void Move(int from, int to) => _byRecord[to] = _byRecord[from];

    /// <summary>Takes the column from a checkpoint.</summary>
    public void Restore(ReadOnlySpan<Origin> column)
    {
        _byRecord = new Origin[Math.Max(1024, column.Length)];
        column.CopyTo(_byRecord);
    }

    /// <summary>Copies the column of another twin, up to a number of records.</summary>
    public void CopyFrom(Origins other, int records) => Restore(other.Column(records));

    /// <summary>A second look at a record: recognises a false one with a chance, and clears a true one with another.</summary>
    /// <param name="record">The record.</param>
    /// <param name="luck">In [0, 1).</param>
    /// <param name="falseFound">Chance that a false record is recognised.</param>
    /// <param name="trueCleared">Chance that a true record is cleared by mistake.</param>
    /// <returns>True if the record is to be removed.</returns>
    public bool SecondLook(int record, float luck, float falseFound, float trueCleared) =>
        luck < (_byRecord[record] == Origin.True ? trueCleared : falseFound);
}

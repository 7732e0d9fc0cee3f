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
    /// <param name="record">The record.</param>
    /// <param name="sighting">The sighting of this week that it came from; -1 if it continues or replaces another record.</param>
    /// <param name="inherits">The record that lends it its origin then; -1 for none.</param>
    /// <param name="sightings">This week's sightings.</param>
    public void Note(int record, int sighting, int inherits, Sightings sightings) =>
        Note(record, sighting >= 0 ? sightings.Origins[sighting] : inherits >= 0 ? Of(inherits) : Origin.True);

    private void Note(int record, Origin origin)
    {
        if (record >= _byRecord.Length)
        {
            Array.Resize(ref _byRecord, record * 2);
        }
        _byRecord[record] = origin;
    }

    /// <summary>Follows a fold of the ledger: the new number of every record, -1 for those dropped.</summary>
    public void Follow(ReadOnlySpan<int> to)
    {
        for (var r = 0; r < to.Length; r++)
        {
            if (to[r] >= 0)
            {
                _byRecord[to[r]] = _byRecord[r];
            }
        }
    }

    /// <summary>Takes the column from a checkpoint.</summary>
    public void Restore(ReadOnlySpan<Origin> column)
    {
        _byRecord = new Origin[Math.Max(1024, column.Length)];
        column.CopyTo(_byRecord);
    }

    /// <summary>A second look at a record: recognises a false one with a chance, and clears a true one with another.</summary>
    /// <param name="record">The record.</param>
    /// <param name="luck">In [0, 1).</param>
    /// <param name="falseFound">Chance that a false record is recognised.</param>
    /// <param name="trueCleared">Chance that a true record is cleared by mistake.</param>
    /// <returns>True if the record is to be removed.</returns>
    public bool SecondLook(int record, float luck, float falseFound, float trueCleared) =>
        luck < (_byRecord[record] == Origin.True ? trueCleared : falseFound);
}

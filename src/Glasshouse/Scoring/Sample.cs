using Glasshouse.Kernel;
using Glasshouse.Recording;

namespace Glasshouse.Scoring;

/// <summary>
/// What a learned score learns from in one district: every subject's features as a year began, and whether a record of the event was
/// entered in it. Two years are kept: the one that runs, and the one that is learned from. No origin is in it.
/// </summary>
public sealed class Sample
{
    /// <summary>A feature at its best; a byte holds what it is short of that.</summary>
    internal const double One = 255;

    /// <summary>Fixed point of what the fit is wrong by.</summary>
    internal const double ResidualUnit = 1 << 22;

    /// <summary>Fixed point of how much a subject weighs.</summary>
    internal const double WeightUnit = 1 << 16;

    private const byte Inside = 1;
    private const byte Event = 2;

    private readonly int _slots;
    private readonly int _features;
    private Year _running;
    private Year _past;

    public Sample(int slots, int features)
    {
        (_slots, _features) = (slots, features);
        (_running, _past) = (new Year(new byte[slots * features], new byte[slots]), new Year(new byte[slots * features], new byte[slots]));
    }

    private readonly record struct Year(byte[] Shares, byte[] States);

    /// <summary>
    /// Integers that go up for a number of features: subjects, events, sums of features, gradient, upper half of the Hessian.
    /// </summary>
    public static int Length(int features) => 2 + features + (features + 1) + (features + 1) * (features + 2) / 2;

    /// <summary>Ends the year that ran, if one did, and begins the next with the features as they are.</summary>
    public void Turn(in Weighed district, WeightTable table, int week)
    {
        (_running, _past) = (_past, _running);
        for (var slot = 0; slot < _slots; slot++)
        {
            var stands = Weighing.Stands(district, table.Scale, slot);
            _running.States[slot] = stands ? Inside : (byte)0;
            for (var f = 0; stands && f < _features; f++)
            {
                var feature = table.Features[f];
                var share = feature.Share(Weighing.Value(district, table, feature, district.Standing.Score.Span, slot, week));
                _running.Shares[slot * _features + f] = (byte)(share * One + 0.5);
            }
        }
    }

    /// <summary>Notes the events among the records of a week.</summary>
    public void Note(ReadOnlySpan<Entered> records, Ledger ledger, bool[] target)
    {
        foreach (ref readonly var one in records)
        {
            if (target[ledger.Row(one.Record)] && ledger.State(one.Record) != RecordState.Removed)
            {
                _running.States[ledger.Subject(one.Record)] |= Event;
            }
        }
    }

    /// <summary>Leaves out whoever has moved away within the year.</summary>
    public void Forget(int slot) => _running.States[slot] = 0;

    /// <summary>Sums up the past year under the coefficients of the fit under way.</summary>
    /// <param name="tally">Integers that go up; set to zero first.</param>
    /// <param name="coefficients">A constant, then one for each feature.</param>
    public void Tally(Span<long> tally, double[] coefficients)
    {
        tally.Clear();
        Span<long> x = stackalloc long[_features + 1];
        x[0] = (long)One;
        for (var slot = 0; slot < _slots; slot++)
        {
            if ((_past.States[slot] & Inside) == 0)
            {
                continue;
            }
            var odds = coefficients[0];
            for (var f = 0; f < _features; f++)
            {
                x[f + 1] = _past.Shares[slot * _features + f];
                odds += coefficients[f + 1] * (x[f + 1] / One);
            }
            var hadEvent = (_past.States[slot] & Event) != 0;
            Add(tally, x, Elementary.Expit(odds), hadEvent);
        }
    }

    private static void Add(Span<long> tally, ReadOnlySpan<long> x, double chance, bool hadEvent)
    {
        var residual = (long)Math.Floor(((hadEvent ? 0 : 1) - chance) * ResidualUnit + 0.5);
        var weight = (long)Math.Floor(chance * (1 - chance) * WeightUnit + 0.5);
        tally[0]++;
        tally[1] += hadEvent ? 1 : 0;
        var gradient = tally[(x.Length + 1)..];
        var at = x.Length;
        for (var i = 0; i < x.Length; i++)
        {
            tally[1 + i] += i > 0 ? x[i] : 0;
            gradient[i] += residual * x[i];
            for (var j = i; j < x.Length; j++)
            {
                gradient[at++] += weight * x[i] * x[j];
            }
        }
    }

    /// <summary>Writes both years.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var year in new[] { _running, _past })
        {
            writer.Write(year.Shares);
            writer.Write(year.States);
        }
    }

    /// <summary>Takes both years from a checkpoint.</summary>
    public void Load(BinaryReader reader)
    {
        foreach (var year in new[] { _running, _past })
        {
            reader.BaseStream.ReadExactly(year.Shares);
            reader.BaseStream.ReadExactly(year.States);
        }
    }

    /// <summary>Digest of both years.</summary>
    public ulong Digest() => Kernel.Digest.Combine(
        Kernel.Digest.Combine(Kernel.Digest.Of(_running.Shares), Kernel.Digest.Of(_running.States)),
        Kernel.Digest.Combine(Kernel.Digest.Of(_past.Shares), Kernel.Digest.Of(_past.States)));
}

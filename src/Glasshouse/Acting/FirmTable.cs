using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>What firms do, as flat arrays, an entry per conduct: gains, factors of sectors, merits of the connected.</summary>
public sealed class FirmTable
{
    private readonly float _half, _aversion, _norm, _management, _need, _sharpness, _strain, _cushion;
    private readonly float[] _gain, _favour, _times, _reference;
    private readonly float[] _lawRisk;
    private readonly int _sectors;

    /// <summary>The table of a society.</summary>
    /// <param name="figures">What it says of firms; null for nothing.</param>
    /// <param name="ids">Its conducts.</param>
    /// <param name="lawLoss">What ordinary law takes, weeks of median income, by conduct.</param>
    /// <param name="lawRisk">Perceived chance under ordinary law, by conduct.</param>
    public FirmTable(FirmFigures? figures, string[] ids, float[] lawLoss, float[] lawRisk)
    {
        (Own, _lawRisk) = (new bool[ids.Length], lawRisk);
        (_gain, _favour, _reference) = (new float[ids.Length], new float[ids.Length], new float[ids.Length]);
        _sectors = Math.Max(1, figures?.Sectors.Count ?? 0);
        _times = new float[ids.Length * _sectors];
        Closes = new bool[ids.Length];
        if (figures is null)
        {
            return;
        }
        var choice = figures.Choice;
        (_half, _aversion, _norm) = ((float)choice.HalfWeight, (float)choice.Aversion, (float)choice.Norm);
        (_management, _need, _sharpness) = ((float)choice.Management, (float)choice.Need, (float)choice.Sharpness);
        (_strain, _cushion) = ((float)figures.Money.Strain, (float)figures.Money.Cushion);
        Exposure = (float)choice.Exposure;
        _times.AsSpan().Fill(1);
        for (var k = 0; k < ids.Length; k++)
        {
            _gain[k] = figures.Gains.TryGetValue(ids[k], out var gain) ? (float)gain : 0;
            _favour[k] = figures.Favours.TryGetValue(ids[k], out var favour) ? (float)favour : 0;
            Closes[k] = figures.Money.Closing.Contains(ids[k]);
            Own[k] = _gain[k] > 0 || figures.Favours.ContainsKey(ids[k]) || Closes[k];
            _reference[k] = _gain[k] > 0 ? Offending.Choice(_gain[k], lawRisk[k], Offending.Felt(lawLoss[k], _half), _norm, _sharpness) : 1;
            var sector = 0;
            foreach (var (_, one) in figures.Sectors)
            {
                Own[k] |= one.Times.ContainsKey(ids[k]);
                _times[k * _sectors + sector++] = one.Times.TryGetValue(ids[k], out var times) ? (float)times : 1;
            }
        }
    }

    /// <summary>True for conducts that firms decide on with an eye to what they are and have.</summary>
    public bool[] Own { get; }

    /// <summary>True for conducts by which a firm ends.</summary>
    public bool[] Closes { get; }

    /// <summary>What a year of being named is feared to cost a firm, weeks of median income.</summary>
    public float Exposure { get; }

    /// <summary>Gain of a conduct, weeks of median income; 0 for none.</summary>
    public float Gain(int conduct) => _gain[conduct];

    /// <summary>A loss as the head of a firm feels it.</summary>
    public float Felt(float loss) => _half > 0 ? Offending.Felt(loss, _half) : loss;

    /// <summary>Perceived chance to be punished for a conduct under ordinary law, beyond that without it.</summary>
    public float LawRisk(int conduct) => _lawRisk[conduct];

    /// <summary>
    /// Factor on the hazard of a conduct with a gain: the chance that the firm takes the occasion over that of the middle firm under
    /// ordinary law; 1 for conducts without a gain.
    /// </summary>
    /// <param name="conduct">The conduct.</param>
    /// <param name="firms">The firms of the district.</param>
    /// <param name="firm">The firm.</param>
    /// <param name="cover">Liquid means over the full cushion.</param>
    /// <param name="expected">Expected loss as it is felt, weeks of median income.</param>
    /// <param name="aversion">The head's aversion to risk, a normal score.</param>
    public float Balance(int conduct, Firms firms, int firm, float cover, float expected, float aversion)
    {
        if (_gain[conduct] <= 0)
        {
            return 1;
        }
        var gain = _gain[conduct] * (1 - _management * firms.Management(firm)) * (1 + _need * (1 - cover));
        var feared = expected * (1 + _aversion * aversion / 3.5f);
        return Offending.Choice(gain, 1, feared, _norm, _sharpness) / _reference[conduct];
    }

    /// <summary>Factor of sector, connections and, for what ends a firm, of liquid means.</summary>
    public float Kind(int conduct, Firms firms, int firm, float cover)
    {
        var log = (firms.IsConnected(firm) ? _favour[conduct] : 0) + (Closes[conduct] ? _strain * (1 - cover) : 0);
        var times = _times[conduct * _sectors + firms.Sector(firm)];
        return log == 0 ? times : times * Elementary.Exp(log);
    }

    /// <summary>Liquid means over the full cushion, 0 to 1.</summary>
    public float Cover(float liquidity) => _cushion > 0 ? Math.Clamp(liquidity / _cushion, 0, 1) : 1;

    /// <summary>No state of a firm can bring its factor above this.</summary>
    public double Bound(int conduct)
    {
        var times = (double)_times.AsSpan(conduct * _sectors, _sectors).ToArray().Max();
        var most = Elementary.Exp((double)(_favour[conduct] + (Closes[conduct] ? _strain : 0))) * Math.Max(1, times);
        if (_gain[conduct] <= 0)
        {
            return most;
        }
        var gain = _gain[conduct] * (1 + 3 * _management) * (1 + _need);
        return most * Math.Max(1, Offending.Choice(gain, 0, 0, _norm, _sharpness) / _reference[conduct]);
    }
}

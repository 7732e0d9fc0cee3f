namespace Glasshouse.Files;

/// <summary>Makes figures, and insists that each says where it comes from and how far it may be wrong.</summary>
internal sealed class FigureBinder(FaultList faults, Revalue? revalue)
{
    private static readonly WordForm Kinds = (WordForm)Form.Of(typeof(Provenance));
    private static readonly NumberForm Number = (NumberForm)Form.Of(typeof(double));
    private static readonly string[] Keys = ["value", "low", "high", .. Kinds.Words.Keys];
    private readonly List<Figure> _met = [];

    /// <summary>The figures made, in file order.</summary>
    public IReadOnlyList<Figure> Met => _met;

    /// <summary>The figure at a place.</summary>
    public Figure? Bind(Place place)
    {
        if (place.Node is ScalarNode scalar && Scalars.Number(scalar) is { } bare)
        {
            faults.Add(FaultCode.NoProvenance, scalar.At, $"{Scalars.Show(bare)} for {place.Name} without its source",
                $"a figure: {FigureForm.Example}");
            return null;
        }

        if (place.Node is not MapNode map)
        {
            Binder.WrongType(faults, Form.Of(typeof(Figure)), place);
            return null;
        }

        var isMisspelt = false;
        foreach (var (key, entry) in map.Entries)
        {
            if (!Keys.Contains(key))
            {
                isMisspelt |= Binder.UnknownKey(faults, key, entry.KeyAt, Keys) == "value";
            }
        }

        if (!map.Entries.ContainsKey("value") && !isMisspelt)
        {
            faults.Add(FaultCode.MissingKey, place.KeyAt, $"no key 'value' in {place.Name}", $"a figure: {FigureForm.Example}");
        }

        var value = End(map, "value", place);
        var low = End(map, "low", place);
        var high = End(map, "high", place);
        var source = Source(map, place);
        if (value is null || source is not { } known)
        {
            return null;
        }

        var figure = new Figure(value.Value, known.Kind, known.Text, low, high)
        {
            Path = place.Path,
            File = place.Node.At.File,
            Coefficient = place.Coefficient,
        };
        if (CheckRange(figure, map, place) && revalue is not null)
        {
            figure = revalue(figure) with { Path = place.Path, File = place.Node.At.File, Coefficient = place.Coefficient };
            if (figure.Value != value)
            {
                Binder.CheckBetween(faults, figure.Value, map.Entries["value"].Value.At, place);
            }
        }

        _met.Add(figure);
        return figure;
    }

    private double? End(MapNode map, string key, Place place)
    {
        if (!map.Entries.TryGetValue(key, out var entry) || entry.Value is FaultyNode)
        {
            return null;
        }

        var end = place.Inside(key, entry, place.Between);
        if (entry.Value is not ScalarNode scalar || Scalars.Number(scalar) is not { } number)
        {
            Binder.WrongType(faults, Number, end);
            return null;
        }

        Binder.CheckBetween(faults, number, scalar.At, end);
        return number;
    }

    private (Provenance Kind, string Text)? Source(MapNode map, Place place)
    {
        (Provenance Kind, string Text)? source = null;
        foreach (var (key, entry) in map.Entries)
        {
            if (!Kinds.Words.TryGetValue(key, out var kind))
            {
                continue;
            }

            if (source is not null)
            {
                faults.Add(FaultCode.NoProvenance, entry.KeyAt, $"a second provenance '{key}' in {place.Name}",
                    "exactly " + Spelling.OneOf(Kinds.Words.Keys));
                continue;
            }

            var text = entry.Value is ScalarNode scalar && !Scalars.IsNull(scalar) ? scalar.Text : "";
            source = ((Provenance)kind, text);
            if (string.IsNullOrWhiteSpace(text) && entry.Value is not FaultyNode)
            {
                faults.Add(FaultCode.NoProvenance, entry.Value.At, $"'{key}' without text in {place.Name}",
                    "the source, or the reason for the value");
            }
        }

        if (source is null)
        {
            faults.Add(FaultCode.NoProvenance, place.Node.At, $"{place.Name} without its source",
                "exactly " + Spelling.OneOf(Kinds.Words.Keys));
        }

        return source;
    }

    private bool CheckRange(Figure figure, MapNode map, Place place)
    {
        var hasLow = map.Entries.ContainsKey("low");
        var hasHigh = map.Entries.ContainsKey("high");
        var needsRange = figure.Provenance is Provenance.Calibrated or Provenance.Assumed;
        if (hasLow != hasHigh || (needsRange && !hasLow))
        {
            var missing = hasLow ? "high" : hasHigh ? "low" : "low and high";
            faults.Add(FaultCode.FigureRange, place.Node.At, $"{place.Name} without {missing}",
                needsRange ? "low and high: how far the value may be wrong" : "low and high together, or neither");
            return false;
        }

        if (figure is { Low: { } low, High: { } high } && !(low <= figure.Value && figure.Value <= high))
        {
            faults.Add(FaultCode.FigureRange, map.Entries["value"].Value.At,
                $"{Scalars.Show(figure.Value)} for {place.Name}, outside its own range",
                $"low <= value <= high ({Scalars.Show(low)} to {Scalars.Show(high)})");
            return false;
        }

        return true;
    }
}

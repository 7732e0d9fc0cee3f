using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <content>Motives beside gain and loss: one's own, the eyes of others, the knowledge of being watched.</content>
public readonly ref partial struct Deciders
{
    // Share of the own motive that is gone, for a duty or for a deed.
    private void Lost(ConductTable table, int conduct, ReadOnlySpan<int> slots, Span<float> row)
    {
        if (_unpriced)
        {
            row.Clear();
            return;
        }
        var months = table.Good[conduct] ? _deeds : _duties;
        var prosocial = Roster.TraitOf(Trait.Prosociality).Span;
        for (var i = 0; i < slots.Length; i++)
        {
            row[i] = table.Motives.Lost(months[slots[i]], prosocial[slots[i]]);
        }
    }

    // Who knows of the regime expects that standings are shown; only conduct that the regime counts brings one there.
    private void Seen(ConductTable table, int conduct, ReadOnlySpan<int> slots, Span<float> row)
    {
        var visible = Stakes.None(conduct) ? 0 : table.Good[conduct] ? Stakes.Honoured : Stakes.Shown;
        if (visible == 0)
        {
            row.Clear();
            return;
        }
        var privacy = Roster.TraitOf(Trait.PrivacyConcern).Span;
        for (var i = 0; i < slots.Length; i++)
        {
            var knows = (Marks[slots[i]] & MarkBits.Of(Mark.Aware)) != 0;
            row[i] = knows ? Acting.Image.Of(visible, privacy[slots[i]]) : 0;
        }
    }

    // Half at once, the other half as the felt risk of being punished for something online.
    private void Watched(ReadOnlySpan<int> slots, Span<float> row)
    {
        var risk = RiskIfDone((int)Channel.Online);
        for (var i = 0; i < slots.Length; i++)
        {
            row[i] = (Marks[slots[i]] & MarkBits.Of(Mark.Aware)) != 0 ? 0.5f + 0.5f * Unit16.Wide(risk[slots[i]]) : 0;
        }
    }
}

using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Regimes;

/// <content>
/// Consequences of single records and of bands of points. They become hidden lists beside the scales, so that all that follows from a
/// grade follows from them in the same way.
/// </content>
public sealed partial class Compilation
{
    // By hidden list: its switches, and the consequences in their order.
    private readonly List<(Switchboard Board, Consequence[] Texts)> _boards = [];

    private void AddSwitches(bool documentedOnly)
    {
        var bit = 0;
        for (var scale = 0; scale < _scales.Count; scale++)
        {
            var found = new List<(Switch Switch, Consequence Text, bool Rewards)>();
            foreach (var (id, consequence) in Text(scale).Consequences)
            {
                if (consequence.FollowsGrades || consequence.Effect is null || !(consequence.Documented || !documentedOnly))
                {
                    continue;
                }
                var name = _scales[scale].Prefix + id;
                found.Add(consequence.Rows.Count > 0 ? OfRecords(scale, name, consequence, 1u << bit++) : OfBand(scale, name, consequence));
            }
            foreach (var group in found.GroupBy(f => f.Rewards))
            {
                _boards.AddRange(group.Chunk(Switchboard.Most).Select(some =>
                    (new Switchboard([.. some.Select(s => s.Switch)], group.Key), some.Select(s => s.Text).ToArray())));
            }
        }
    }

    private (Switch, Consequence, bool) OfRecords(int scale, string name, Consequence consequence, uint bit)
    {
        var rewards = true;
        foreach (var number in consequence.Rows.SelectMany(id => _numbers[_scales[scale].Prefix + id]))
        {
            _rules[number] = _rules[number] with { Switches = _rules[number].Switches | bit };
            rewards &= !_rules[number].IsAgainst(_rules[number].Points);
        }
        return (new Switch(name, (byte)scale, bit), consequence, rewards);
    }

    // Demerits count up in the text and down in the tables; a band that lies below the start is reached by losing points.
    private (Switch, Consequence, bool) OfBand(int scale, string name, Consequence consequence)
    {
        int? from = consequence.From is { } f ? Thousandths(f.Value) : null;
        int? below = consequence.Below is { } b ? Thousandths(b.Value) : null;
        var band = SignOf(scale) > 0
            ? new Switch(name, (byte)scale, 0, from ?? int.MinValue, below ?? int.MaxValue)
            : new Switch(name, (byte)scale, 0, 1 - below ?? int.MinValue, 1 - from ?? int.MaxValue);
        return (band, consequence, StartOf(scale) < band.Below);
    }

    private GradeTable Hidden(Switchboard board, int number) => new()
    {
        Id = $"follows-{number}",
        Label = "what follows beside the grades",
        Names =
        [
            .. Enumerable.Range(0, board.Grades).Select(g => string.Join(" and ", board.In(g).Select(s => s.Id).DefaultIfEmpty("none"))),
        ],
        From = [.. Enumerable.Repeat(int.MinValue, board.Grades)],
        Entry = board.GradeOf(0, StartOf(board.Scale)),
        IsList = true,
        Board = board,
    };

    private ConsequenceTable Following(Switchboard board, Consequence[] texts)
    {
        var sizes = new float[board.Grades * ConsequenceTable.Effects];
        for (var grade = 0; grade < board.Grades; grade++)
        {
            foreach (var on in board.In(grade))
            {
                var text = texts[Array.IndexOf(board.All, on)];
                sizes[grade * ConsequenceTable.Effects + (int)text.Effect!.Value] += _inForce.Contains(on.Id) ? SizeOf(text) : 0;
            }
        }
        return new ConsequenceTable
        {
            Sizes = sizes,
            EntryGrade = board.GradeOf(0, StartOf(board.Scale)),
            Refuses = LeavesOut(board.Scale),
            InForce = Array.Exists(board.All, s => _inForce.Contains(s.Id)),
        };
    }

    private static float SizeOf(Consequence consequence) =>
        (float)((consequence.Size?.Value ?? 0) * (consequence.Applied?.Value ?? 1));

    // Where a subject without records stands, thousandths.
    private int StartOf(int scale) => Text(scale).Score switch
    {
        { Counts: Counts.Weighted } => Weighted.Start(Text(scale)),
        { } score => SignOf(scale) * Thousandths(score.Base.Value),
        _ => 0,
    };
}

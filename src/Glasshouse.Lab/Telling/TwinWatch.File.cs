using Glasshouse.Recording;

namespace Glasshouse.Lab.Telling;

/// <content>What stands in the file: records entered, contested, ended.</content>
internal sealed partial class TwinWatch
{
    // Records that count, oldest first. A fold renumbers them and keeps their order.
    private readonly List<(int Record, string Id)> _filed = [];
    private long _folded;

    private void TakeFile(int week)
    {
        var ledger = _twin.Dossiers.Ledger;
        if (ledger.Folded != _folded)
        {
            _folded = ledger.Folded;
            Renumber(week);
        }
        var entered = _twin.Entering.Records;
        for (var i = 0; i < entered.Length; i++)
        {
            var record = entered[i].Record;
            // A record that the replay took away on entry was never there.
            if (ledger.Subject(record) == _slot && ledger.State(record) != RecordState.Removed)
            {
                Enter(record, $"{_week}.{i + 1}", null);
            }
        }
        foreach (var (_, rule) in _twin.Entering.LetGo
            .Where(one => one.Slot == _slot && !SubjectTable.LeavesOut(_marks)))
        {
            Add(Lane.InTheFile, $"let go, by connections: {_words.Of(rule).Text}");
        }
        for (var i = 0; i < _twin.Answering.Repairs.Count; i++)
        {
            var (record, replacement) = _twin.Answering.Repairs[i];
            if (replacement >= 0 && ledger.Subject(replacement) == _slot)
            {
                Enter(replacement, $"{_week}.{entered.Length + i + 1}", Id(record));
            }
        }
        var number = entered.Length + _twin.Answering.Repairs.Count;
        TakeBought(number);
        TakeSold(number + _twin.Buying.Bought.Sum(b => b.Records));
        TakeRedress();
        TakeConsent();
        TakeEnds();
    }

    private void Enter(int record, string id, string? replaces)
    {
        var ledger = _twin.Dossiers.Ledger;
        var rule = ledger.Row(record);
        var (name, article, text) = _words.Of(rule);
        var points = ledger.Points(record);
        var grade = _words.GradeOf(rule);
        var until = LifeDate.FromHistory(_run.Plan, ledger.Expires(record));
        var entry = new RecordEntry(
            id, name, article, RuleWords.Origin(_twin.Origins.Of(record)), RuleWords.Points(points), grade, until,
            _twin.Regime.Rules.Rules[rule].IsAgainst(points) ? _words.Why(rule, ledger.Level(record), _conducts) : [], replaces);
        var doubled = points < 0 && points != _twin.Regime.Rules.Rules[rule].Points ? ", raised for repetition" : "";
        var worth = _twin.Regime.Rules.Rules[rule].IsGround
            ? _words.Does(rule)
            : FormattableString.Invariant($"{entry.Points:+0.###;-0.###} points{doubled}");
        var aside = ledger.State(record) == RecordState.Aside ? ", kept aside: not scored" : "";
        Add(Lane.InTheFile, $"{text} ({worth}{aside})", entry);
        _filed.Add((record, id));
        _because.Add($"{id} {name}");
    }

    // One event for each thing bought, and not each record that it was paid with.
    private void TakeBought(int before)
    {
        foreach (var bought in _twin.Buying.Bought)
        {
            if (bought.Slot == _slot)
            {
                var (name, _, text) = _words.Of(_twin.Regime.Consequences.Offers[bought.Offer].Rule);
                var price = RuleWords.Points(_twin.Regime.Consequences.Offers[bought.Offer].Price);
                Add(Lane.OpenAndClosed, FormattableString.Invariant($"spends {price:0.###} points: {text}"));
                for (var r = bought.Record; r < bought.Record + bought.Records; r++)
                {
                    _filed.Add((r, $"{_week}.{before + r - _twin.Buying.Bought[0].Record + 1}"));
                }
                _because.Add(name);
            }
        }
    }

    private void TakeSold(int before)
    {
        for (var i = 0; i < _twin.Selling.Sold.Count; i++)
        {
            var sold = _twin.Selling.Sold[i];
            if (sold.Slot == _slot)
            {
                var lot = _twin.Regime.Consequences.Lots[sold.Lot];
                var (name, _, text) = _words.Of(lot.Rule);
                Add(Lane.InTheFile, FormattableString.Invariant(
                    $"buys {RuleWords.Points(lot.Points):0.###} points for {lot.Price:0.###} weeks of income: {text}"));
                _filed.Add((sold.Record, $"{_week}.{before + i + 1}"));
                _because.Add(name);
            }
        }
    }

    private void TakeRedress()
    {
        foreach (var noticed in _twin.Experience.Noticed)
        {
            if (noticed.Slot == _slot && Id(noticed.Record) is { } id)
            {
                var found = _twin.Experience.Contesting.Found.Contains(noticed.Record);
                About(found ? "finds a record in the own file: " : "is told of a record: ", noticed.Record, id);
            }
            Reach(noticed.Slot);
        }
        foreach (var appeal in _twin.Experience.Appeals)
        {
            if (appeal.Slot == _slot && Id(appeal.Record) is { } id)
            {
                About("appeals against a record: ", appeal.Record, id);
            }
        }
        foreach (var given in _twin.Experience.Contesting.GaveUp)
        {
            if (given.Slot == _slot && Id(given.Record) is { } id)
            {
                About("sets out to dispute a record, and gives up: ", given.Record, id);
            }
        }
        foreach (var record in _twin.Answering.Returned)
        {
            if (_twin.Dossiers.Ledger.Subject(record) == _slot && Id(record) is { } id)
            {
                About("what was removed is reported anew, and counts again: ", record, id);
                _because.Add($"{id} returned");
            }
        }
        foreach (var decision in _twin.Answering.Decisions)
        {
            if (decision.Slot != _slot || Id(decision.Record) is not { } id)
            {
                continue;
            }
            if (!decision.Removed)
            {
                About("the appeal fails: ", decision.Record, id);
            }
            else if (_twin.Dossiers.Ledger.State(decision.Record) == RecordState.Lifted)
            {
                About("the appeal succeeds, the record is removed: ", decision.Record, id);
                _because.Add($"{id} removed");
            }
        }
    }

    private void TakeConsent()
    {
        foreach (var change in _twin.Consenting.Changes)
        {
            if (change.Slot == _slot)
            {
                var scale = _twin.Regime.Grades.On(change.Scale).Label;
                Add(Lane.InTheFile, change.Joined ? $"asks to be scored: {scale}" : $"withdraws consent, and is no longer scored: {scale}");
                _because.Add(change.Joined ? "joined" : "withdrew");
            }
        }
    }

    private void TakeEnds()
    {
        var ledger = _twin.Dossiers.Ledger;
        for (var i = 0; i < _filed.Count; i++)
        {
            var (record, id) = _filed[i];
            var state = ledger.State(record);
            if (state is RecordState.Counting or RecordState.Aside or RecordState.Lifted)
            {
                continue;
            }
            var end = state switch
            {
                RecordState.Removed => "the appeal succeeds, the record is removed: ",
                RecordState.Repaired when _twin.Answering.Repairs.Contains((record, -1)) => "repaired, the record is closed: ",
                RecordState.Withdrawn => "consent is withdrawn, the record is closed: ",
                RecordState.Repaired => "repaired, a lighter record replaces it: ",
                _ when _twin.Regime.Rules.Books[_twin.Regime.Rules.Rules[ledger.Row(record)].Scale].Erases => "expires and is erased: ",
                _ => "no longer counts: ",
            };
            if (!_twin.Regime.Rules.Rules[ledger.Row(record)].Spends)
            {
                About(end, record, id);
            }
            _because.Add($"{id} ended");
            _filed.RemoveAt(i--);
        }
    }

    // A fold drops what no longer counts; what is left of the person's chain, but for this week's, is what counted or stood aside before.
    private void Renumber(int week)
    {
        var ledger = _twin.Dossiers.Ledger;
        var kept = new List<int>();
        for (var r = _twin.Dossiers.Head(_slot); r >= 0; r = ledger.Previous(r))
        {
            if (ledger.Week(r) < week && ledger.State(r) is not (RecordState.Kept or RecordState.Past))
            {
                kept.Add(r);
            }
        }
        if (kept.Count != _filed.Count)
        {
            throw new InvalidOperationException($"{kept.Count} records are left where {_filed.Count} counted.");
        }
        kept.Reverse();
        for (var i = 0; i < kept.Count; i++)
        {
            _filed[i] = (kept[i], _filed[i].Id);
        }
    }

    private string? Id(int record)
    {
        foreach (var (filed, id) in _filed)
        {
            if (filed == record)
            {
                return id;
            }
        }
        return null;
    }

    private void About(string what, int record, string id)
    {
        var (rule, _, _) = _words.Of(_twin.Dossiers.Ledger.Row(record));
        Events.Add(new LifeEvent(_week, Lane.InTheFile, what + rule) { About = id });
    }
}

using System.Text.RegularExpressions;
using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Regimes;

namespace Glasshouse.Lab.Testing;

/// <summary>What a file of policy tests must hold beyond its form: the boundary is kept, and its names refer to something.</summary>
internal sealed partial class PolicyTestCheck
{
    private readonly Reading<PolicyTests> _read;
    private readonly Regime _regime;
    private readonly IReadOnlyDictionary<string, Conduct> _conducts;
    private readonly FaultList _faults;

    private PolicyTestCheck(Reading<PolicyTests> read, Regime regime, IReadOnlyDictionary<string, Conduct> conducts)
    {
        _read = read;
        _regime = regime;
        _conducts = conducts;
        _faults = new FaultList(read.File);
    }

    /// <summary>The faults beside those that the reader found, in file order.</summary>
    public static IReadOnlyList<Fault> Check(
        Reading<PolicyTests> read, Regime regime, IReadOnlyDictionary<string, Conduct> conducts)
    {
        var check = new PolicyTestCheck(read, regime, conducts);
        if (read.Draft is { } file)
        {
            check.Head(file);
            foreach (var (id, test) in file.Tests)
            {
                check.Boundary(id, test);
                check.Person(id, test);
                check.Records(id, test);
                check.Choices(id, test);
                check.Expected(id, test);
            }
        }
        return check._faults.InOrder();
    }

    private void Head(PolicyTests file)
    {
        if (file.Schema != PolicyTests.SchemaWord)
        {
            _faults.Add(FaultCode.SchemaWord, _read.At("schema"), $"schema {Spelling.Quote(file.Schema)}", PolicyTests.SchemaWord);
        }
        if (file.Regime != _regime.Id || Path.GetFileNameWithoutExtension(_read.File) != file.Regime)
        {
            _faults.Add(FaultCode.FileName, _read.At("regime"), $"regime {Spelling.Quote(file.Regime)}",
                $"'{_regime.Id}', the regime that this file lies beside, and its own name");
        }
    }

    // A test is about a rule book, never about somebody.
    private void Boundary(string id, PolicyTest test)
    {
        if (test.Records.Count > PolicyTest.MostRecords)
        {
            _faults.Add(FaultCode.TooManyRecords, _read.KeyAt($"tests.{id}.records"), $"{test.Records.Count} records",
                $"at most {PolicyTest.MostRecords}: a test shows a rule, it is not a file on a person");
        }
        if (IdentifierPattern().IsMatch(id))
        {
            _faults.Add(FaultCode.Identifier, _read.KeyAt($"tests.{id}"), $"the id {Spelling.Quote(id)}", Plain);
        }
        if (IdentifierPattern().IsMatch(test.Says))
        {
            _faults.Add(FaultCode.Identifier, _read.At($"tests.{id}.says"), "a long number or a date", Plain);
        }
    }

    private const string Plain = "words and short numbers; a test has no identifier and no date";

    private void Person(string id, PolicyTest test)
    {
        var roles = test.Person.Roles;
        if (roles.Contains(Population.Role.Urban) && roles.Contains(Population.Role.Rural))
        {
            _faults.Add(FaultCode.NeverFires, _read.At($"tests.{id}.person.roles"), "'urban' and 'rural' together",
                "roles that one person can hold");
        }
        if (test.Records.Any(r => r.By == DoneBy.Child) && test.Person.Age < Bench.YoungestParentOfAdult)
        {
            _faults.Add(FaultCode.TestOrder, _read.KeyAt($"tests.{id}"), $"a grown-up child of a person of {test.Person.Age}",
                $"an age of at least {Bench.YoungestParentOfAdult}");
        }
    }

    private void Records(string id, PolicyTest test)
    {
        for (var i = 0; i < test.Records.Count; i++)
        {
            var (record, path) = (test.Records[i], $"tests.{id}.records.{i}");
            InTime(record.Week, test, $"{path}.week");
            if (!_conducts.TryGetValue(record.Conduct, out var conduct))
            {
                Unknown(FaultCode.UnknownConduct, $"{path}.conduct", "conduct", record.Conduct, "a conduct of the society", _conducts.Keys);
                continue;
            }
            var levels = conduct.Levels.Keys.ToList();
            if (record.Level is { } level && !levels.Contains(level))
            {
                Unknown(FaultCode.UnknownLevel, $"{path}.level", "level", level, Spelling.OneOf(levels), levels);
            }
            if (record.Amount is { } amount && Bench.BitsOf(conduct, amount) is null)
            {
                var (least, most) = Bench.Amounts(conduct);
                _faults.Add(FaultCode.Amount, _read.At($"{path}.amount"),
                    FormattableString.Invariant($"{amount} of '{record.Conduct}' at once"),
                    conduct.Amount is { } unit ? $"{least} to {most} {unit.Unit}, as in a run; more in several records" : "no amount");
            }
        }
        List<string> repairs =
        [
            .. _regime.Repairs.Keys, .. _regime.Scales.SelectMany(s => s.Value.Repairs.Keys.Select(id => $"{Prefix(s.Key)}/{id}")),
        ];
        for (var i = 0; i < test.Repairs.Count; i++)
        {
            InTime(test.Repairs[i].Week, test, $"tests.{id}.repairs.{i}.week");
            if (!repairs.Contains(test.Repairs[i].Repair))
            {
                Unknown(FaultCode.UnknownRepairTarget, $"tests.{id}.repairs.{i}.repair", "repair", test.Repairs[i].Repair,
                    "an id of repairs, those of a further scale with its id and '/' before", repairs);
            }
        }
    }

    private void Choices(string id, PolicyTest test)
    {
        List<string> offers = [.. _regime.Score?.Spending.Keys ?? [], .. _regime.Score?.Sale.Keys ?? []];
        for (var i = 0; i < test.Buys.Count; i++)
        {
            InTime(test.Buys[i].Week, test, $"tests.{id}.buys.{i}.week");
            if (!offers.Contains(test.Buys[i].Buy))
            {
                Unknown(FaultCode.UnknownRule, $"tests.{id}.buys.{i}.buy", "purchase", test.Buys[i].Buy,
                    "an id of score.spending or score.sale", offers);
            }
        }
        foreach (var (key, week) in new[] { ("joins", test.Joins), ("withdraws", test.Withdraws) })
        {
            if (week is not null && _regime.Subjects.OptIn is null)
            {
                _faults.Add(FaultCode.UnknownRule, _read.KeyAt($"tests.{id}.{key}"), $"'{key}' where nobody is asked",
                    "a regime with subjects.opt-in");
            }
        }
        if (test.Withdraws is { } leaves)
        {
            InTime(leaves, test, $"tests.{id}.withdraws");
        }
        if (test.Withdraws <= (test.Joins ?? -1))
        {
            _faults.Add(FaultCode.TestOrder, _read.At($"tests.{id}.withdraws"), $"withdrawing in week {test.Withdraws}",
                $"a week after {test.Joins}, in which the person joins");
        }
    }

    private void InTime(int week, PolicyTest test, string path)
    {
        if (week > test.AtWeek)
        {
            _faults.Add(FaultCode.TestOrder, _read.At(path), $"week {week}", $"at most {test.AtWeek}, the week of 'at-week'");
        }
    }

    private void Expected(string id, PolicyTest test)
    {
        var (expect, path) = (test.Expect, $"tests.{id}.expect");
        if (_read.Keys(path).Count == 0)
        {
            _faults.Add(FaultCode.ExpectsNothing, _read.KeyAt(path), "nothing expected",
                "score, grade, direct, because, without, aside, list, scores or consequences");
        }
        if (expect.Grade is { } grade && !_regime.Grades.ContainsKey(grade))
        {
            Unknown(FaultCode.UnknownGrade, $"{path}.grade", "grade", grade, Spelling.OneOf([.. _regime.Grades.Keys]), _regime.Grades.Keys);
        }
        var grounds = _regime.DirectGrades.Keys.Append(Trial.NoGround).ToList();
        var rules = _regime.Rows.Keys.Concat(_regime.DirectGrades.Keys).Concat(_regime.Repairs.Keys)
            .Concat((_regime.Score?.Spending.Keys ?? []).Select(spending => Spending.RuleId("", spending)))
            .Concat((_regime.Score?.Sale.Keys ?? []).Select(sale => Sale.RuleId("", sale)))
            .Concat(_regime.Scales.SelectMany(s => Further(s.Key, s.Value))).ToList();
        Rule(expect.Direct, "direct", grounds, "an id of direct-grades, or none");
        Rule(expect.Because, "because", rules, "an id of rows, direct-grades or repairs");
        Rule(expect.Without, "without", rules, "an id of rows, direct-grades or repairs");
        foreach (var (scale, on) in expect.List)
        {
            Scale(scale, $"{path}.list.{scale}");
            if (_regime.Scales.TryGetValue(scale, out var further) && !further.Grades.ContainsKey(on))
            {
                Unknown(FaultCode.UnknownGrade, $"{path}.list.{scale}", "grade", on,
                    Spelling.OneOf([.. further.Grades.Keys]), further.Grades.Keys);
            }
        }
        foreach (var scale in expect.Scores.Keys)
        {
            Scale(scale, $"{path}.scores.{scale}");
        }

        void Scale(string id, string at)
        {
            if (!_regime.Scales.ContainsKey(id))
            {
                var expected = _regime.Scales.Count == 0
                    ? "nothing here: the regime has one scale" : Spelling.OneOf([.. _regime.Scales.Keys]);
                Unknown(FaultCode.UnknownRule, at, "scale", id, expected, _regime.Scales.Keys);
            }
        }

        void Rule(string? name, string key, List<string> known, string expected)
        {
            if (name is not null && !known.Contains(name))
            {
                Unknown(FaultCode.UnknownRule, $"{path}.{key}", "row or ground", name, expected, known);
            }
        }
    }

    // Rules of further scales are told with the id of their scale before them; an included regime's main scale has the regime's.
    private static IEnumerable<string> Further(string id, FurtherScale scale) =>
        scale.Rows.Keys.Concat(scale.DirectGrades.Keys).Concat(scale.Repairs.Keys).Select(rule => $"{Prefix(id)}/{rule}");

    private static string Prefix(string id) => id.EndsWith("/score", StringComparison.Ordinal) ? id[..^"/score".Length] : id;

    private void Unknown(string code, string path, string noun, string name, string expected, IEnumerable<string> known) =>
        _faults.Add(code, _read.At(path), $"unknown {noun} {Spelling.Quote(name)}", expected, Spelling.Nearest(name, known));

    // Long numbers are identity numbers, telephone numbers or dates; nothing that a rule is about needs one.
    [GeneratedRegex(@"\d{6,}|\b\d{4}[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b")]
    private static partial Regex IdentifierPattern();
}

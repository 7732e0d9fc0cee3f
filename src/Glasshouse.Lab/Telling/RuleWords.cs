using Glasshouse.Acting;
using Glasshouse.Observing;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Scoring;

namespace Glasshouse.Lab.Telling;

/// <summary>The words of a regime's rules, grades and records.</summary>
internal sealed class RuleWords(Regime regime, RegimeTables tables)
{
    /// <summary>Article and text of a rule. Ids of rules that are not on the main scale begin with their scale's.</summary>
    public (string Id, string Article, string Text) Of(int rule)
    {
        var id = tables.Rules.Rules[rule].Id;
        var proof = tables.Rules.Rules[rule].Declared is not null ? ", declared with proof" : "";
        return regime.TextOf(id) is var (article, text) ? (id, article, text + proof) : (id, "", id);
    }

    /// <summary>The grade that a ground sets; null for a row and for a ground that bars or moves a grade.</summary>
    public string? GradeOf(int rule) => tables.Rules.Rules[rule] is { Grade: >= 0 } ground ? NameOn(ground.Scale, ground.Grade) : null;

    /// <summary>What a ground does, in words.</summary>
    public string Does(int rule)
    {
        var ground = tables.Rules.Rules[rule];
        return ground.Grade >= 0 ? $"sets grade {NameOn(ground.Scale, ground.Grade)}"
            : ground.AtBest >= 0 ? $"no grade better than {NameOn(ground.Scale, ground.AtBest)}"
            : ground.AtLeast >= 0 ? $"no grade worse than {NameOn(ground.Scale, ground.AtLeast)} by points"
            : $"{ground.Down} down from what points give";
    }

    private string NameOn(int scale, int grade) => tables.Grades.On(scale).Names[grade];

    /// <summary>A grade, with the grade before the fall behind it while a direct grade stands.</summary>
    public string Grade(byte grade, byte before) => Grade(tables.Grades, grade, before);

    /// <inheritdoc cref="Grade(byte, byte)"/>
    public static string Grade(GradeTable grades, byte grade, byte before) => grades.Names[grade]
        + (before == Standing.NoGrade || grades.Evaluation != Evaluation.Always ? "" : grades.Names[before]);

    /// <summary>Where bands by rank begin at present; null where the text states scores.</summary>
    public static string? Bands(GradeTable grades)
    {
        if (!grades.IsRanked)
        {
            return null;
        }
        var bands = grades.Names.SkipLast(1).Select((name, g) => grades.From[g] switch
        {
            int.MaxValue => $"nobody stands in {name}",
            int.MinValue => $"{name} takes all that are left",
            var from => FormattableString.Invariant($"{name} {(grades.Sign < 0 ? "up to" : "from")} {Points(grades.Sign * from):0.###}"),
        });
        return grades.IsCut
            ? "bands by rank, as last cut: " + string.Join(", ", bands)
            : $"bands by rank, not cut yet: points leave everybody in {grades.Names[grades.Entry]}";
    }

    /// <summary>What is to be said of how a grade came about beside the points; null if nothing is.</summary>
    public static string? Note(GradeTable grades, Standing standing, int slot, int scale)
    {
        var isNew = grades.Newcomers >= 0 && standing.GradeOn(scale, slot) == grades.Newcomers;
        var words = isNew ? $"too new to be judged: in {grades.Names[grades.Newcomers]} whatever the points" : null;
        return words is null ? Bands(grades) : Bands(grades) is { } bands ? $"{words}; {bands}" : words;
    }

    /// <summary>How a record came about.</summary>
    public static string Origin(Origin origin) => origin switch
    {
        Observing.Origin.True => "true",
        Observing.Origin.Misattributed => "misattributed: somebody else did it",
        Observing.Origin.Misread => "misread: done, at another gravity",
        _ => "nobody did it",
    };

    /// <summary>Why a deduction hits somebody who did no wrong of that weight.</summary>
    public IReadOnlyList<string> Why(int rule, int level, ConductTable conducts)
    {
        var causes = tables.Rules.Rules[rule].Causes;
        var unable = conducts.Inability[tables.Rules.ClassOf[rule]];
        var why = new List<string>();
        Add((causes & Cause.Right) != 0, "for exercising a right");
        Add((causes & Cause.SpillOver) != 0, "for what another did");
        Add(level < unable.Length && unable[level], "for what the person could not do");
        Add((causes & Cause.BeyondGravity) != 0, "beyond the gravity of the act");
        return why;

        void Add(bool holds, string words)
        {
            if (holds)
            {
                why.Add(words);
            }
        }
    }

    /// <summary>Points from thousandths.</summary>
    public static double Points(int thousandths) => thousandths / 1000.0;
}

using System.Text;
using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Regimes;
using Xunit;

namespace Glasshouse.Tests.Files;

/// <summary>A file that builds on another by <c>extends</c>.</summary>
public sealed class ExtendsTests
{
    private const string Head = "schema: glasshouse/regime/v1\nid: variant\ntitle: A variant\nextends: small\n";

    [Fact]
    public void What_a_variant_does_not_state_it_takes_from_its_base()
    {
        var regime = Read(Head).ValueOrThrow();
        Assert.Equal(("variant", "A variant"), (regime.Id, regime.Title));
        Assert.Equal("nowhere", regime.Jurisdiction);
        Assert.Equal(["R-1", "R-2", "R-3", "R-4", "R-5", "R-6"], regime.Rows.Keys);
    }

    [Fact]
    public void Maps_merge_key_by_key_and_all_else_is_replaced()
    {
        var regime = Read(Head + """
            summary: Another one.
            channels: { public: { misread: { value: 0.2, document: S2 } } }
            rows:
              R-1: { points: -7, on: [{ conduct: helping }] }
              R-0: { text: sings, points: -1, article: z, domain: legal, not-modelled: rare }
            """).ValueOrThrow();
        Assert.Equal("Another one.", regime.Summary);
        Assert.Equal(0.5, regime.Channels[Channel.Public].CoverageUrban.Value);
        // A figure is replaced as a whole: the range of the assumption below is gone.
        Assert.Equal((0.2, Provenance.Document, null), ValueOf(regime.Channels[Channel.Public].Misread));
        Assert.Equal("litters", regime.Rows["R-1"].Text);
        Assert.Equal(-7, regime.Rows["R-1"].Points.Min);
        Assert.Equal(["helping"], regime.Rows["R-1"].On!.Select(t => t.Conduct));
        Assert.Equal("R-0", regime.Rows.Keys.Last());

        static (double, Provenance, double?) ValueOf(Figure figure) => (figure.Value, figure.Provenance, figure.Low);
    }

    [Fact]
    public void Remove_takes_an_entry_or_an_optional_key_away()
    {
        var regime = Read(Head + """
            rows:
              R-2: remove
              R-3: { on: remove, not-modelled: "remove" }
            """).ValueOrThrow();
        Assert.DoesNotContain("R-2", regime.Rows.Keys);
        Assert.Null(regime.Rows["R-3"].On);
        Assert.Equal("remove", regime.Rows["R-3"].NotModelled);
    }

    [Theory]
    [InlineData("rows: { R-11: remove }", 5, 9, FaultCode.NothingToRemove, "R-1")]
    [InlineData("rows: { R-9: { tier: { counter: remove } } }", 5, 24, FaultCode.NothingToRemove, null)]
    [InlineData("rowz: remove", 5, 1, FaultCode.UnknownKey, "rows")]
    [InlineData("channels: { public: { misread: { value: 2, document: S1 } } }", 5, 41, FaultCode.OutOfRange, null)]
    [InlineData("summary: ~", 5, 10, FaultCode.WrongType, null)]
    [InlineData("grades: remove", 1, 1, FaultCode.MissingKey, null)]
    public void A_fault_of_the_variant_stands_in_the_variant(string line, int at, int column, string code, string? nearest) =>
        Assert.Contains(Read(Head + line + "\n").Faults, f =>
            (f.File, f.Line, f.Column, f.Code, f.Nearest) == ("variant.yaml", at, column, code, nearest));

    [Fact]
    public void A_fault_of_the_base_stands_in_the_base()
    {
        var damaged = SmallRegime.With("base: { value: 1000,", "base: { value: high,");
        var fault = Assert.Single(Read(Head, ("small", damaged)).Faults);
        Assert.Equal(("small.yaml", FaultCode.WrongType), (fault.File, fault.Code));
        Assert.Contains("value: high", damaged.Split('\n')[fault.Line - 1], StringComparison.Ordinal);

        var unparsed = Assert.Single(Read(Head, ("small", "a: [\n")).Faults);
        Assert.Equal(("small.yaml", FaultCode.NotYaml), (unparsed.File, unparsed.Code));
    }

    [Fact]
    public void A_check_points_into_the_file_where_the_value_stands()
    {
        var text = SmallRegime.With("entry: true", "entry: false");
        var reading = Read(Head + "rows: { R-1: { points: 0 } }\n", ("small", text));
        var faults = RegimeCheck.Check(reading, SmallRegime.Conducts);
        Assert.Equal(
            [("variant.yaml", FaultCode.PointsOfRow), ("small.yaml", FaultCode.EntryGrade)], faults.Select(f => (f.File, f.Code)));
    }

    [Fact]
    public void A_figure_says_in_which_file_it_stands()
    {
        var reading = Read(Head + "score: { base: { value: 990, document: S1 } }\n");
        Assert.Null(reading.Figures.Single(f => f.Path == "score.base").File);
        Assert.Equal("small.yaml", reading.Figures.Single(f => f.Path == "subjects.adult-from").File);
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("id")]
    [InlineData("title")]
    public void A_variant_states_for_itself_what_it_is(string key)
    {
        var text = string.Join('\n', Head.Split('\n').Where(l => !l.StartsWith(key, StringComparison.Ordinal)));
        var fault = Assert.Single(Read(text).Faults);
        Assert.Equal(("variant.yaml", FaultCode.MissingKey), (fault.File, fault.Code));
    }

    [Fact]
    public void Bases_may_extend_bases()
    {
        var middle = Head.Replace("variant", "middle", StringComparison.Ordinal)
            + "in-force: 2030\nsummary: Middle.\nrows: { R-1: remove }\n";
        var top = Head.Replace("small", "middle", StringComparison.Ordinal) + "summary: Top.\n";
        var regime = Read(top, ("small", SmallRegime.Text), ("middle", middle)).ValueOrThrow();
        Assert.Equal(("Top.", "2030", "nowhere"), (regime.Summary, regime.InForce, regime.Jurisdiction));
        Assert.Equal("R-2", regime.Rows.Keys.First());
    }

    [Fact]
    public void A_circle_is_a_fault_where_it_closes()
    {
        var middle = Head.Replace("id: variant", "id: middle", StringComparison.Ordinal)
            .Replace("small", "variant", StringComparison.Ordinal);
        var top = Head.Replace("small", "middle", StringComparison.Ordinal);
        var far = Assert.Single(Read(top, ("middle", middle), ("variant", top)).Faults);
        Assert.Equal(("middle.yaml", 4, 10, FaultCode.ExtendsItself), (far.File, far.Line, far.Column, far.Code));

        var near = Assert.Single(Read(Head.Replace("small", "variant", StringComparison.Ordinal)).Faults);
        Assert.Equal(("variant.yaml", FaultCode.ExtendsItself), (near.File, near.Code));
    }

    [Fact]
    public void A_missing_base_is_named_with_the_nearest()
    {
        var fault = Assert.Single(Read(Head.Replace("small", "smal", StringComparison.Ordinal)).Faults);
        Assert.Equal((4, 10, FaultCode.NotFound, "small"), (fault.Line, fault.Column, fault.Code, fault.Nearest));
    }

    [Theory]
    [InlineData("schema: glasshouse/society/v1\nid: small\n", FaultCode.OtherKind)]
    [InlineData("id: small\n", FaultCode.OtherKind)]
    [InlineData("- a list\n", FaultCode.OtherKind)]
    public void A_base_is_a_file_of_the_same_kind(string text, string code) =>
        Assert.Equal(code, Assert.Single(Read(Head, ("small", text)).Faults).Code);

    [Theory]
    [InlineData("[small]")]
    [InlineData("~")]
    [InlineData("''")]
    public void Extends_takes_one_name(string value)
    {
        var fault = Assert.Single(Read(Head.Replace("small", value, StringComparison.Ordinal)).Faults);
        Assert.Equal(FaultCode.WrongType, fault.Code);
    }

    [Theory]
    [InlineData("a: 1\nextends: small\n", "small")]
    [InlineData("{ extends: 'small' }", "small")]
    [InlineData("a: { extends: small }", null)]
    [InlineData("# extends: small\na: 1\n", null)]
    [InlineData("extends: ../small\n", null)]
    [InlineData("extends: [", null)]
    public void The_name_of_a_base_is_found_before_the_file_is_read(string text, string? name) =>
        Assert.Equal(name, Bases.NameIn(Encoding.UTF8.GetBytes(text)));

    internal static Reading<Regime> Read(string text) => Read(text, ("small", SmallRegime.Text));

    private static Reading<Regime> Read(string text, params (string Name, string Text)[] files)
    {
        var chain = files.Select(f => new BaseFile(f.Name, f.Name + ".yaml", Encoding.UTF8.GetBytes(f.Text)));
        return YamlReader.Read<Regime>(new MemoryStream(Encoding.UTF8.GetBytes(text)), "variant.yaml",
            bases: new Bases([.. chain], [.. files.Select(f => f.Name)]));
    }
}

using Glasshouse.Files;
using Xunit;

namespace Glasshouse.Tests.Files;

public sealed class YamlReaderTests
{
    [Fact]
    public void A_file_becomes_its_record()
    {
        var toy = Yaml.Read<Toy>("""
            title: "yes"
            share: { value: 0.5, document: S1 art. 2 }
            count: 3
            large: -9000000000
            weight: 1e-2
            open: true
            colour: red
            span: { min: -50, max: -5 }
            words: [no, 2020, 007]
            by-colour: { dark-blue: { value: 5, low: 4, high: 5, assumed: why } }
            toys:
              zebra: { title: z }
              ant: { title: a, span: 4 }
            """).ValueOrThrow();

        Assert.Equal("yes", toy.Title);
        Assert.Equal(new Figure(0.5, Provenance.Document, "S1 art. 2") { Path = "share" }, toy.Share);
        Assert.Equal((3, -9000000000, 0.01, true), (toy.Count, toy.Large, toy.Weight, toy.Open));
        Assert.Equal(Colour.Red, toy.Colour);
        Assert.Equal(new Span(-50, -5), toy.Span);
        Assert.Equal(["no", "2020", "007"], toy.Words);
        Assert.Equal(5, toy.ByColour![Colour.DarkBlue].Value);
        Assert.Equal(["zebra", "ant"], toy.Toys!.Keys);
        Assert.Equal(new Span(4, 4), toy.Toys["ant"].Span);
    }

    [Fact]
    public void Absent_optional_keys_keep_their_defaults()
    {
        var toy = Yaml.Read<Toy>("title: t").ValueOrThrow();
        Assert.Equal((7, Colour.DarkBlue, null), (toy.Count, toy.Colour, toy.Share));
    }

    [Theory]
    [InlineData("title: [", "GH101", 1, 9)]
    [InlineData("title: t\n\tcount: 1", "GH101", 2, 1)]
    [InlineData("title: a\u0007b", "GH101", 1, 9)]
    [InlineData("title: t\ncuont: 1", "GH102", 2, 1)]
    [InlineData("title: t\nshare: { valu: 1, document: d }", "GH102", 2, 10)]
    [InlineData("title: t\nspan: { min: 1, max: 2, mean: 1.5 }", "GH102", 2, 25)]
    [InlineData("count: 1", "GH103", 1, 1)]
    [InlineData("title: t\ntoys:\n  a: { count: 1 }", "GH103", 3, 3)]
    [InlineData("title: t\nspan: { min: 1 }", "GH103", 2, 1)]
    [InlineData("title: t\nshare: { document: d }", "GH103", 2, 1)]
    [InlineData("title:", "GH104", 1, 7)]
    [InlineData("title: true", "GH104", 1, 8)]
    [InlineData("title: ' '", "GH104", 1, 8)]
    [InlineData("title: t\nopen: yes", "GH104", 2, 7)]
    [InlineData("title: t\nopen: 'true'", "GH104", 2, 7)]
    [InlineData("title: t\ncount: 010", "GH104", 2, 8)]
    [InlineData("title: t\ncount: 0x10", "GH104", 2, 8)]
    [InlineData("title: t\ncount: 1.5", "GH104", 2, 8)]
    [InlineData("title: t\nlarge: 99999999999999999999", "GH104", 2, 8)]
    [InlineData("title: t\nweight: .inf", "GH104", 2, 9)]
    [InlineData("title: t\nweight: .nan", "GH104", 2, 9)]
    [InlineData("title: t\nweight: NaN", "GH104", 2, 9)]
    [InlineData("title: t\nweight: 1e999", "GH104", 2, 9)]
    [InlineData("title: t\nweight: 1_0", "GH104", 2, 9)]
    [InlineData("title: t\nweight: 1:30", "GH104", 2, 9)]
    [InlineData("title: t\nweight: 0,5", "GH104", 2, 9)]
    [InlineData("title: t\nweight: '0.5'", "GH104", 2, 9)]
    [InlineData("title: t\nwords: one", "GH104", 2, 8)]
    [InlineData("title: t\nwords:\n- one\n- [two]", "GH104", 4, 3)]
    [InlineData("title: t\nspan: wide", "GH104", 2, 7)]
    [InlineData("title: t\nshare: much", "GH104", 2, 8)]
    [InlineData("title: t\nshare: { value: x, document: d }", "GH104", 2, 17)]
    [InlineData("[title]", "GH104", 1, 1)]
    [InlineData("title: t\n? [a]\n: b", "GH104", 2, 3)]
    [InlineData("title: t\ncount: 11", "GH105", 2, 8)]
    [InlineData("title: t\nweight: -0.1", "GH105", 2, 9)]
    [InlineData("title: t\nshare: { value: 2, document: d }", "GH105", 2, 17)]
    [InlineData("title: t\nshare: { value: 1, low: 1, high: 2, assumed: a }", "GH105", 2, 34)]
    [InlineData("title: t\nby-colour: { red: { value: 6, document: d } }", "GH105", 2, 28)]
    [InlineData("title: t\ncolour: dark-bleu", "GH106", 2, 9)]
    [InlineData("title: t\ncolour: DarkBlue", "GH106", 2, 9)]
    [InlineData("title: t\nby-colour: { rde: { value: 1, document: d } }", "GH106", 2, 14)]
    [InlineData("title: t\ncount: 1\ntitle: u", "GH107", 3, 1)]
    [InlineData("title: t\nshare: 0.5", "GH108", 2, 8)]
    [InlineData("title: t\nshare: { value: 0.5 }", "GH108", 2, 8)]
    [InlineData("title: t\nshare: { value: 0.5, document: d, reported: r }", "GH108", 2, 35)]
    [InlineData("title: t\nshare: { value: 0.5, document: }", "GH108", 2, 32)]
    [InlineData("title: t\nshare: { value: 0.5, assumed: a }", "GH109", 2, 8)]
    [InlineData("title: t\nshare: { value: 0.5, low: 0.1, calibrated: c }", "GH109", 2, 8)]
    [InlineData("title: t\nshare: { value: 0.5, low: 0.1, document: c }", "GH109", 2, 8)]
    [InlineData("title: t\nshare: { value: 0.5, low: 0.6, high: 0.7, assumed: a }", "GH109", 2, 17)]
    [InlineData("title: t\nshare: { value: 0.5, low: 0.7, high: 0.3, assumed: a }", "GH109", 2, 17)]
    [InlineData("title: &a t", "GH110", 1, 8)]
    [InlineData("title: *a", "GH110", 1, 8)]
    [InlineData("title: !!str t", "GH110", 1, 8)]
    [InlineData("title: t\n<<: { count: 1 }", "GH110", 2, 1)]
    [InlineData("", "GH111", 1, 1)]
    [InlineData("# nothing\n", "GH111", 1, 1)]
    [InlineData("title: t\n---\ntitle: u", "GH112", 2, 1)]
    [InlineData("title: t\ntoys: { 'a.b': { title: t } }", "GH114", 2, 9)]
    public void A_fault_has_its_code_and_its_place(string text, string code, int line, int column)
    {
        var reading = Yaml.Read<Toy>(text);
        var fault = Assert.Single(reading.Faults);
        Assert.Equal((code, line, column), (fault.Code, fault.Line, fault.Column));
        Assert.Null(reading.Value);
    }

    [Fact]
    public void Bytes_that_are_not_text_are_refused()
    {
        var fault = Assert.Single(YamlReader.Read<Toy>(new MemoryStream([.. "title: "u8, 0xC3, 0x28]), "a.yaml").Faults);
        Assert.Equal((FaultCode.NotYaml, 1, 8), (fault.Code, fault.Line, fault.Column));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Assert.Equal("t", Yaml.Read<Toy>("\uFEFFtitle: t").ValueOrThrow().Title);

    [Fact]
    public void Carriage_returns_do_not_move_marks()
    {
        var fault = Assert.Single(Yaml.Read<Toy>("title: t\r\ncount: x\r\n").Faults);
        Assert.Equal((2, 8), (fault.Line, fault.Column));
    }

    [Fact]
    public void A_fault_is_one_line_that_suggests_the_nearest_word()
    {
        var fault = Assert.Single(Yaml.Read<Toy>("title: t\nspan: { min: 1, max: 2, mix: 3 }", "wide.yaml").Faults);
        Assert.Equal("wide.yaml:2:25: GH102 unknown key 'mix'; expected one of min, max; did you mean 'min'?", fault.ToString());
    }

    [Fact]
    public void All_faults_are_reported_at_once_in_file_order()
    {
        var reading = Yaml.Read<Toy>("""
            count: 99
            open: maybe
            colour: green
            toys:
              a: { title: t, share: 0.5, weight: 7 }
              b: { wieght: 1, share: { value: 3, assumed: a } }
            """);

        Assert.Equal(
            ["GH103 1:1", "GH105 1:8", "GH104 2:7", "GH106 3:9", "GH108 5:25", "GH105 5:38", "GH103 6:3", "GH102 6:8",
                "GH109 6:26", "GH105 6:35"],
            reading.Faults.Select(f => $"{f.Code} {f.Line}:{f.Column}"));
    }

    [Fact]
    public void A_misspelt_key_is_not_reported_as_missing_as_well()
    {
        var fault = Assert.Single(Yaml.Read<Toy>("Titel: t").Faults);
        Assert.Equal((FaultCode.UnknownKey, "title"), (fault.Code, fault.Nearest));
    }

    [Fact]
    public void Faulty_entries_are_left_out_of_the_draft_but_not_of_the_keys()
    {
        var reading = Yaml.Read<Toy>("title: t\ntoys:\n  a: { title: t }\n  b: { count: 1 }");
        Assert.Equal(["a"], reading.Draft!.Toys!.Keys);
        Assert.Equal(["a", "b"], reading.Keys("toys"));
    }

    [Fact]
    public void Figures_come_in_file_order_with_their_paths()
    {
        var reading = Yaml.Read<Toy>("""
            toys:
              a:
                share: { value: 0.1, document: d }
                title: t
            by-colour: { dark-blue: { value: 1, document: d }, red: { value: 2, document: d } }
            share: { value: 0.2, document: d }
            title: t
            """);
        Assert.Equal(["toys.a.share", "by-colour.dark-blue", "by-colour.red", "share"], reading.Figures.Select(f => f.Path));
    }

    [Fact]
    public void A_figure_can_be_given_another_value_when_it_is_bound()
    {
        var reading = Yaml.Read<Toy>("title: t\nshare: { value: 0.5, low: 0.1, high: 0.9, assumed: a }", revalue: f =>
        {
            Assert.Equal("share", f.Path);
            return f with { Value = f.High!.Value };
        });
        Assert.Equal(0.9, reading.ValueOrThrow().Share!.Value);
        Assert.Equal(0.9, Assert.Single(reading.Figures).Value);
    }

    [Theory]
    [InlineData("toys.a", 3, 6, 3, 3)]
    [InlineData("toys.a.words.1", 3, 21, 3, 21)]
    [InlineData("toys.a.words.7", 3, 15, 3, 8)]
    [InlineData("toys.nobody.title", 3, 3, 2, 1)]
    [InlineData("", 1, 1, 1, 1)]
    public void A_path_leads_to_its_place(string path, int line, int column, int keyLine, int keyColumn)
    {
        var reading = Yaml.Read<Toy>("title: t\ntoys:\n  a: { words: [one, two], title: t }");
        Assert.Equal(new Mark(line, column), reading.At(path));
        Assert.Equal(new Mark(keyLine, keyColumn), reading.KeyAt(path));
    }

    [Fact]
    public void Faults_are_thrown_together_at_the_edge()
    {
        var thrown = Assert.Throws<FaultException>(() => Yaml.Read<Toy>("count: x\nopen: y").ValueOrThrow());
        Assert.Equal(3, thrown.Faults.Count);
        Assert.Equal(3, thrown.Message.Split('\n').Length);
    }
}

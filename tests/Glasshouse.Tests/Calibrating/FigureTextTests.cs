using Glasshouse.Files;
using Glasshouse.Lab.Calibrating;
using Glasshouse.Societies;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Calibrating;

/// <summary>A fitted figure is written where it stands, with the prior that it came from, and nothing else in the file moves.</summary>
public class FigureTextTests
{
    private static string Text => File.ReadAllText(Repository.PathOf("societies", "china-urban.yaml"));

    [Fact]
    public void A_fitted_figure_is_read_back_as_it_was_written_and_all_others_stay()
    {
        var before = Read(Text);
        var fitted = before.Value!.Acting.Deterrence with
        {
            Value = 3.21,
            Low = 2,
            High = 4.5,
            Provenance = Provenance.Calibrated,
            Source = "some-finding: as a \"test\"",
            FitTo = ["some-finding", "another"],
            Prior = [1.5, 4, 10],
        };
        var after = Read(FigureText.Replace(Text, before.At("acting.deterrence"), fitted));
        Assert.Empty(after.Faults);
        var read = after.Value!.Acting.Deterrence;
        Assert.Equal((3.21, 2.0, 4.5, Provenance.Calibrated), (read.Value, read.Low, read.High, read.Provenance));
        Assert.Equal(fitted.FitTo, read.FitTo);
        Assert.Equal(fitted.Prior, read.Prior);
        Assert.Equal(Values(before).Where(v => v.Path != "acting.deterrence"), Values(after).Where(v => v.Path != "acting.deterrence"));
        Assert.Equal(new Prior("acting.deterrence", 1.5, 4, 10), Prior.Of(read));
    }

    [Fact]
    public void Coefficients_that_share_a_finding_are_fitted_together()
    {
        var groups = FitGroup.Among([Fit("a", "x"), Fit("b", "y"), Fit("c"), Fit("d", "x", "z"), Fit("e", "z", "w"), Fit("f", "v")]);
        Assert.Equal(["a,d,e: w,x,z", "b: y", "f: v"],
            groups.Select(b => $"{string.Join(',', b.Coefficients.Select(f => f.Path))}: {string.Join(',', b.Findings)}").Order());
    }

    [Fact]
    public void What_begins_nowhere_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => FigureText.Replace("a: 1\n", new Mark(1, 4), Fit("a")));

    private static Figure Fit(string path, params string[] to) => new(1, Provenance.Assumed, "why", 0, 2) { Path = path, FitTo = to };

    private static Reading<Society> Read(string text) =>
        YamlReader.Read<Society>(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "china-urban.yaml");

    private static IEnumerable<(string Path, double Value)> Values(Reading<Society> reading) =>
        reading.Figures.Select(f => (f.Path, f.Value));
}

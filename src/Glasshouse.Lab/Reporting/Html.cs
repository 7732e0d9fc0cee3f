using System.Text;
using System.Text.Encodings.Web;

namespace Glasshouse.Lab.Reporting;

/// <summary>Writes HTML. Text from files goes through <see cref="Text"/>; only tags written here go in as they are.</summary>
internal sealed class Html
{
    private readonly StringBuilder _page = new();

    public static string Text(string text) => HtmlEncoder.Default.Encode(text).Replace("&#x2B;", "+", StringComparison.Ordinal);

    public Html Raw(string markup)
    {
        _page.Append(markup).Append('\n');
        return this;
    }

    public Html Heading(int level, string text) => Raw($"<h{level}>{Text(text)}</h{level}>");

    public Html Paragraph(string text, string? style = null) =>
        Raw(style is null ? $"<p>{Text(text)}</p>" : $"<p class=\"{style}\">{Text(text)}</p>");

    public Html Items(IEnumerable<string> items)
    {
        Raw("<ul>");
        foreach (var item in items)
        {
            Raw($"<li>{Text(item)}</li>");
        }
        return Raw("</ul>");
    }

    /// <summary>
    /// Opens a table with its caption and heads; on a phone each row becomes a small block that repeats the heads.
    /// </summary>
    public Html Table(string caption, params IReadOnlyList<string> heads)
    {
        Raw($"<table class=\"stack\"><caption>{Text(caption)}</caption><thead><tr>");
        foreach (var head in heads)
        {
            Raw($"<th scope=\"col\"{(Numeric.Contains(head) ? " class=\"n\"" : "")}>{Text(head)}</th>");
        }
        return Raw("</tr></thead><tbody>");
    }

    /// <summary>A row: its head, a quiet second line under it, and cells by column.</summary>
    public Html Row(string head, string? under, params IReadOnlyList<(string Column, string Text)> cells) =>
        RowOf(Text(head), under, cells);

    /// <summary>A row whose head leads to another page, by a path from this one.</summary>
    public Html LinkedRow(string path, string head, string? under, params IReadOnlyList<(string Column, string Text)> cells) =>
        RowOf($"<a href=\"{Text(path)}\">{Text(head)}</a>", under, cells);

    private Html RowOf(string head, string? under, IReadOnlyList<(string Column, string Text)> cells)
    {
        Raw($"<tr><th scope=\"row\">{head}{Under(under, "unit")}</th>");
        foreach (var (column, text) in cells)
        {
            Raw($"<td data-label=\"{Text(column)}\"{(Numeric.Contains(column) ? " class=\"n\"" : "")}>{Text(text)}</td>");
        }
        return Raw("</tr>");
    }

    /// <summary>A line that opens a part of a table.</summary>
    public Html Part(string heading, int columns) =>
        Raw($"<tr><th class=\"theme\" scope=\"rowgroup\" colspan=\"{columns}\">{Text(heading)}</th></tr>");

    public Html EndTable() => Raw("</tbody></table>");

    /// <summary>A part that opens on demand, and on paper is open; unless it is too long for paper.</summary>
    public Html Details(string summary, bool onPaper = true) =>
        Raw($"<details{(onPaper ? "" : " class=\"screen\"")}><summary>{Text(summary)}</summary>");

    public Html EndDetails() => Raw("</details>");

    public override string ToString() => _page.ToString();

    private static readonly HashSet<string> Numeric =
        ["without", "with", "difference", "chance", "assumptions", "roll-out", "mature",
            "rows", "direct grounds", "figures", "share"];

    private static string Under(string? text, string style) =>
        string.IsNullOrEmpty(text) ? "" : $"<span class=\"{style}\">{Text(text)}</span>";
}

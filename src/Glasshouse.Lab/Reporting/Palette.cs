namespace Glasshouse.Lab.Reporting;

/// <summary>Colours of the figure: no red and no green, since they judge; lines differ by dash as well.</summary>
internal static class Palette
{
    internal const string Paper = "#FBF9F5";
    internal const string Ink = "#1C1F22";
    internal const string Quiet = "#5B6268";
    internal const string Rule = "#D8D3C8";
    internal const string Without = "#5B6268";
    internal const string With = "#0B3C8C";
    internal const string Band = "#3B8AD0";
}

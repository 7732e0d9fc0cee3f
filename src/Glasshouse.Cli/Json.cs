using System.Text.Encodings.Web;
using System.Text.Json;

namespace Glasshouse.Cli;

/// <summary>How JSON is printed.</summary>
internal static class Json
{
    /// <summary>Indented; letters of all scripts as they are.</summary>
    public static readonly JsonSerializerOptions Style = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

using System.Text;

namespace Glasshouse.Files;

/// <summary>Bytes of a file to text: UTF-8 of limited size, without characters that would make places ambiguous.</summary>
internal static class FileText
{
    /// <summary>Largest file, bytes.</summary>
    public const int LargestFile = 4 * 1024 * 1024;

    /// <summary>The text and where it ends; null if it is none, and then there is a fault.</summary>
    public static (string Text, Mark End)? Decode(Stream yaml, FaultList faults)
    {
        var bytes = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while (bytes.Length <= LargestFile && (read = yaml.Read(chunk)) > 0)
        {
            bytes.Write(chunk, 0, read);
        }

        if (bytes.Length > LargestFile)
        {
            faults.Add(FaultCode.Limit, new Mark(1, 1), "a file of more than 4 MiB", "a smaller file");
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        if (text.StartsWith('\uFEFF'))
        {
            text = text[1..];
        }

        var at = new Mark(1, 1);
        var isIndentation = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!IsAllowed(c))
            {
                faults.Add(FaultCode.NotYaml, at, $"a byte sequence or character that text does not hold (U+{(int)c:X4})",
                    "UTF-8 text without control characters");
                return null;
            }

            if (c == '\t' && isIndentation)
            {
                faults.Add(FaultCode.NotYaml, at, "a tab as indentation", "spaces");
                return null;
            }

            var isLineEnd = c == '\n' || (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            isIndentation = isLineEnd || (isIndentation && c == ' ');
            at = isLineEnd ? new Mark(at.Line + 1, 1) : new Mark(at.Line, at.Column + 1);
        }

        return (text, at);
    }

    // U+FFFD is what a malformed byte decodes to. The three unusual line ends would make line numbers differ between editors.
    private static bool IsAllowed(char c) =>
        c is '\n' or '\r' or '\t' || !(char.IsControl(c) || c is '\uFFFD' or '\uFEFF' or '\u2028' or '\u2029');
}

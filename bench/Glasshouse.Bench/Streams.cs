using System.Runtime.InteropServices;
using Glasshouse.Kernel;
using Microsoft.Win32.SafeHandles;

namespace Glasshouse.Bench;

/// <summary>
/// The random words in the order in which the engine draws them, for a statistical test suite: for each district four weeks,
/// for each week each purpose, for each purpose the blocks of all subjects. Never ends; stops when the reader does.
/// </summary>
internal static class Streams
{
    private const int Subjects = 4096;
    private static readonly string[] Purposes = ["act", "luck", "observe", "misattribute", "appeal", "hire", "learn", "speech"];

    public static void Write(ulong seed)
    {
        // Not the console's stream: it hides from the writer that the reader has gone.
        using var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        var columns = new uint[4][];
        for (var word = 0; word < 4; word++)
        {
            columns[word] = new uint[Subjects];
        }

        var blocks = new uint[4 * Subjects];
        try
        {
            for (uint turn = 0; ; turn++)
            {
                var (district, exchange) = (turn % 1000, turn / 1000);
                for (var week = 4 * exchange; week < 4 * exchange + 4; week++)
                {
                    foreach (var purpose in Purposes)
                    {
                        var code = Purpose.Named(purpose).Code;
                        Philox.Fill(seed, 0, week, code, district, columns[0], columns[1], columns[2], columns[3]);
                        for (var i = 0; i < blocks.Length; i++)
                        {
                            blocks[i] = columns[i & 3][i >> 2];
                        }

                        output.Write(MemoryMarshal.AsBytes<uint>(blocks));
                    }
                }
            }
        }
        catch (IOException)
        {
            // The reader has had enough.
        }
    }
}

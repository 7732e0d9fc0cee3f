using System.Text;
using Glasshouse.Societies;

namespace Glasshouse.Engine;

/// <content>Rates once solved can be kept beside a run: a replay then begins at once.</content>
public static partial class BaseRates
{
    /// <summary>Writes the solved rates of a society.</summary>
    public static void Save(SocietyTables society, BinaryWriter writer)
    {
        writer.Write(Names(society));
        writer.Write(Digest(society));
        foreach (var rate in society.Conducts.BasePerWeek)
        {
            writer.Write(rate);
        }
        writer.Write(society.Living.ApplicationPerWeek);
    }

    /// <summary>Takes solved rates over instead of solving them.</summary>
    /// <exception cref="InvalidDataException">They are damaged, or another society's; the tables are as they were.</exception>
    public static void Load(SocietyTables society, BinaryReader reader)
    {
        try
        {
            if (reader.ReadUInt64() != Names(society))
            {
                throw new InvalidDataException("These base rates belong to a society with other conducts.");
            }
            var digest = reader.ReadUInt64();
            var rates = new double[society.Conducts.Count];
            for (var k = 0; k < rates.Length; k++)
            {
                rates[k] = reader.ReadDouble();
            }
            var applications = reader.ReadDouble();
            if (Digest(rates, applications) != digest)
            {
                throw new InvalidDataException("These base rates are damaged.");
            }
            rates.CopyTo(society.Conducts.BasePerWeek, 0);
            society.Living.ApplicationPerWeek = applications;
        }
        catch (EndOfStreamException damage)
        {
            throw new InvalidDataException("These base rates are cut short.", damage);
        }
    }

    private static ulong Names(SocietyTables society) =>
        Kernel.Digest.Of(Encoding.UTF8.GetBytes(string.Join('\n', society.Conducts.Ids)));

    private static ulong Digest(SocietyTables society) => Digest(society.Conducts.BasePerWeek, society.Living.ApplicationPerWeek);

    private static ulong Digest(double[] rates, double applications) =>
        Kernel.Digest.Combine(Kernel.Digest.Of<double>(rates), (ulong)BitConverter.DoubleToInt64Bits(applications));
}

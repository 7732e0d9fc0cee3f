using Glasshouse.Societies;

namespace Glasshouse.Engine;

/// <content>Rates once solved can be kept beside a run: a replay then begins at once.</content>
public static partial class BaseRates
{
    /// <summary>Writes the solved rates of a society.</summary>
    public static void Save(SocietyTables society, BinaryWriter writer)
    {
        writer.Write(society.Conducts.Count);
        foreach (var rate in society.Conducts.BasePerWeek)
        {
            writer.Write(rate);
        }
        writer.Write(society.Living.ApplicationPerWeek);
        writer.Write(society.Living.Careers.Scale);
        writer.Write(society.Living.StartDefaulted);
    }

    /// <summary>Gives a society the solved rates of another one with the same conducts.</summary>
    public static void Carry(SocietyTables from, SocietyTables to)
    {
        from.Conducts.BasePerWeek.CopyTo(to.Conducts.BasePerWeek.AsSpan());
        to.Living.ApplicationPerWeek = from.Living.ApplicationPerWeek;
        to.Living.Careers.Scale = from.Living.Careers.Scale;
        to.Living.StartDefaulted = from.Living.StartDefaulted;
    }

    /// <summary>Takes over rates solved earlier for the same society.</summary>
    /// <exception cref="FormatException">They belong to a society with other conducts.</exception>
    public static void Load(SocietyTables society, BinaryReader reader)
    {
        var rates = society.Conducts.BasePerWeek;
        if (reader.ReadInt32() != rates.Length)
        {
            throw new FormatException("Base rates of another society.");
        }
        for (var k = 0; k < rates.Length; k++)
        {
            rates[k] = reader.ReadDouble();
        }
        society.Living.ApplicationPerWeek = reader.ReadDouble();
        society.Living.Careers.Scale = reader.ReadDouble();
        society.Living.StartDefaulted = reader.ReadDouble();
    }
}

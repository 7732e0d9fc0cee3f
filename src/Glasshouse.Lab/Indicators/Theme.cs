namespace Glasshouse.Lab.Indicators;

/// <summary>What an indicator is about; the order is the order on every page.</summary>
public enum Theme
{
    Order,
    Promises,
    Mood,
    Punished,
    Voice,
    Work,
    Doors,
    Files,
    Grades,
    Redress,
    Risk,
    Reported,
}

/// <summary>The themes in words.</summary>
public static class Themes
{
    /// <summary>The heading of a theme.</summary>
    public static string Heading(this Theme theme) => theme switch
    {
        Theme.Order => "Order and care for others",
        Theme.Promises => "Promises kept",
        Theme.Mood => "Trust and mood",
        Theme.Punished => "Under a penalty, by cause",
        Theme.Voice => "What people think and what they say",
        Theme.Work => "Work and credit",
        Theme.Doors => "Doors that open and close",
        Theme.Files => "What is in the file",
        Theme.Grades => "Grades",
        Theme.Redress => "Notice, appeal and repair",
        Theme.Reported => "As the authority would report, and what lies behind it",
        _ => "The chance of being punished, believed and real",
    };
}

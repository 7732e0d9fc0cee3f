namespace Glasshouse.Acting;

/// <summary>Where acts can be seen.</summary>
public enum Channel
{
    /// <summary>Loans, cards, bills, taxes, purchases.</summary>
    Financial,

    /// <summary>Posts, chats, complaints, browsing.</summary>
    Online,

    /// <summary>Streets, neighbourhoods, workplaces.</summary>
    Public,

    /// <summary>Police, courts, inspection, offices.</summary>
    Legal,
}

namespace Glasshouse.Recording;

/// <summary>What falls due in the agenda of the dossiers.</summary>
public enum Due : byte
{
    /// <summary>A record's term ends; the datum is its number.</summary>
    Expiry,

    /// <summary>An appeal may be decided, and joins the line; the datum is the record's number.</summary>
    Appeal,

    /// <summary>Continuing conduct is assessed again by the rule that caught it; the datum packs rule, level and weeks left.</summary>
    Unit,

    /// <summary>The subject looks into the file and finds a record that it was not told of; the datum is the record's number.</summary>
    Look,

    /// <summary>A record that was lifted is reported anew; the datum is its number.</summary>
    Return,
}

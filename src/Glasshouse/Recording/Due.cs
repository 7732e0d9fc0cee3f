namespace Glasshouse.Recording;

/// <summary>What falls due in the agenda of the dossiers.</summary>
public enum Due : byte
{
    /// <summary>A record's term ends; the datum is its number.</summary>
    Expiry,

    /// <summary>An appeal is decided; the datum is the record's number.</summary>
    Appeal,

    /// <summary>Continuing conduct is assessed again; the datum packs conduct, level and weeks left.</summary>
    Unit,
}

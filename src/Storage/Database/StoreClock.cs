namespace Tthc.Storage.Database;

/// <summary>Which time a store's instants are in.</summary>
public enum StoreClock
{
    /// <summary>The time of the world.</summary>
    Real = 1,

    /// <summary>A time that is set by hand, for trials and training.</summary>
    Simulated = 2,
}

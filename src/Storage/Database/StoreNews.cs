namespace Tthc.Storage.Database;

/// <summary>What engines that share a store tell each other at once, so that nobody has to look all the time.</summary>
public enum StoreNews
{
    /// <summary>Events were committed.</summary>
    Events,

    /// <summary>Rules were published, or took force.</summary>
    Rules,
}

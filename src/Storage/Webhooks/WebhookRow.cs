namespace Tthc.Storage.Webhooks;

/// <summary>A subscriber that the feed is posted to.</summary>
public sealed record WebhookRow
{
    /// <summary>Name given by whoever made it.</summary>
    public required string Id { get; init; }

    /// <summary>Where it is posted.</summary>
    public required string Url { get; init; }

    /// <summary>The key that signs.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>Which events are wanted, as the engine wrote it.</summary>
    public required string Filter { get; init; }

    /// <summary>The last position that was delivered, given up or not wanted.</summary>
    public required long Position { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>By whom.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>How often the delivery that is due has failed.</summary>
    public int Tries { get; init; }

    /// <summary>When it is tried again; null: at once.</summary>
    public DateTimeOffset? AgainAt { get; init; }

    /// <summary>Since when it has been failing; null: it is not.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Why it failed last; empty: it did not.</summary>
    public string LastError { get; init; } = "";
}

/// <summary>A delivery that was given up.</summary>
/// <param name="WebhookId">Of which subscriber.</param>
/// <param name="After">The position before it.</param>
/// <param name="Through">The last position of it.</param>
/// <param name="Since">When it was given up.</param>
/// <param name="Tries">After so many tries.</param>
/// <param name="Reason">Why the last of them failed.</param>
public sealed record DeadDeliveryRow(string WebhookId, long After, long Through, DateTimeOffset Since, int Tries, string Reason);

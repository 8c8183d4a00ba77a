using System.Collections.Immutable;
using System.Data.Common;
using Tthc.Storage.Database;

namespace Tthc.Storage.Tallies;

/// <summary>Counts over many dossiers that rules ask for: an officer's and an agency's month.</summary>
public sealed class TallyStore(Store store)
{
    /// <summary>What an officer ended, as recorded: dossiers settled or returned.</summary>
    /// <param name="actor">The officer.</param>
    /// <param name="agency">The agency for which the officer acted.</param>
    /// <param name="span">Which time is counted.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<OfficerTallyRow> OfficerAsync(string actor, string agency, TallySpan span, CancellationToken cancellation = default) =>
        store.ReadAsync(
            async source => (await source.QueryAsync(
                TallySql.Officer,
                ("@minute", Instants.ToMicroseconds(span.Now.AddMinutes(-1))),
                ("@offset", Microseconds(span.Offset)),
                ("@actor", actor),
                ("@agency", agency),
                ("@since", Instants.ToMicroseconds(span.Since)),
                ("@now", Instants.ToMicroseconds(span.Now))).OneAsync(r => new OfficerTallyRow(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2))))!,
            cancellation);

    /// <summary>What an agency that decides dossiers ended, and what it has open beyond the day of its appointment.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="span">Which time is counted.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<AgencyTallyRow> AgencyAsync(string agency, TallySpan span, CancellationToken cancellation = default) =>
        store.ReadAsync(source => ReadAgencyAsync(source, agency, span), cancellation);

    /// <summary>How many dossiers stand in which status at which agency that decides them, and how many of them are open beyond the day of their appointment.</summary>
    /// <param name="agency">One agency; null: all.</param>
    /// <param name="midnight">The moment at which the present day began.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<ImmutableArray<StatusTallyRow>> ByStatusAsync(string? agency, DateTimeOffset midnight, CancellationToken cancellation = default) =>
        store.ReadAsync(source => ReadByStatusAsync(source, agency, midnight), cancellation);

    private static async ValueTask<ImmutableArray<StatusTallyRow>> ReadByStatusAsync(StoreSession source, string? agency, DateTimeOffset midnight)
    {
        var overdue = (await source.QueryAsync(TallySql.OverdueByStatus, ("@today", Instants.ToMicroseconds(midnight)), ("@agency", agency))
            .AllAsync(r => (Key: (r.GetString(0), r.GetInt32(1)), Count: r.GetInt64(2)))).ToDictionary(r => r.Key, r => r.Count);
        var all = agency is null ? await source.QueryAsync(TallySql.ByStatus).AllAsync(Read) : await source.QueryAsync(TallySql.ByStatusOfAgency, ("@agency", agency)).AllAsync(Read);
        return [.. all.OrderBy(r => r.Agency, StringComparer.Ordinal).ThenBy(r => r.Status)];

        StatusTallyRow Read(DbDataReader r) => new(r.GetString(0), r.GetInt32(1), r.GetInt64(2), overdue.GetValueOrDefault((r.GetString(0), r.GetInt32(1))));
    }

    private static async ValueTask<AgencyTallyRow> ReadAgencyAsync(StoreSession source, string agency, TallySpan span)
    {
        var ended = (await source.QueryAsync(
            TallySql.Ended,
            ("@offset", Microseconds(span.Offset)),
            ("@agency", agency),
            ("@since", Instants.ToMicroseconds(span.Since)),
            ("@now", Instants.ToMicroseconds(span.Now))).OneAsync(r => new AgencyTallyRow(r.GetInt64(0), r.GetInt64(1), 0)))!;
        var midnight = new DateTimeOffset(span.Now.ToOffset(span.Offset).Date, span.Offset);
        return (await source.QueryAsync(TallySql.Overdue, ("@agency", agency), ("@today", Instants.ToMicroseconds(midnight)))
            .OneAsync(r => ended with { OpenOverdue = r.GetInt64(0) }))!;
    }

    private static long Microseconds(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;
}

/// <summary>The time that is counted.</summary>
/// <param name="Since">Its beginning: the first moment of the month.</param>
/// <param name="Now">Its end.</param>
/// <param name="Offset">Offset of local time, by which days are told apart.</param>
public readonly record struct TallySpan(DateTimeOffset Since, DateTimeOffset Now, TimeSpan Offset);

/// <summary>An officer's month.</summary>
/// <param name="WithinMinute">Dossiers ended within the last minute of the time.</param>
/// <param name="Ended">Dossiers ended.</param>
/// <param name="Late">Of them after the day of their appointment.</param>
public sealed record OfficerTallyRow(long WithinMinute, long Ended, long Late);

/// <summary>An agency's month.</summary>
/// <param name="Ended">Dossiers ended in it.</param>
/// <param name="Late">Of them after the day of their appointment.</param>
/// <param name="OpenOverdue">Dossiers open now whose day of appointment is over, paused ones too.</param>
public sealed record AgencyTallyRow(long Ended, long Late, long OpenOverdue);

/// <summary>Dossiers of an agency in a status.</summary>
/// <param name="Agency">The agency that decides them.</param>
/// <param name="Status">The status.</param>
/// <param name="Dossiers">How many.</param>
/// <param name="Overdue">Of them open beyond the day of their appointment, paused ones too.</param>
public sealed record StatusTallyRow(string Agency, int Status, long Dossiers, long Overdue);

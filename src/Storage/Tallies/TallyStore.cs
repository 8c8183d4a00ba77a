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

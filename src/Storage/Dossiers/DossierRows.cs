using System.Data.Common;
using Tthc.Storage.Database;

namespace Tthc.Storage.Dossiers;

/// <summary>From the columns of <see cref="DossierSql"/> to rows.</summary>
internal static class DossierRows
{
    public static RecordedEvent ReadEvent(DbDataReader reader) =>
        new(reader.GetInt64(0), reader.GetInt64(1), reader.Text(2), new EventRow
        {
            Sequence = reader.GetInt32(3),
            Kind = reader.GetString(4),
            RecordedAt = reader.Instant(5),
            OccurredAt = reader.Instant(6),
            Actor = reader.GetString(7),
            ActorAgency = reader.GetString(8),
            ProcedureRevisionId = reader.GetInt64(9),
            Payload = reader.GetFieldValue<byte[]>(10),
        });

    public static DossierRow Read(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Code = reader.Text(1),
        FilingCode = reader.Text(2),
        Version = reader.GetInt32(3),
        ProcedureCode = reader.GetString(4),
        ProcedureRevisionId = reader.GetInt64(5),
        CaseKey = reader.Text(6),
        Agency = reader.GetString(7),
        CompetentAgency = reader.GetString(8),
        Status = reader.GetInt32(9),
        Channel = reader.GetInt32(10),
        SubmittedAt = reader.InstantOrNull(11),
        ReceivedAt = reader.InstantOrNull(12),
        DueAt = reader.InstantOrNull(13),
        OriginalDueAt = reader.InstantOrNull(14),
        EndedAt = reader.InstantOrNull(15),
        ClockPaused = reader.GetInt64(16) != 0,
        ParentId = reader.IsDBNull(17) ? null : reader.GetInt64(17),
        State = reader.GetFieldValue<byte[]>(18),
    };
}

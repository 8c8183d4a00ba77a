using System.Data.Common;
using Tthc.Storage.Database;

namespace Tthc.Storage.Rules;

/// <summary>From the columns of the rule queries to rows.</summary>
internal static class RuleRows
{
    private const int PublicationInRevision = 8;

    /// <summary>Where a revision's source stands when it is read with it.</summary>
    public const int SourceColumn = PublicationInRevision + 8;

    public static RuleBundleRow Bundle(DbDataReader reader) =>
        new(reader.GetInt64(0), reader.GetString(1), reader.Instant(2), reader.GetString(3), reader.GetString(4));

    public static RevisionRow Revision(DbDataReader reader) =>
        new(reader.GetInt64(0), reader.GetString(1), Instants.ToDate(reader.GetString(2)), reader.GetInt32(3), reader.GetString(4), reader.GetString(5), reader.Instant(6))
        {
            BaseNumber = reader.IsDBNull(7) ? null : reader.GetInt32(7),
            Publication = reader.IsDBNull(PublicationInRevision) ? null : Publication(reader, PublicationInRevision),
        };

    public static PublicationRow Publication(DbDataReader reader, int first) => new(
        reader.GetInt64(first), reader.Instant(first + 1), reader.GetString(first + 2), reader.GetString(first + 3), reader.GetString(first + 4),
        reader.Text(first + 5) is { } day ? Instants.ToDate(day) : null, reader.IsDBNull(first + 6) ? null : reader.GetInt64(first + 6));

    public static byte[]? BodyHash(DbDataReader reader) => reader.IsDBNull(7) ? null : reader.GetFieldValue<byte[]>(7);

    public static PendingChange Change(DbDataReader reader) =>
        new(new RuleFileChange(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<byte[]>(1)), reader.GetInt64(2) != 0);
}

namespace Tthc.Storage.Dossiers.Sqlite;

/// <summary>A unit met a version conflict after it had written: what it wrote must go. Never leaves the commit.</summary>
internal sealed class LostAfterWritingException(VersionConflict conflict) : Exception
{
    public VersionConflict Conflict { get; } = conflict;
}

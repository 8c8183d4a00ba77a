using Tthc.Storage.Database.Sqlite;

namespace Tthc.Storage.Dossiers.Sqlite;

/// <summary>Writes the rows of one dossier on the writing connection.</summary>
internal sealed class DossierStatements(SqliteStore store)
{
    private readonly Statement _version = store.Prepare(CommitSql.CurrentVersion);
    private readonly Statement _insert = store.Prepare(CommitSql.InsertDossier);
    private readonly Statement _progress = store.Prepare(CommitSql.ProgressDossier);
    private readonly Statement _progressAndDeadline = store.Prepare(CommitSql.ProgressDossierAndDeadline);
    private readonly Statement _replace = store.Prepare(CommitSql.ReplaceDossier);
    private readonly Statement _replaceAndDeadline = store.Prepare(CommitSql.ReplaceDossierAndDeadline);
    private readonly Statement _event = store.Prepare(CommitSql.InsertEvent);
    private readonly Statement _deleteWorkItem = store.Prepare(CommitSql.DeleteWorkItem);
    private readonly Statement _moveWorkItem = store.Prepare(CommitSql.MoveWorkItem);
    private readonly Statement _putWorkItem = store.Prepare(CommitSql.PutWorkItem);

    public int CurrentVersion(long dossierId) => (int)(_version.Bind(1, dossierId).ReadInt64() ?? 0);

    /// <summary>Writes the row and its deadline if the dossier still stands at the version expected; else nothing.</summary>
    public bool TryClaim(DossierWrite write)
    {
        if (write.ExpectedVersion == 0)
            return BindDeadline(BindRow(_insert, write.Row), write).Execute() == 1;
        return write.DeadlineChanged
            ? BindDeadline(BindGuarded(_progressAndDeadline, write), write).Execute() == 1
                || BindDeadline(BindGuarded(_replaceAndDeadline, write), write).Execute() == 1
            : BindGuarded(_progress, write).Execute() == 1
                || BindGuarded(_replace, write).Execute() == 1;
    }

    /// <summary>Writes what hangs on a claimed dossier and gives the feed position of its last event.</summary>
    public long WriteRest(DossierWrite write, long position)
    {
        var id = write.Row.Id;
        foreach (var row in write.Events)
            InsertEvent(id, row, ++position);
        foreach (var token in write.RemovedTokens)
            _deleteWorkItem.Bind(1, id).Bind(2, token).Execute();
        foreach (var item in write.WorkItems)
            PutWorkItem(id, item);
        return position;
    }

    private static Statement BindGuarded(Statement statement, DossierWrite write) =>
        BindRow(statement, write.Row).Bind(20, write.ExpectedVersion);

    private static Statement BindDeadline(Statement statement, DossierWrite write) =>
        statement.Bind(21, write.Deadline?.DueAt).Bind(22, write.Deadline?.Name);

    private static Statement BindRow(Statement statement, DossierRow row) => statement
        .Bind(1, row.Id)
        .Bind(2, row.Version)
        .Bind(3, row.Status)
        .Bind(4, row.ClockPaused ? 1 : 0)
        .Bind(5, row.Channel)
        .Bind(6, row.ProcedureRevisionId)
        .Bind(7, row.ProcedureCode)
        .Bind(8, row.CompetentAgency)
        .Bind(9, row.CaseKey)
        .Bind(10, row.OriginalDueAt)
        .Bind(11, row.State)
        .Bind(12, row.Agency)
        .Bind(13, row.Code)
        .Bind(14, row.FilingCode)
        .Bind(15, row.SubmittedAt)
        .Bind(16, row.ReceivedAt)
        .Bind(17, row.DueAt)
        .Bind(18, row.EndedAt)
        .Bind(19, row.ParentId);

    private void InsertEvent(long dossierId, EventRow row, long position) => _event
        .Bind(1, position)
        .Bind(2, dossierId)
        .Bind(3, row.Sequence)
        .Bind(4, row.RecordedAt)
        .Bind(5, row.OccurredAt)
        .Bind(6, row.ProcedureRevisionId)
        .Bind(7, row.Kind)
        .Bind(8, row.Actor)
        .Bind(9, row.ActorAgency)
        .Bind(10, row.Payload)
        .Execute();

    private void PutWorkItem(long dossierId, WorkItemRow item)
    {
        if (Bind(_moveWorkItem, dossierId, item).Execute() == 0)
            Bind(_putWorkItem, dossierId, item).Execute();
    }

    private static Statement Bind(Statement statement, long dossierId, WorkItemRow item) => statement
        .Bind(1, item.Agency)
        .Bind(2, dossierId)
        .Bind(3, item.Token)
        .Bind(4, item.Step)
        .Bind(5, item.Unit)
        .Bind(6, item.Role)
        .Bind(7, item.Officer)
        .Bind(8, item.ArrivedAt)
        .Bind(9, item.DueAt);
}

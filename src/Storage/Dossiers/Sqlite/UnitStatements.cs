using Tthc.Storage.Database;
using Tthc.Storage.Database.Sqlite;

namespace Tthc.Storage.Dossiers.Sqlite;

/// <summary>Writes what belongs to a unit as a whole: its request, its signals, its running numbers.</summary>
internal sealed class UnitStatements(SqliteStore store)
{
    private readonly Statement _findRequest = store.Prepare(CommitSql.FindRequest);
    private readonly Statement _insertRequest = store.Prepare(CommitSql.InsertRequest);
    private readonly Statement _insertSignal = store.Prepare(CommitSql.InsertSignal);
    private readonly Statement _deleteSignal = store.Prepare(CommitSql.DeleteSignal);
    private readonly Statement _nextInSeries = store.Prepare(CommitSql.NextInSeries);
    private readonly Statement _lastInSeries = store.Prepare(CommitSql.LastInSeries);

    public RequestRow? FindRequest(string requestId)
    {
        if (!_findRequest.Bind(1, requestId).Read())
            return null;
        var row = new RequestRow(
            requestId, _findRequest.Blob(2), _findRequest.Int64(0), (int)_findRequest.Int64(1));
        _findRequest.Reset();
        return row;
    }

    public void InsertRequest(RequestRow row) => _insertRequest
        .Bind(1, row.RequestId)
        .Bind(2, row.BodyHash)
        .Bind(3, row.DossierId)
        .Bind(4, row.Version)
        .Execute();

    public void InsertSignal(SignalRow row) => _insertSignal
        .Bind(1, row.Id)
        .Bind(2, row.TargetDossierId)
        .Bind(3, row.Kind)
        .Bind(4, row.Payload)
        .Execute();

    public bool TryConsumeSignal(string id) => _deleteSignal.Bind(1, id).Execute() == 1;

    /// <summary>Draws the next running number; it is given back when the transaction or the unit is rolled back.</summary>
    public int DrawNumber(CodeRequest code)
    {
        var day = Instants.ToText(code.Date);
        Bind(_nextInSeries, code, day).Execute();
        return (int)Bind(_lastInSeries, code, day).ReadInt64()!.Value;
    }

    private static Statement Bind(Statement statement, CodeRequest code, string day) =>
        statement.Bind(1, code.Agency).Bind(2, day).Bind(3, (long)code.Series);
}

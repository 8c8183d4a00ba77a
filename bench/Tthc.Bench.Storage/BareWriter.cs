using System.Text;
using SQLitePCL;
using Tthc.Storage.Dossiers;

namespace Tthc.Bench.Storage;

/// <summary>The ceiling: prepared statements straight on SQLite, the same rows in the same batches, nothing checked.</summary>
internal sealed class BareWriter : IBatchWriter
{
    private readonly sqlite3 _database;
    private readonly Dictionary<string, sqlite3_stmt> _statements = new(StringComparer.Ordinal);
    private readonly byte[] _text = new byte[512];
    private readonly sqlite3_stmt _begin;
    private readonly sqlite3_stmt _commit;
    private readonly sqlite3_stmt _writeHead;
    private long _position;

    public BareWriter(sqlite3 database)
    {
        _database = database;
        _begin = Prepare("begin immediate");
        _commit = Prepare("commit");
        _writeHead = Prepare(BareStatements.WriteHead);
        var head = Prepare(BareStatements.ReadHead);
        _ = raw.sqlite3_step(head);
        _position = raw.sqlite3_column_int64(head, 0);
        head.Dispose();
    }

    public void Write(CommitUnit[] batch)
    {
        Run(_begin);
        foreach (var unit in batch)
            Write(unit);
        Check(raw.sqlite3_bind_int64(_writeHead, 1, _position));
        Run(_writeHead);
        Run(_commit);
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values.Append(_begin).Append(_commit).Append(_writeHead))
            statement.Dispose();
    }

    private void Write(CommitUnit unit)
    {
        var write = unit.Writes[0];
        var row = write.Row;
        var added = write.Events[0];
        var item = write.WorkItems[0];
        var request = unit.Request!;

        var s = Statement(BareStatements.Dossier);
        Bind(s, 1, row.Id);
        Bind(s, 2, row.Version);
        Bind(s, 3, row.Status);
        Bind(s, 4, row.ClockPaused ? 1 : 0);
        Bind(s, 5, row.ProcedureRevisionId);
        Bind(s, 6, row.State);
        Bind(s, 7, write.ExpectedVersion);
        Bind(s, 8, BareStatements.Micros(write.Deadline!.DueAt));
        Bind(s, 9, write.Deadline.Name);
        Run(s);

        s = Statement(BareStatements.Event);
        Bind(s, 1, ++_position);
        Bind(s, 2, row.Id);
        Bind(s, 3, added.Sequence);
        Bind(s, 4, BareStatements.Micros(added.RecordedAt));
        Bind(s, 5, BareStatements.Micros(added.OccurredAt));
        Bind(s, 6, added.ProcedureRevisionId);
        Bind(s, 7, added.Kind);
        Bind(s, 8, added.Actor);
        Bind(s, 9, added.ActorAgency);
        Bind(s, 10, added.Payload);
        Run(s);

        s = Statement(BareStatements.WorkItem);
        Bind(s, 1, item.Agency);
        Bind(s, 2, row.Id);
        Bind(s, 3, item.Token);
        Bind(s, 4, item.Step);
        Bind(s, 5, item.Unit);
        Bind(s, 6, item.Role);
        Bind(s, 7, item.Officer);
        Bind(s, 8, BareStatements.Micros(item.ArrivedAt));
        Bind(s, 9, BareStatements.Micros(item.DueAt!.Value));
        Run(s);

        s = Statement(BareStatements.Request);
        Bind(s, 1, request.RequestId);
        Bind(s, 2, request.BodyHash);
        Bind(s, 3, request.DossierId);
        Bind(s, 4, request.Version);
        Run(s);
    }

    private sqlite3_stmt Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements.Add(sql, statement = Prepare(sql));
        return statement;
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return statement;
    }

    private void Bind(sqlite3_stmt statement, int index, long value) =>
        Check(raw.sqlite3_bind_int64(statement, index, value));

    private void Bind(sqlite3_stmt statement, int index, byte[] value) =>
        Check(raw.sqlite3_bind_blob(statement, index, value));

    private void Bind(sqlite3_stmt statement, int index, string? value) => Check(value is null
        ? raw.sqlite3_bind_null(statement, index)
        : raw.sqlite3_bind_text(statement, index, _text.AsSpan(0, Encoding.UTF8.GetBytes(value, _text))));

    private void Run(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        Check(code == raw.SQLITE_DONE ? raw.SQLITE_OK : code);
        raw.sqlite3_reset(statement);
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw new InvalidOperationException($"SQLite {code}: {raw.sqlite3_errmsg(_database).utf8_to_string()}");
    }
}

using System.Text;
using SQLitePCL;

namespace Tthc.Storage.Database.Sqlite;

/// <summary>
/// A prepared statement of the writing connection, used over and over by one thread at a time.
/// </summary>
/// <remarks>
/// Straight on the driver's functions: an ADO.NET command binds by name and builds a reader for each execution, and
/// a step of a dossier executes eight statements (bench/Tthc.Bench.Storage shows the difference).
/// </remarks>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _handle;
    private readonly string _file;
    private readonly byte[] _text = new byte[512];

    public Statement(sqlite3 database, string sql, string file)
    {
        _database = database;
        _file = file;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _handle));
    }

    public Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(_handle, index, value));
        return this;
    }

    public Statement Bind(int index, long? value)
    {
        Check(value is { } some ? raw.sqlite3_bind_int64(_handle, index, some) : raw.sqlite3_bind_null(_handle, index));
        return this;
    }

    public Statement Bind(int index, DateTimeOffset value) => Bind(index, Instants.ToMicroseconds(value));

    public Statement Bind(int index, DateTimeOffset? value) => Bind(index, Instants.ToMicroseconds(value));

    public Statement Bind(int index, string? value)
    {
        if (value is null)
            Check(raw.sqlite3_bind_null(_handle, index));
        else if (value.Length is > 0 and <= 128)
            // At most three bytes a UTF-16 unit, so it fits; the driver copies it before returning.
            Check(raw.sqlite3_bind_text(_handle, index, _text.AsSpan(0, Encoding.UTF8.GetBytes(value, _text))));
        else
            // An empty span would be bound as null.
            Check(raw.sqlite3_bind_text(_handle, index, value));
        return this;
    }

    public Statement Bind(int index, byte[] value)
    {
        Check(value.Length == 0
            ? raw.sqlite3_bind_zeroblob(_handle, index, 0)
            : raw.sqlite3_bind_blob(_handle, index, value));
        return this;
    }

    /// <summary>Runs a statement that returns no rows and gives the number of rows it changed.</summary>
    public int Execute()
    {
        var code = raw.sqlite3_step(_handle);
        if (code != raw.SQLITE_DONE)
            throw Failed(code);
        raw.sqlite3_reset(_handle);
        return raw.sqlite3_changes(_database);
    }

    /// <summary>Goes to the next row; at the end the statement is ready to run again.</summary>
    public bool Read()
    {
        var code = raw.sqlite3_step(_handle);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
            throw Failed(code);
        raw.sqlite3_reset(_handle);
        return false;
    }

    /// <summary>The first column of the only row; null when there is none.</summary>
    public long? ReadInt64()
    {
        if (!Read())
            return null;
        var value = raw.sqlite3_column_int64(_handle, 0);
        raw.sqlite3_reset(_handle);
        return value;
    }

    public long Int64(int column) => raw.sqlite3_column_int64(_handle, column);

    public byte[] Blob(int column) => raw.sqlite3_column_blob(_handle, column).ToArray();

    public void Reset() => raw.sqlite3_reset(_handle);

    public void Dispose() => _handle.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw Failed(code);
    }

    private StorageException Failed(int code)
    {
        // The message belongs to the last call, so it is read before the reset, which would replace it.
        var error = SqliteErrors.From(code, raw.sqlite3_errmsg(_database).utf8_to_string(), _file);
        if (_handle is { IsInvalid: false })
            raw.sqlite3_reset(_handle);
        return error;
    }
}

using Microsoft.Data.Sqlite;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Sqlite;
using Tthc.Storage.Dossiers;
using Xunit;

namespace Tthc.Storage.Tests.Database;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("deep/er/store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Makes_a_missing_folder_and_finds_what_was_committed_after_opening_again()
    {
        StoreMeta first;
        using (var file = Open())
        {
            first = file.Meta;
            await new DossierStore(file).CommitAsync([Rows.New(1)]);
        }

        using var again = Open();
        Assert.Equal(first, again.Meta);
        Assert.Equal(Migration.Sqlite[^1].Number, first.SchemaVersion);
        Assert.NotNull(await new DossierStore(again).LoadAsync(1));
    }

    [Theory]
    [InlineData("pragma page_size", 2048L)]
    [InlineData("pragma synchronous", 2L)]
    [InlineData("pragma journal_mode", "wal")]
    [InlineData("pragma foreign_keys", 1L)]
    [InlineData("pragma application_id", 0x54544843L)]
    public async Task Writes_durably_with_the_settings_measured(string pragma, object expected)
    {
        using var file = Open();

        Assert.Equal(expected, await file.WriteAsync(session => session.QueryAsync(pragma).ScalarAsync(), default));
    }

    [Fact]
    public void Says_which_process_owns_a_store_in_use()
    {
        using var owner = Open();

        var e = Assert.Throws<StoreInUseException>(Open);

        Assert.Equal(Path, e.File);
        Assert.Equal(Environment.ProcessId, e.ProcessId);
        Assert.Contains(Path, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_up_ownership_when_opening_fails()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, new string('x', 5000));
        Assert.Throws<NotAStoreException>(Open);

        File.Delete(Path);
        Open().Dispose();
    }

    [Fact]
    public void Refuses_a_folder_that_cannot_be_made()
    {
        File.WriteAllText(_folder.File("deep"), "a file stands where the folder should be");

        var e = Assert.Throws<StorageUnavailableException>(Open);

        Assert.Contains(Path, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_the_database_of_another_program_and_leaves_it_alone()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        Run(Path, "create table theirs (a)");
        var before = File.ReadAllBytes(Path);

        Assert.Throws<NotAStoreException>(Open);

        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    [Fact]
    public void Refuses_a_store_of_a_newer_engine()
    {
        Open().Dispose();
        Run(Path, "insert into schema_migration values (9999, '9999-later', 'x', 0)");

        var e = Assert.Throws<NewerSchemaException>(Open);

        Assert.Equal((9999, Migration.Sqlite[^1].Number), (e.Found, e.Known));
    }

    [Fact]
    public void Refuses_a_store_that_went_through_another_version_of_a_migration()
    {
        Open().Dispose();
        Run(Path, "update schema_migration set checksum = 'other' where number = 2");

        Assert.Equal("0002-rules", Assert.Throws<MigrationChangedException>(Open).Migration);
    }

    [Fact]
    public void Applies_the_migrations_that_are_missing()
    {
        Open().Dispose();
        Run(Path, "delete from schema_migration where number = 4; drop table rule_sweep;");

        using var file = Open();

        Assert.Equal(Migration.Sqlite[^1].Number, file.Meta.SchemaVersion);
    }

    [Fact]
    public void Refuses_the_other_clock()
    {
        Open().Dispose();

        var e = Assert.Throws<ClockMismatchException>(
            () => SqliteStore.Open(new SqliteOptions { Path = Path, Clock = StoreClock.Simulated }));

        Assert.Equal((StoreClock.Real, StoreClock.Simulated), (e.Stored, e.Asked));
    }

    [Fact]
    public void Refuses_a_damaged_file()
    {
        Open().Dispose();
        using (var stream = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite))
        {
            // Past the header, so that the file still claims to be a database of ours.
            stream.Position = 100;
            stream.Write(new byte[20_000]);
        }

        Assert.Throws<StorageCorruptException>(Open);
    }

    [Theory]
    [InlineData("update event set kind = 'other'")]
    [InlineData("delete from event")]
    [InlineData("pragma recursive_triggers = on; insert or replace into event select * from event")]
    public async Task Never_changes_an_event(string sql)
    {
        using (var file = Open())
            await new DossierStore(file).CommitAsync([Rows.New(1)]);

        var e = Assert.Throws<SqliteException>(() => Run(Path, sql));

        Assert.Contains("append-only", e.Message, StringComparison.Ordinal);
    }

    private SqliteStore Open() => SqliteStore.Open(new SqliteOptions { Path = Path });

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

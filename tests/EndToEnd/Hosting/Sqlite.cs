using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tthc.EndToEnd.Hosting;

/// <summary>Looks into a store behind the engine's back, while no engine runs.</summary>
internal static class Sqlite
{
    static Sqlite() => Batteries_V2.Init();

    public static void Run(string path, string sql) => Scalar(path, sql);

    public static object? Scalar(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

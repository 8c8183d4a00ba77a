using System.Text.RegularExpressions;

namespace Tthc.Storage.Database;

/// <summary>
/// Where databases differ in the text of a query: named holes <c>{list:name}</c>, <c>{deadlines}</c> and <c>{clock}</c> (the clock of the
/// database, which all engines share, in microseconds) in otherwise shared SQL.
/// </summary>
internal sealed partial class SqlDialect
{
    private readonly string _list;
    private readonly string _deadlines;
    private readonly string _clock;

    private SqlDialect(string list, string deadlines, string clock) => (_list, _deadlines, _clock) = (list, deadlines, clock);

    /// <summary>SQLite has no array parameters: a list goes in as one JSON text. A deadline stands in its dossier's row.</summary>
    public static SqlDialect Sqlite { get; } = new(
        "in (select value from json_each(@${name}))",
        "(select id as dossier_id, deadline_at as due_at, deadline_name as name from dossier where deadline_at is not null)",
        "cast((julianday('now') - 2440587.5) * 86400000000 as integer)");

    /// <summary>PostgreSQL keeps deadlines apart, so that a step leaves the indexes of the dossier alone.</summary>
    public static SqlDialect Postgres { get; } = new("= any(@${name})", "deadline", "(extract(epoch from clock_timestamp()) * 1000000)::bigint");

    /// <summary>Fills the holes of a constant text; done once, when a store is made.</summary>
    public string Fill(string sql) =>
        ListHole().Replace(sql, _list).Replace("{deadlines}", _deadlines, StringComparison.Ordinal).Replace("{clock}", _clock, StringComparison.Ordinal);

    [GeneratedRegex(@"\{list:(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListHole();
}

using System.Text.RegularExpressions;

namespace Tthc.Storage.Database;

/// <summary>
/// Where databases differ in the text of a query: named holes <c>{list:name}</c> and <c>{deadlines}</c> in otherwise
/// shared SQL.
/// </summary>
internal sealed partial class SqlDialect
{
    private readonly string _list;
    private readonly string _deadlines;

    private SqlDialect(string list, string deadlines) => (_list, _deadlines) = (list, deadlines);

    /// <summary>SQLite has no array parameters: a list goes in as one JSON text. A deadline stands in its dossier's row.</summary>
    public static SqlDialect Sqlite { get; } = new(
        "in (select value from json_each(@${name}))",
        "(select id as dossier_id, deadline_at as due_at, deadline_name as name from dossier where deadline_at is not null)");

    /// <summary>PostgreSQL keeps deadlines apart, so that a step leaves the indexes of the dossier alone.</summary>
    public static SqlDialect Postgres { get; } = new("= any(@${name})", "deadline");

    /// <summary>Fills the holes of a constant text; done once, when a store is made.</summary>
    public string Fill(string sql) =>
        ListHole().Replace(sql, _list).Replace("{deadlines}", _deadlines, StringComparison.Ordinal);

    [GeneratedRegex(@"\{list:(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListHole();
}

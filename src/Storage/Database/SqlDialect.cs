using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tthc.Storage.Database;

/// <summary>
/// Where databases differ in the text of a query: named holes <c>{list:name}</c> in otherwise shared SQL.
/// </summary>
internal sealed partial class SqlDialect
{
    private readonly string _list;
    private readonly Func<object, object> _listValue;

    private SqlDialect(string list, Func<object, object> listValue)
    {
        _list = list;
        _listValue = listValue;
    }

    /// <summary>SQLite has no array parameters: a list goes in as one JSON text.</summary>
    public static SqlDialect Sqlite { get; } =
        new("in (select value from json_each(@${name}))", values => JsonSerializer.Serialize(values));

    /// <summary>Fills the holes of a constant text; done once, when a store is made.</summary>
    public string Fill(string sql) => ListHole().Replace(sql, _list);

    /// <summary>The value of a list parameter; null for an empty list, which filters nothing.</summary>
    public object? List<T>(IReadOnlyCollection<T> values) => values.Count == 0 ? null : _listValue(values);

    [GeneratedRegex(@"\{list:(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListHole();
}

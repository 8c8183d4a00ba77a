using System.Collections.Frozen;

namespace Tthc.RuleLanguage.Checking.Queries;

/// <summary>What a query is given in its brackets.</summary>
internal enum QueryTakes
{
    Nothing,
    OptionalPredicate,
    Predicate,
    Selector,
    ListSelector,
    OptionalNumber,
    OptionalOrdered,
    Key,
    GroupKey,
    Count,
    Element,
    OptionalElement,
    OtherList,
}

/// <summary>A query as it is written.</summary>
/// <param name="Name">Name.</param>
/// <param name="Operator">Operator.</param>
/// <param name="Takes">What stands in its brackets.</param>
internal sealed record QueryForm(string Name, QueryOperator Operator, QueryTakes Takes);

/// <summary>The queries over lists.</summary>
internal static class QueryTable
{
    private static readonly FrozenDictionary<string, QueryForm> s_known = new QueryForm[]
    {
        new("Any", QueryOperator.Any, QueryTakes.OptionalPredicate),
        new("All", QueryOperator.All, QueryTakes.Predicate),
        new("Count", QueryOperator.Count, QueryTakes.OptionalPredicate),
        new("LongCount", QueryOperator.Count, QueryTakes.OptionalPredicate),
        new("Where", QueryOperator.Where, QueryTakes.Predicate),
        new("Select", QueryOperator.Select, QueryTakes.Selector),
        new("SelectMany", QueryOperator.SelectMany, QueryTakes.ListSelector),
        new("First", QueryOperator.First, QueryTakes.OptionalPredicate),
        new("FirstOrDefault", QueryOperator.FirstOrDefault, QueryTakes.OptionalPredicate),
        new("Last", QueryOperator.Last, QueryTakes.OptionalPredicate),
        new("LastOrDefault", QueryOperator.LastOrDefault, QueryTakes.OptionalPredicate),
        new("Single", QueryOperator.Single, QueryTakes.OptionalPredicate),
        new("SingleOrDefault", QueryOperator.SingleOrDefault, QueryTakes.OptionalPredicate),
        new("OrderBy", QueryOperator.OrderBy, QueryTakes.Key),
        new("OrderByDescending", QueryOperator.OrderByDescending, QueryTakes.Key),
        new("ThenBy", QueryOperator.ThenBy, QueryTakes.Key),
        new("ThenByDescending", QueryOperator.ThenByDescending, QueryTakes.Key),
        new("Skip", QueryOperator.Skip, QueryTakes.Count),
        new("Take", QueryOperator.Take, QueryTakes.Count),
        new("Distinct", QueryOperator.Distinct, QueryTakes.Nothing),
        new("Contains", QueryOperator.Contains, QueryTakes.Element),
        new("Sum", QueryOperator.Sum, QueryTakes.OptionalNumber),
        new("Average", QueryOperator.Average, QueryTakes.OptionalNumber),
        new("Min", QueryOperator.Min, QueryTakes.OptionalOrdered),
        new("Max", QueryOperator.Max, QueryTakes.OptionalOrdered),
        new("GroupBy", QueryOperator.GroupBy, QueryTakes.GroupKey),
        new("Reverse", QueryOperator.Reverse, QueryTakes.Nothing),
        new("Concat", QueryOperator.Concat, QueryTakes.OtherList),
        new("Except", QueryOperator.Except, QueryTakes.OtherList),
        new("Union", QueryOperator.Union, QueryTakes.OtherList),
        new("Intersect", QueryOperator.Intersect, QueryTakes.OtherList),
        new("DefaultIfEmpty", QueryOperator.DefaultIfEmpty, QueryTakes.OptionalElement),
    }.ToFrozenDictionary(q => q.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that leave a list as it is, or change the type of its elements.</summary>
    private static readonly FrozenSet<string> s_same = new[] { "ToList", "ToArray", "AsEnumerable", "AsQueryable" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => s_known.Values.Select(q => q.Name).Append("ToList").Append("ElementAt").Order(StringComparer.Ordinal);

    /// <summary>The query called so, in any case; null: none.</summary>
    public static QueryForm? Find(string name) => s_known.GetValueOrDefault(name);

    public static bool LeavesAsIs(string name) => s_same.Contains(name);
}

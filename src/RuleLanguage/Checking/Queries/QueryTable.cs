using System.Collections.Frozen;
using Tthc.Text;

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
/// <param name="Description">What it gives.</param>
internal sealed record QueryForm(string Name, QueryOperator Operator, QueryTakes Takes, BilingualText Description)
{
    /// <summary>How it is written.</summary>
    public string Usage => Takes switch
    {
        QueryTakes.Nothing => $"{Name}()",
        QueryTakes.Count => $"{Name}(n)",
        QueryTakes.Element or QueryTakes.OtherList or QueryTakes.OptionalElement => $"{Name}(x)",
        _ => $"{Name}(q => …)",
    };
}

/// <summary>The queries over lists.</summary>
internal static class QueryTable
{
    private static readonly FrozenDictionary<string, QueryForm> s_known = new QueryForm[]
    {
        new("Any", QueryOperator.Any, QueryTakes.OptionalPredicate, new("có phần tử nào (thỏa điều kiện) không", "whether there is any (that the condition holds for)")),
        new("All", QueryOperator.All, QueryTakes.Predicate, new("điều kiện có đúng với mọi phần tử không", "whether the condition holds for all")),
        new("Count", QueryOperator.Count, QueryTakes.OptionalPredicate, new("số phần tử (thỏa điều kiện)", "how many (the condition holds for)")),
        new("LongCount", QueryOperator.Count, QueryTakes.OptionalPredicate, new("số phần tử (thỏa điều kiện)", "how many (the condition holds for)")),
        new("Where", QueryOperator.Where, QueryTakes.Predicate, new("các phần tử thỏa điều kiện", "those the condition holds for")),
        new("Select", QueryOperator.Select, QueryTakes.Selector, new("giá trị lấy từ mỗi phần tử", "what is taken of each")),
        new("SelectMany", QueryOperator.SelectMany, QueryTakes.ListSelector, new("các phần tử của danh sách lấy từ mỗi phần tử", "the elements of the list taken of each")),
        new("First", QueryOperator.First, QueryTakes.OptionalPredicate, new("phần tử đầu; thiếu nếu không có", "the first; missing when there is none")),
        new("FirstOrDefault", QueryOperator.FirstOrDefault, QueryTakes.OptionalPredicate, new("phần tử đầu, hoặc null", "the first, or null")),
        new("Last", QueryOperator.Last, QueryTakes.OptionalPredicate, new("phần tử cuối; thiếu nếu không có", "the last; missing when there is none")),
        new("LastOrDefault", QueryOperator.LastOrDefault, QueryTakes.OptionalPredicate, new("phần tử cuối, hoặc null", "the last, or null")),
        new("Single", QueryOperator.Single, QueryTakes.OptionalPredicate, new("phần tử duy nhất; thiếu nếu không có hoặc có nhiều", "the only one; missing when there is none or several")),
        new("SingleOrDefault", QueryOperator.SingleOrDefault, QueryTakes.OptionalPredicate, new("phần tử duy nhất, hoặc null; thiếu nếu có nhiều", "the only one, or null; missing when there are several")),
        new("OrderBy", QueryOperator.OrderBy, QueryTakes.Key, new("xếp tăng dần", "in ascending order")),
        new("OrderByDescending", QueryOperator.OrderByDescending, QueryTakes.Key, new("xếp giảm dần", "in descending order")),
        new("ThenBy", QueryOperator.ThenBy, QueryTakes.Key, new("xếp tiếp tăng dần", "then in ascending order")),
        new("ThenByDescending", QueryOperator.ThenByDescending, QueryTakes.Key, new("xếp tiếp giảm dần", "then in descending order")),
        new("Skip", QueryOperator.Skip, QueryTakes.Count, new("bỏ một số phần tử đầu", "without the first so many")),
        new("Take", QueryOperator.Take, QueryTakes.Count, new("một số phần tử đầu", "the first so many")),
        new("Distinct", QueryOperator.Distinct, QueryTakes.Nothing, new("mỗi giá trị một lần", "each value once")),
        new("Contains", QueryOperator.Contains, QueryTakes.Element, new("giá trị có trong danh sách không", "whether a value is among them")),
        new("Sum", QueryOperator.Sum, QueryTakes.OptionalNumber, new("tổng; 0 nếu rỗng", "the sum; 0 of none")),
        new("Average", QueryOperator.Average, QueryTakes.OptionalNumber, new("trung bình; thiếu nếu rỗng", "the mean; missing of none")),
        new("Min", QueryOperator.Min, QueryTakes.OptionalOrdered, new("giá trị bé nhất; thiếu nếu rỗng", "the smallest; missing of none")),
        new("Max", QueryOperator.Max, QueryTakes.OptionalOrdered, new("giá trị lớn nhất; thiếu nếu rỗng", "the greatest; missing of none")),
        new("GroupBy", QueryOperator.GroupBy, QueryTakes.GroupKey, new("chia nhóm theo khóa; nhóm có Key", "in groups of one key; a group has a Key")),
        new("Reverse", QueryOperator.Reverse, QueryTakes.Nothing, new("theo thứ tự ngược", "backwards")),
        new("Concat", QueryOperator.Concat, QueryTakes.OtherList, new("nối hai danh sách", "one list after the other")),
        new("Except", QueryOperator.Except, QueryTakes.OtherList, new("phần tử mà danh sách kia không có", "what the other list does not have")),
        new("Union", QueryOperator.Union, QueryTakes.OtherList, new("phần tử có ở một trong hai danh sách, mỗi giá trị một lần", "what either has, each once")),
        new("Intersect", QueryOperator.Intersect, QueryTakes.OtherList, new("phần tử có ở cả hai danh sách", "what both have, each once")),
        new("DefaultIfEmpty", QueryOperator.DefaultIfEmpty, QueryTakes.OptionalElement, new("danh sách, hoặc một giá trị nếu rỗng", "the list, or one value when it is empty")),
    }.ToFrozenDictionary(q => q.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that leave a list as it is, or change the type of its elements.</summary>
    private static readonly FrozenSet<string> s_same = new[] { "ToList", "ToArray", "AsEnumerable", "AsQueryable" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<QueryForm> All => s_known.Values.OrderBy(q => q.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => s_known.Values.Select(q => q.Name).Append("ToList").Append("ElementAt").Order(StringComparer.Ordinal);

    /// <summary>The query called so, in any case; null: none.</summary>
    public static QueryForm? Find(string name) => s_known.GetValueOrDefault(name);

    public static bool LeavesAsIs(string name) => s_same.Contains(name);
}

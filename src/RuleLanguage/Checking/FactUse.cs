namespace Tthc.RuleLanguage.Checking;

/// <summary>What a checked expression depends on.</summary>
public static class FactUse
{
    /// <summary>Whether it reads the evaluation clock itself. Parameters it reads are not followed.</summary>
    public static bool ReadsClock(BoundExpression expression) => BoundTree.All(expression).Any(e => e is BoundClock);

    /// <summary>
    /// The facts it reads, each path once, such as <c>dossier.OriginalDueAt</c>; a fact of the elements of a list stands under the list, such as
    /// <c>steps.IsLate</c>. Parameters are not followed.
    /// </summary>
    public static IEnumerable<string> FactPaths(BoundExpression expression)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        var elements = new Dictionary<Variable, string>(ReferenceEqualityComparer.Instance);
        Collect(expression, paths, elements);
        return paths;
    }

    private static void Collect(BoundExpression expression, SortedSet<string> paths, Dictionary<Variable, string> elements)
    {
        if (expression is BoundQuery { Lambda: { } lambda } query && ListPath(query.Source, elements) is { } list)
            elements[lambda.Parameter] = list;
        if (PathOf(expression, elements) is { Length: > 0 } path)
        {
            paths.Add(path);
            return;
        }
        foreach (var child in BoundTree.Children(expression))
            Collect(child, paths, elements);
    }

    private static string? PathOf(BoundExpression expression, Dictionary<Variable, string> elements) => expression switch
    {
        BoundFacts => "",
        BoundVariable variable => elements.GetValueOrDefault(variable.Variable),
        BoundMember member => PathOf(member.Receiver, elements) switch
        {
            null => null,
            "" => member.Member.Name,
            var outer => $"{outer}.{member.Member.Name}",
        },
        _ => null,
    };

    /// <summary>The list whose elements a query hands on: through filters and orderings, not through selections.</summary>
    private static string? ListPath(BoundExpression source, Dictionary<Variable, string> elements) => source switch
    {
        BoundQuery
        {
            Operator: QueryOperator.Where or QueryOperator.OrderBy or QueryOperator.OrderByDescending or QueryOperator.ThenBy or QueryOperator.ThenByDescending
                or QueryOperator.Skip or QueryOperator.Take or QueryOperator.Distinct or QueryOperator.Reverse,
        } query => ListPath(query.Source, elements),
        _ => PathOf(source, elements),
    };
}

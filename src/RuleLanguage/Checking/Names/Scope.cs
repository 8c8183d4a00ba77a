namespace Tthc.RuleLanguage.Checking.Names;

/// <summary>The queries an expression stands in, innermost first.</summary>
/// <param name="Outer">The scope around; null: none.</param>
/// <param name="Element">Stands for the element of the query; null at the top.</param>
/// <param name="IsNamed">Whether the author gave the element a name; its members are then not known without it.</param>
internal sealed record Scope(Scope? Outer, Variable? Element, bool IsNamed)
{
    public static Scope Top { get; } = new(null, null, false);

    public Scope Within(Variable element, bool isNamed) => new(this, element, isNamed);

    /// <summary>The elements, innermost first.</summary>
    public IEnumerable<Scope> Elements
    {
        get
        {
            for (var scope = this; scope?.Element is not null; scope = scope.Outer)
                yield return scope;
        }
    }
}

using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;

namespace Tthc.RuleLanguage.Evaluation.Compiling;

/// <summary>What a variable is in the code.</summary>
/// <param name="Value">Of the nullable CLR type where <paramref name="State"/> is null and the type is nullable; otherwise without null.</param>
/// <param name="State">0: there; 1: missing; 2: failed. Null: it cannot be missing, or its value tells.</param>
internal sealed record Binding(Expression Value, Expression? State);

/// <summary>Variables in scope.</summary>
internal sealed class Bindings
{
    private readonly Dictionary<Variable, Binding> _known = new(ReferenceEqualityComparer.Instance);

    public Binding this[Variable variable]
    {
        get => _known[variable];
        set => _known[variable] = value;
    }
}

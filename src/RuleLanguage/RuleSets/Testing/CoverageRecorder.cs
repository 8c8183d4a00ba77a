using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.RuleSets.Testing;

/// <summary>
/// Remembers which conditions were true and which false. Conditions are known by their rule and their place in it, since a rule is compiled for each kind of facts.
/// </summary>
internal sealed class CoverageRecorder
{
    private readonly Dictionary<(RuleDefinition Rule, TextSpan Span), (bool True, bool False)> _seen = [];
    private readonly List<(CompiledRule Top, CompiledRule Rule, BoundLeaf Leaf, TextSpan Span)> _conditions = [];
    private readonly HashSet<(RuleDefinition, TextSpan)> _known = [];

    /// <summary>Remembers the conditions of a rule.</summary>
    public void Expect(CompiledRule top) => Expect(top, top);

    /// <summary>Remembers what a trace has seen.</summary>
    public void Record(CompiledRule rule, RuleTrace trace)
    {
        for (var i = 0; i < rule.Children.Length; i++)
            Record(rule.Children[i], trace.Children[i]);
        if (trace.Condition is { } condition)
            Record(rule.Definition, condition, isTable: rule.Definition.Table is not null);
    }

    public ImmutableArray<ConditionCoverage> Report() =>
    [
        .. _conditions.Select(c => (Condition: c, Seen: _seen.GetValueOrDefault((c.Rule.Definition, c.Span))))
            .Select(c => new ConditionCoverage(
                c.Condition.Top.Name, TextOf(c.Condition.Leaf, c.Condition.Span), c.Condition.Leaf.Text.LocationOf(c.Condition.Span), c.Seen.True, c.Seen.False)),
    ];

    private void Expect(CompiledRule top, CompiledRule rule)
    {
        foreach (var child in rule.Children)
            Expect(top, child);
        if (rule.Bound is not BoundLeaf leaf)
            return;
        // The cells of a table have places of their own; the table counts as one condition.
        var spans = rule.Definition.Table is null ? Conditions(leaf.Condition) : [new TextSpan(0, leaf.Text.Text.Length)];
        foreach (var span in spans.Where(span => _known.Add((rule.Definition, span))))
            _conditions.Add((top, rule, leaf, span));
    }

    /// <summary>What connectives connect, choices ask, and queries ask of each element.</summary>
    private static IEnumerable<TextSpan> Conditions(BoundExpression expression) => expression switch
    {
        BoundConstant => [],
        BoundUnary { Operator: UnaryOperator.Not } not => Conditions(not.Operand),
        BoundBinary { Operator: BinaryOperator.And or BinaryOperator.Or } both => Conditions(both.Left).Concat(Conditions(both.Right)),
        BoundConversion { Type.Kind: TypeKind.Boolean } conversion => Conditions(conversion.Operand),
        _ when expression.Type.Kind == TypeKind.Boolean => Inner(expression).Prepend(expression.Span),
        _ => Inner(expression),
    };

    private static IEnumerable<TextSpan> Inner(BoundExpression expression) => BoundTree.Children(expression)
        .SelectMany(child => child.Type.Kind == TypeKind.Boolean && child is BoundMember or BoundVariable ? [] : Conditions(child));

    private void Record(RuleDefinition rule, TraceNode node, bool isTable)
    {
        if (node.Value is bool value)
        {
            var key = (rule, isTable ? new TextSpan(0, rule.Name.Value.Length) : node.Expression.Span);
            var seen = _seen.GetValueOrDefault(key);
            _seen[key] = (seen.True || value, seen.False || !value);
        }
        foreach (var child in isTable ? [] : node.Children)
            Record(rule, child, isTable);
    }

    private static string TextOf(BoundLeaf leaf, TextSpan span) => leaf.Text.Text.Substring(span.Start, span.Length);
}

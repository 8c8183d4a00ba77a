using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Compiling;

/// <summary>The names visible at a place of a set, and the checking of expressions there.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Mode">What a missing fact means.</param>
/// <param name="Options">How the set is compiled.</param>
/// <param name="Bag">Where problems go.</param>
internal sealed record RuleScope(FactSchema Facts, MissingFacts Mode, RuleSetOptions Options, DiagnosticBag Bag)
{
    // Names with a meaning of their own, which would hide it or never be found.
    private static readonly ImmutableHashSet<string> s_reserved = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase,
        "now", "it", "parent", "root", "true", "false", "null", "and", "or", "not", "in", "not_in", "new", "eq", "ne", "neq", "lt", "le", "gt", "ge", "mod",
        "AndAlso", "OrElse", "equal", "notequal", "LessThan", "LessThanEqual", "GreaterThan", "GreaterThanEqual", "iif", "np", "isnull", "is", "as", "cast");

    /// <summary>Named values, the outermost first. One that failed to check is of unknown type, so that it is not reported again wherever it is read.</summary>
    public ImmutableArray<Variable> Variables { get; init; } = [];

    /// <summary>Those of them that could be checked.</summary>
    public ImmutableArray<BoundParameter> Parameters { get; init; } = [];

    private CheckOptions Check => new()
    {
        Facts = Facts, MissingFacts = Mode, Scope = Variables, IsCaseSensitive = Options.IsCaseSensitive, Limits = Options.Limits,
    };

    public BoundExpression? Condition(Located<string> text)
    {
        var source = ExpressionText.From(text);
        var condition = ExpressionChecker.CheckCondition(source, Check, Bag);
        if (condition is not null)
            WakeUp.NoteIfPolled(condition, source, Bag);
        return condition;
    }

    public BoundExpression? Condition(ExpressionText text, Syntax.ExpressionSyntax syntax) =>
        ExpressionChecker.Check(text, syntax, Check with { Expected = RuleType.Boolean }, Bag);

    public BoundExpression? Expression(Located<string> text, RuleType? expected = null) => Expression(ExpressionText.From(text), expected);

    public BoundExpression? Expression(ExpressionText text, RuleType? expected = null) => ExpressionChecker.Check(text, Check with { Expected = expected }, Bag);

    /// <summary>The same, silently.</summary>
    public BoundExpression? Try(string text) => ExpressionChecker.Check(ExpressionText.From(text), Check, new DiagnosticBag());

    /// <summary>This scope with one more named value.</summary>
    public RuleScope With(Located<string> name, BoundExpression? value, ExpressionText text)
    {
        ReportTaken(name);
        var variable = new Variable(name.Value, value?.Type ?? RuleType.Unknown, VariableKind.Scoped);
        return this with
        {
            Variables = Variables.Add(variable),
            Parameters = value is null ? Parameters : Parameters.Add(new BoundParameter(variable, value, text)),
        };
    }

    /// <summary>This scope with a named value that no author can read.</summary>
    public (RuleScope Scope, Variable Variable) WithHidden(string name, BoundExpression value, ExpressionText text)
    {
        var variable = new Variable(name, value.Type, VariableKind.Scoped);
        return (this with { Parameters = Parameters.Add(new BoundParameter(variable, value, text)) }, variable);
    }

    // Expressions are read without case, so a name that differs in case alone is taken too.
    private void ReportTaken(Located<string> name)
    {
        if (s_reserved.Contains(name.Value))
            Bag.Report(name.Problem(RuleSetDiagnostics.ShadowedName, name.Value, new Text.BilingualText("ngôn ngữ quy tắc", "the rule language")));
        else if (Facts.Root.Members.Any(m => m.Name.Equals(name.Value, StringComparison.OrdinalIgnoreCase)))
            Bag.Report(name.Problem(RuleSetDiagnostics.ShadowedName, name.Value, new Text.BilingualText("một dữ kiện", "a fact")));
        else if (Variables.Any(v => v.Name.Equals(name.Value, StringComparison.OrdinalIgnoreCase)))
            Bag.Report(name.Problem(RuleSetDiagnostics.ShadowedName, name.Value, new Text.BilingualText("một tham số ở ngoài", "a parameter outside")));
    }
}

using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.RuleSets.Tables;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Reading;

/// <summary>Reads a rule with everything in it.</summary>
/// <param name="metadata">Reads what it carries.</param>
internal sealed class RuleReader(MetadataReader metadata)
{
    /// <summary>Deepest nesting of groups: walks over rules recurse.</summary>
    public const int GreatestDepth = 24;

    private static readonly (string Name, GroupOperator Operator)[] s_operators =
        [("And", GroupOperator.And), ("AndAlso", GroupOperator.And), ("Or", GroupOperator.Or), ("OrElse", GroupOperator.Or)];

    public MetadataReader Metadata => metadata;

    public RuleDefinition? Read(JsonCursor cursor, int depth = 0)
    {
        if (depth >= GreatestDepth)
        {
            cursor.Report(RuleSetDiagnostics.TooDeep, GreatestDepth);
            return null;
        }
        if (cursor.Object() is not { } body)
            return null;
        var name = body.RequiredString("RuleName");
        var operation = Operator(body.Optional("Operator"));
        ExpressionTypeField.Read(body);
        if (body.Optional("WorkflowsToInject") is { } inject)
            inject.Report(RuleSetDiagnostics.RuleInject);
        var actions = body.Optional("Actions")?.Object();
        var rule = new RuleDefinition(name ?? cursor.Locate(""))
        {
            Operator = operation?.Value,
            Children = body.Array("Rules", child => Read(child, depth + 1)),
            Expression = body.Optional("Expression")?.String(),
            Table = body.Object("Table", TableReader.Read),
            LocalParams = ParameterReader.Read(body, "LocalParams"),
            IsEnabled = body.OptionalBoolean("Enabled")?.Value ?? true,
            IsShadow = body.OptionalBoolean("Shadow")?.Value ?? false,
            ErrorMessage = body.OptionalString("ErrorMessage"),
            SuccessEvent = body.OptionalString("SuccessEvent")?.Value,
            OnSuccess = actions?.Object("OnSuccess", ActionReader.Read),
            OnFailure = actions?.Object("OnFailure", ActionReader.Read),
            Metadata = metadata.Read(body.Optional("Properties")),
        };
        actions?.Finish();
        Shape(body, rule);
        body.Finish();
        ParameterReader.Unique(cursor, [.. rule.LocalParams.Select(p => p.Name)]);
        return name is null ? null : rule;
    }

    private static Located<GroupOperator>? Operator(JsonCursor? cursor)
    {
        if (cursor?.String() is not { } text)
            return null;
        var index = Array.FindIndex(s_operators, known => known.Name.Equals(text.Value, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            cursor.Report(RuleSetDiagnostics.UnknownOperator, text.Value);
            return null;
        }
        var (name, operation) = s_operators[index];
        if (name != text.Value)
            cursor.Report(RuleSetDiagnostics.OperatorCase, text.Value, name);
        return text.With(operation);
    }

    /// <summary>A rule is a group, a condition or a table, and only one of them.</summary>
    private static void Shape(ObjectReader body, RuleDefinition rule)
    {
        var bag = body.Cursor.Bag;
        var written = body.Optional("Operator") is not null;
        if (written && rule.Children.IsEmpty && body.Optional("Rules")?.Items() is not { Length: > 0 })
            bag.Report(rule.Name.Problem(RuleSetDiagnostics.EmptyGroup));
        else if (rule.Operator is not null && !rule.Children.IsEmpty && !rule.Children.Any(child => child.IsEnabled))
            bag.Report(rule.Name.Problem(RuleSetDiagnostics.NoEnabledChild));
        if (written && rule.Expression is { } ignored && !string.IsNullOrWhiteSpace(ignored.Value))
            bag.Report(ignored.Problem(RuleSetDiagnostics.GroupWithExpression));
        if (written)
            return;
        if (!rule.Children.IsEmpty)
            bag.Report(rule.Name.Problem(RuleSetDiagnostics.RulesWithoutOperator));
        else if (string.IsNullOrWhiteSpace(rule.Expression?.Value) && body.Optional("Table") is null && !(body.Optional("Expression") is { } field && rule.Expression is null))
            bag.Report(rule.Name.Problem(RuleSetDiagnostics.NothingToCheck, rule.Name.Value));
        else if (rule is { Expression: { } both, Table: not null })
            bag.Report(both.Problem(RuleSetDiagnostics.ValueTwice));
    }
}

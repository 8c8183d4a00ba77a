using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.RuleSets.Compiling;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Tables;

/// <summary>Makes a decision table an expression like any other. Its inputs are hidden named values, so that each is computed once.</summary>
internal static class TableBinder
{
    /// <summary>Whether a row applies: the condition of a rule.</summary>
    public static (RuleScope Scope, BoundExpression? Value) Applies(RuleScope scope, TableDefinition table, Located<string> name)
    {
        var (inner, rows) = Rows(scope, table, name);
        foreach (var cell in table.Rows.SelectMany(row => row.Then.Take(1)))
            scope.Bag.Report(cell.Problem(TableDiagnostics.OutputsUnused));
        return (inner, rows is null ? null : Balanced.Join([.. rows.Value.Select(r => r.Condition)], BinaryOperator.Or));
    }

    /// <summary>The value of the rows that apply, by the hit policy.</summary>
    public static (RuleScope Scope, BoundExpression? Value) Value(RuleScope scope, TableDefinition table, Located<string> name)
    {
        var (inner, rows) = Rows(scope, table, name);
        if (table.Rows.IsEmpty || new TableOutputs(scope).Bind(table) is not { } outputs || rows is null)
            return (inner, null);
        var pairs = rows.Value.Select((row, i) => (row.Condition, Value: outputs[i])).ToImmutableArray();
        return (inner, table.Policy.Value == HitPolicy.First ? HitPolicies.First(pairs) : HitPolicies.Of(table.Policy.Value, pairs));
    }

    internal static BoundExpression Connect(BinaryOperator connective, BoundExpression left, BoundExpression right) =>
        new BoundBinary(left.Type.IsNullable || right.Type.IsNullable ? RuleType.Boolean.AsNullable() : RuleType.Boolean, left.Span, connective, left, right);

    private static (RuleScope Scope, ImmutableArray<BoundRow>? Rows) Rows(RuleScope scope, TableDefinition table, Located<string> name)
    {
        if (table.Inputs.IsEmpty || table.Rows.IsEmpty)
        {
            scope.Bag.Report(name.Problem(TableDiagnostics.Empty, name.Value));
            return (scope, null);
        }
        var before = scope.Bag.ErrorCount;
        var inner = scope;
        var inputs = ImmutableArray.CreateBuilder<Variable>();
        foreach (var (input, index) in table.Inputs.Select((input, index) => (input, index)))
        {
            if (scope.Expression(input) is not { } value)
                continue;
            (inner, var variable) = inner.WithHidden($"{name.Value}.Inputs[{index}]", value, ExpressionText.From(input));
            inputs.Add(variable);
        }
        if (scope.Bag.ErrorCount > before)
            return (scope, null);
        var cells = new CellBinder(inner with { Variables = [.. inputs, .. inner.Variables] });
        var rows = table.Rows.Select(row => Row(cells, row, inputs.ToImmutable())).ToImmutableArray();
        if (scope.Bag.ErrorCount > before)
            return (inner, null);
        TableCover.Report(table, rows, scope.Bag);
        return (inner, rows);
    }

    private static BoundRow Row(CellBinder cells, TableRow row, ImmutableArray<Variable> inputs)
    {
        if (row.When.Length != inputs.Length)
        {
            cells.Bag.Report(row.Place.Locate(row).Problem(TableDiagnostics.CellCount, row.When.Length, inputs.Length));
            return new BoundRow(new BoundError(default), []);
        }
        var conditions = row.When.Select((cell, i) => cells.Bind(cell, inputs[i])).ToImmutableArray();
        BoundExpression[] asked = [.. conditions.OfType<BoundExpression>()];
        var condition = asked.Length == 0 ? null : Balanced.Join(asked, BinaryOperator.And);
        return new BoundRow(condition ?? new BoundConstant(RuleType.Boolean, new TextSpan(0, 0), Value: true), conditions);
    }
}

/// <summary>A checked row.</summary>
/// <param name="Condition">When it applies.</param>
/// <param name="Cells">The condition of each cell; null: any value.</param>
internal sealed record BoundRow(BoundExpression Condition, ImmutableArray<BoundExpression?> Cells);

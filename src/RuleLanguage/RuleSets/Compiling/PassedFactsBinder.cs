using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.RuleSets.Reading;
using Tthc.RuleLanguage.Types;
using Tthc.Text;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Compiling;

/// <summary>
/// Works out what EvaluateRule passes on: all facts and named values, or those of <c>inputFilter</c>, and what <c>additionalInputs</c> computes. A named value that the
/// other set defines itself stays behind unless it is asked for: RulesEngine fails on that.
/// </summary>
/// <param name="scope">Names visible to the calling rule.</param>
internal sealed class PassedFactsBinder(RuleScope scope)
{
    private static readonly BilingualText s_passed = new("được truyền từ quy tắc gọi", "passed by the calling rule");

    /// <summary>What is passed; null: something was wrong with it.</summary>
    public PassedFacts? Bind(ActionDefinition action, CalledRule target)
    {
        var before = scope.Bag.ErrorCount;
        var own = Own(target).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var passed = new Dictionary<string, BoundExpression>(StringComparer.OrdinalIgnoreCase);
        if (action.Find("inputFilter") is { } filter)
            Filtered(filter, passed);
        else
            foreach (var (name, value) in All().Where(v => !own.Contains(v.Name)))
                passed.TryAdd(name, value);
        foreach (var input in action.Find("additionalInputs")?.Items() ?? [])
            Additional(input, passed);
        if (scope.Bag.ErrorCount > before)
            return null;
        var shape = DataRecord.ShapeOf("facts", passed.Select(p => (p.Key, p.Value.Type.AsNullable(), s_passed)), scope.Facts.Root.IsOpen);
        return new PassedFacts(scope.Facts with { Root = shape }, [.. passed.Values]);
    }

    private void Filtered(JsonCursor filter, Dictionary<string, BoundExpression> passed)
    {
        foreach (var name in filter.Items().Select(item => item.NonBlankString()).OfType<Located<string>>())
        {
            if (All().FirstOrDefault(v => v.Name.Equals(name.Value, StringComparison.OrdinalIgnoreCase)) is { Value: { } value, Name: var known })
                passed.TryAdd(known, value);
            else
                scope.Bag.Report(name.Problem(RuleSetDiagnostics.UnknownInput, name.Value).WithNearest(NameSuggestion.Nearest(name.Value, All().Select(v => v.Name))));
        }
    }

    private void Additional(JsonCursor input, Dictionary<string, BoundExpression> passed)
    {
        if (input.Object() is not { } body)
            return;
        var (name, expression) = (ParameterReader.Name(body), body.RequiredString("Expression"));
        body.Finish();
        if (name is not null && expression is not null && scope.Expression(expression) is { } value)
            passed[name.Value] = value;
    }

    private IEnumerable<(string Name, BoundExpression Value)> All()
    {
        var facts = new BoundFacts(RuleType.Of(scope.Facts.Root), default);
        return scope.Facts.Root.Members.Select(m => (m.Name, (BoundExpression)new BoundMember(m.Type, default, facts, m)))
            .Concat(scope.Variables.Select(v => (v.Name, (BoundExpression)new BoundVariable(v.Type, default, v))));
    }

    private static IEnumerable<string> Own(CalledRule target) =>
        target.Set.Parameters.Select(p => p.Name.Value)
            .Concat(target.Set.GlobalParams.Select(p => p.Name.Value))
            .Concat(target.Rule.LocalParams.Select(p => p.Name.Value));
}

using System.Collections.Immutable;
using Tthc.RuleLanguage;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Types;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Procedures.Conditions;

/// <summary>Checks the conditions of a procedure against what it may speak of.</summary>
internal sealed class ConditionCompiler(CaseSchema schema, DiagnosticBag bag)
{
    private readonly Dictionary<Located<string>, Condition> _checked = new(ReferenceEqualityComparer.Instance);
    private static readonly BoundConstant s_untold = new(RuleType.Boolean.AsNullable(), default, null);

    /// <summary>The condition; null where none is written. One with a mistake cannot be told, and the procedure is not taken over.</summary>
    public Condition? Compile(Located<string>? when) => when is null ? null : Checked(when);

    /// <summary>Alternatives with their conditions; those whose value is not there (which was reported) are left out.</summary>
    public ImmutableArray<Alternative<TValue>> Compile<TWritten, TValue>(ImmutableArray<WrittenAlternative<TWritten>> written, Func<TWritten, int, TValue?> value)
        where TValue : class =>
        [.. written.Select((one, i) => value(one.Value, i) is { } made ? new Alternative<TValue>(Checked(one.When), made) : null).OfType<Alternative<TValue>>()];

    /// <summary>Alternatives whose value needs no look.</summary>
    public ImmutableArray<Alternative<TValue>> Compile<TValue>(ImmutableArray<WrittenAlternative<Located<TValue>>> written) =>
        [.. written.Select(one => new Alternative<TValue>(Checked(one.When), one.Value.Value))];

    /// <summary>Where a way leads under conditions, as the layout found.</summary>
    public ImmutableArray<Alternative<Target>> Ways(ImmutableArray<WrittenAlternative<Located<string>>> written, Func<int, Target?> target)
    {
        var ways = ImmutableArray.CreateBuilder<Alternative<Target>>(written.Length);
        for (var i = 0; i < written.Length; i++)
            if (target(i) is { } to)
                ways.Add(new(Checked(written[i].When), to));
        return ways.DrainToImmutable();
    }

    /// <summary>A condition that several cases share is checked, and blamed, once.</summary>
    private Condition Checked(Located<string> when)
    {
        if (_checked.TryGetValue(when, out var known))
            return known;
        var expression = ExpressionChecker.CheckCondition(ExpressionText.From(when), new CheckOptions { Facts = schema.Schema }, bag);
        var condition = new Condition(when.Path.ToString(), when.Value, schema, expression ?? s_untold);
        if (expression is not null && condition.Constant is { } verdict)
            bag.Report(when.Problem(ConditionDiagnostics.ConstantCondition, Said(verdict)));
        _checked.Add(when, condition);
        return condition;
    }

    private static BilingualText Said(Verdict verdict) => verdict switch
    {
        Verdict.True => new("luôn đúng", "true"),
        Verdict.False => new("luôn sai", "false"),
        _ => new("không bao giờ xác định được", "never determined"),
    };
}

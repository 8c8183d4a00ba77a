using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking.Names;
using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Calls;

/// <summary>The forms that look like functions: <c>iif</c>, <c>isnull</c>, <c>np</c>, <c>is</c>, <c>as</c>, <c>cast</c>.</summary>
internal sealed class SpecialForms(Binder binder, CheckReport report)
{
    private static readonly Dictionary<string, (string Usage, BilingualText Description)> s_shapes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["iif"] = ("iif(a, b, c)", new("b nếu a đúng, không thì c", "b if a holds, otherwise c")),
        ["isnull"] = ("isnull(a, b)", new("a, hoặc b nếu a thiếu", "a, or b where a is missing")),
        ["np"] = ("np(a), np(a, b)", new("a dù một phần của nó thiếu; b nếu a thiếu", "a though a part of it may be missing; b where a is missing")),
        ["is"] = ("is(a, \"T\")", new("a có phải kiểu T không", "whether a is of type T")),
        ["as"] = ("as(a, \"T\")", new("a nếu là kiểu T, không thì null", "a if it is of type T, otherwise null")),
        ["cast"] = ("cast(a, \"T\")", new("a đổi sang kiểu T", "a converted to type T")),
    };

    private readonly StringComparison _comparison = report.Options.IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    public static IEnumerable<string> Names => s_shapes.Keys;

    public static IEnumerable<(string Usage, BilingualText Description)> All => s_shapes.Values;

    /// <summary>The form; null: the name is none of theirs.</summary>
    public BoundExpression? Bind(CallSyntax call, Scope scope)
    {
        if (!s_shapes.TryGetValue(call.Name, out var form))
            return null;
        var name = form.Usage[..form.Usage.IndexOf('(', StringComparison.Ordinal)];
        var fits = (name, call.Arguments.Length) is ("iif", 3) or ("isnull", 2) or ("np", 1 or 2) or ("is" or "as" or "cast", 2);
        if (!fits)
            return report.Error(CheckDiagnostics.ArgumentCount, call.NameSpan, call.Name, call.Arguments.Length, form.Usage);
        var first = binder.Bind(call.Arguments[0], scope);
        if (name is "is" or "as" or "cast")
            return binder.TypeForms.Bind(name, call, first);
        var rest = call.Arguments.Skip(1).Select(a => binder.Bind(a, scope)).ToArray();
        return (name, rest) switch
        {
            ("iif", [var whenTrue, var whenFalse]) => binder.Logic.Choose(call.Span, first, whenTrue, whenFalse),
            (_, [var fallback]) => binder.Logic.Replace(call.Span, first, fallback),
            _ => Guarded(call.Span, first),
        };
    }

    /// <summary>The forms after a dot that every value has.</summary>
    public BoundExpression? OfValue(CallSyntax call, BoundExpression receiver, ImmutableArray<BoundExpression> arguments)
    {
        if (Is(call, "Equals") && arguments is [var other])
            return binder.Comparisons.Compare(new Operation(BinaryOperator.Equal, call.Span, call.NameSpan), receiver, other);
        if (!Is(call, "GetValueOrDefault") || !receiver.Type.IsNullable)
            return null;
        if (arguments is [var fallback])
            return binder.Logic.Replace(call.Span, receiver, fallback);
        if (arguments.Length > 0 || !receiver.Type.Clr.IsValueType)
            return null;
        var zero = new BoundConstant(receiver.Type.AsRequired(), call.Span, Activator.CreateInstance(receiver.Type.Clr));
        return new BoundCoalesce(zero.Type, call.Span, receiver, zero);
    }

    /// <summary>A value whose absence is not an error.</summary>
    private BoundExpression Guarded(TextSpan span, BoundExpression value)
    {
        if (value is BoundError)
            return new BoundError(span);
        if (!value.Type.IsNullable)
            report.Note(CheckDiagnostics.UselessFallback, span);
        return new BoundCoalesce(value.Type.AsNullable(), span, value, new BoundConstant(value.Type.AsNullable(), span, null));
    }

    private bool Is(CallSyntax call, string name) => string.Equals(call.Name, name, _comparison);
}

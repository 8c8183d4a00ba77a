using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking.Names;
using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.Checking.Queries;
using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Calls;

/// <summary>Calls: of the forms of the language, of host functions, of functions after a dot.</summary>
internal sealed class CallBinder(Binder binder, CheckReport report)
{
    private readonly StringComparison _comparison = report.Options.IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
    private readonly SpecialForms _forms = new(binder, report);
    private readonly QueryBinder _queries = new(binder, report);

    public BoundExpression Bind(CallSyntax call, Scope scope) => call.Target is null ? Free(call, scope) : AfterDot(call, call.Target, scope);

    private BoundExpression Free(CallSyntax call, Scope scope)
    {
        if (_forms.Bind(call, scope) is { } form)
            return form;
        var place = new CallPlace(call.Name, call.Span, call.NameSpan, 0);
        if (Named(report.Options.Facts.Functions, call) is { Count: > 0 } host)
            return binder.Functions.Bind(host, Arguments(call, scope), place);
        var facts = new BoundFacts(RuleType.Of(report.Options.Facts.Root), call.NameSpan);
        foreach (var receiver in binder.Names.Implied(call.NameSpan, scope).Append(facts))
        {
            if (receiver.Type.Record is { } record && Named(record.Functions, call) is { Count: > 0 } found)
                return binder.Functions.Bind(found, [receiver, .. Arguments(call, scope)], place with { Receivers = 1 });
        }
        if (OfElement(call, scope) is { } implied)
            return implied;
        if (binder.Types.Any(call.Name) is { } type)
            return type.Type is { } target ? binder.Conversions.Call(target, Arguments(call, scope), place with { Name = type.Name }) : report.Error(CheckDiagnostics.NotAValue, call.NameSpan, type.Name);
        return ForbiddenNames.Report(report, call.Name, call.NameSpan) ?? Unknown(call, scope);
    }

    /// <summary>A query over the group in hand, a function of the text in hand: what elements that are no records can do.</summary>
    private BoundExpression? OfElement(CallSyntax call, Scope scope)
    {
        foreach (var receiver in binder.Names.Implied(call.NameSpan, scope))
        {
            if (receiver.Type.Kind == TypeKind.List && QueryTable.Find(call.Name) is not null)
                return _queries.Bind(call, receiver, scope);
            if (BuiltIns.Of(receiver.Type).Any(b => !b.IsProperty && string.Equals(b.Shape.Name, call.Name, _comparison)))
                return OfScalar(call, receiver, scope);
        }
        return null;
    }

    private BoundError Unknown(CallSyntax call, Scope scope)
    {
        var known = SpecialForms.Names.Concat(report.Options.Facts.Functions.Select(f => f.Name))
            .Concat(binder.Names.Implied(call.NameSpan, scope).SelectMany(r => r.Type.Record?.Functions.Select(f => f.Name) ?? []))
            .Concat(report.Options.Facts.Root.Functions.Select(f => f.Name)).Distinct(StringComparer.Ordinal).ToList();
        return report.ErrorNear(CheckDiagnostics.UnknownFunction, call.NameSpan, NameSuggestion.Nearest(call.Name, known), call.Name, Listing.Of(known));
    }

    private BoundExpression AfterDot(CallSyntax call, ExpressionSyntax target, Scope scope)
    {
        var (receiver, type) = binder.Members.Target(target, scope);
        if (type is not null)
            return OfType(call, type, scope);
        return receiver switch
        {
            BoundError => new BoundError(call.Span),
            { Type.Kind: TypeKind.Unknown } => new BoundConstant(RuleType.Unknown, call.Span, null),
            { Type.Kind: TypeKind.Null } => report.Error(CheckDiagnostics.NotAValue, receiver.Span, "null"),
            { Type.Kind: TypeKind.List } => _queries.Bind(call, receiver, scope),
            { Type.Record: { } record } => OfRecord(call, receiver, record, scope),
            _ => OfScalar(call, receiver!, scope),
        };
    }

    private BoundExpression OfType(CallSyntax call, TypeReference type, Scope scope)
    {
        if (type.Name == "string" && string.Equals(call.Name, "Format", _comparison))
            return new TextFormatBinder(binder, report).Bind(call, Arguments(call, scope));
        var arguments = Arguments(call, scope);
        if (type.Name == "string" && string.Equals(call.Name, "Equals", _comparison) && arguments is [var first, var second])
            return binder.Comparisons.Compare(new Operation(BinaryOperator.Equal, call.Span, call.NameSpan), first, second);
        var known = BuiltIns.Static(type.Name);
        var found = known.Where(b => string.Equals(b.Shape.Name, call.Name, _comparison)).ToList();
        if (found.Count == 0)
            return ForbiddenNames.Report(report, call.Name, call.NameSpan) ?? UnknownMethod(call, type.Name, known.Select(b => b.Shape.Name));
        binder.Names.HintAtCase(call.Name, found[0].Shape.Name, call.NameSpan);
        var place = new CallPlace($"{type.Name}.{found[0].Shape.Name}", call.Span, call.NameSpan, 0);
        return binder.Functions.BuiltIn(found, TextLists.Fitting(found, arguments), place);
    }

    private BoundExpression OfRecord(CallSyntax call, BoundExpression receiver, RecordShape record, Scope scope)
    {
        if (Named(record.Functions, call) is { Count: > 0 } found)
            return binder.Functions.Bind(found, [receiver, .. Arguments(call, scope)], new CallPlace(call.Name, call.Span, call.NameSpan, 1));
        return ForbiddenNames.Report(report, call.Name, call.NameSpan) ?? UnknownMethod(call, record.Name, record.Functions.Select(f => f.Name));
    }

    private BoundExpression OfScalar(CallSyntax call, BoundExpression receiver, Scope scope)
    {
        var arguments = Arguments(call, scope);
        if (_forms.OfValue(call, receiver, arguments) is { } form)
            return form;
        var known = BuiltIns.Of(receiver.Type).Where(b => !b.IsProperty).ToList();
        var found = known.Where(b => string.Equals(b.Shape.Name, call.Name, _comparison)).ToList();
        if (found.Count == 0)
            return ForbiddenNames.Report(report, call.Name, call.NameSpan) ?? UnknownMethod(call, receiver.Type.ToString(), known.Select(b => b.Shape.Name));
        binder.Names.HintAtCase(call.Name, found[0].Shape.Name, call.NameSpan);
        return binder.Functions.BuiltIn(found, [receiver, .. arguments], new CallPlace(found[0].Shape.Name, call.Span, call.NameSpan, 1));
    }

    private BoundError UnknownMethod(CallSyntax call, string owner, IEnumerable<string> functions)
    {
        var known = functions.Distinct(StringComparer.Ordinal).ToList();
        return report.ErrorNear(CheckDiagnostics.UnknownMethod, call.NameSpan, NameSuggestion.Nearest(call.Name, known), owner, call.Name, Listing.Of(known));
    }

    /// <summary>The functions of that name: exactly, or else in any case.</summary>
    private List<FunctionShape> Named(ImmutableArray<FunctionShape> functions, CallSyntax call)
    {
        var exact = functions.Where(f => f.Name == call.Name).ToList();
        if (exact.Count > 0 || _comparison == StringComparison.Ordinal)
            return exact;
        var other = functions.Where(f => string.Equals(f.Name, call.Name, _comparison)).ToList();
        if (other.Count > 0)
            binder.Names.HintAtCase(call.Name, other[0].Name, call.NameSpan);
        return other;
    }

    private ImmutableArray<BoundExpression> Arguments(CallSyntax call, Scope scope) => [.. call.Arguments.Select(a => binder.Bind(a, scope))];
}

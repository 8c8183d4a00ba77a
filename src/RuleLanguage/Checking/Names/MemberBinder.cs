using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Names;

/// <summary>Members after a dot: of records, of the built-in types, and the values of enumerations.</summary>
internal sealed class MemberBinder(Binder binder, CheckReport report, NameBinder names, TypeNameBinder types)
{
    /// <summary>A member.</summary>
    public BoundExpression Bind(MemberSyntax syntax, Scope scope)
    {
        var (receiver, type) = Target(syntax.Target, scope);
        if (type is not null)
            return new StaticMembers(report).Bind(syntax, type);
        return receiver switch
        {
            BoundError => new BoundError(syntax.Span),
            { Type.Kind: TypeKind.Unknown } => new BoundConstant(RuleType.Unknown, syntax.Span, null),
            { Type.Kind: TypeKind.Null } => report.Error(CheckDiagnostics.NotAValue, receiver.Span, "null"),
            { Type.Record: { } record } => OfRecord(receiver, record, syntax.Name, syntax.NameSpan, syntax.Span),
            { Type.Kind: TypeKind.List } => OfList(receiver, syntax),
            _ => OfScalar(receiver!, syntax),
        };
    }

    /// <summary>What stands before a dot: a value, or the name of a type.</summary>
    public (BoundExpression? Receiver, TypeReference? Type) Target(ExpressionSyntax target, Scope scope)
    {
        if (TypeNameBinder.NameIn(target) is not { } name || (target is MemberSyntax && names.Exact(new NameSyntax(target.Span, "System"), scope) is not null))
            return (binder.BindReceiver(target, scope), null);
        if (target is MemberSyntax)
            return types.Any(name.Name) is { } qualified ? (null, qualified) : (binder.BindReceiver(target, scope), null);
        if (names.Exact(name, scope) is { } value)
            return (value, null);
        if (types.Exact(name.Name) is { } exact)
            return (null, exact);
        if (names.AnyCase(name, scope) is { } other)
            return (other, null);
        return types.AnyCase(name.Name) is { } type ? (null, type) : (ForbiddenNames.Report(report, name.Name, name.Span) ?? names.Bind(name, scope), null);
    }

    /// <summary>A member of a record; missing where the record is, and where data do not have it.</summary>
    public BoundExpression OfRecord(BoundExpression receiver, RecordShape record, string name, TextSpan nameSpan, TextSpan span)
    {
        if (names.MemberOf(record, name, nameSpan) is { } member)
            return new BoundMember(receiver.Type.IsNullable ? member.Type.AsNullable() : member.Type, span, receiver, member);
        if (Nullables.Member(report, receiver, name, span) is { } ofNullable)
            return ofNullable;
        if (record.IsOpen)
        {
            report.NoteWithHint(CheckDiagnostics.MissingFact, nameSpan, Nearest(record, name), record.Name, name);
            return new BoundConstant(RuleType.Unknown, span, null);
        }
        if (record.Functions.Any(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)))
            return report.ErrorNear(CheckDiagnostics.NotAValue, nameSpan, $"{name}()", name);
        var known = record.Members.Select(m => m.Name).ToList();
        return report.ErrorNear(CheckDiagnostics.UnknownMember, nameSpan, NameSuggestion.Nearest(name, known), record.Name, name, Listing.Of(known));
    }

    private static BilingualText? Nearest(RecordShape record, string name) =>
        NameSuggestion.Nearest(name, record.Members.Select(m => m.Name)) is { } near ? new BilingualText($"có phải là \"{near}\"?", $"did you mean \"{near}\"?") : null;

    private BoundExpression OfList(BoundExpression list, MemberSyntax syntax)
    {
        var type = RuleType.Int32;
        bool Is(string name) => string.Equals(syntax.Name, name, report.Options.IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
        if (Is("Count") || Is("Length"))
            return new BoundQuery(list.Type.IsNullable ? type.AsNullable() : type, syntax.Span, QueryOperator.Count, list, null, null);
        if (list.Type.GroupKey is { } key && Is("Key"))
            return new BoundGroupKey(list.Type.IsNullable ? key.AsNullable() : key, syntax.Span, list);
        if (Nullables.Member(report, list, syntax.Name, syntax.Span) is { } ofNullable)
            return ofNullable;
        var known = list.Type.GroupKey is null ? new[] { "Count" } : ["Count", "Key"];
        return Queries.QueryTable.Find(syntax.Name) is { } query
            ? report.ErrorNear(CheckDiagnostics.NotAValue, syntax.NameSpan, $"{query.Name}()", syntax.Name)
            : report.ErrorNear(CheckDiagnostics.UnknownMember, syntax.NameSpan, NameSuggestion.Nearest(syntax.Name, known), list.Type.ToString(), syntax.Name, Listing.Of(known));
    }

    private BoundExpression OfScalar(BoundExpression receiver, MemberSyntax syntax)
    {
        if (Nullables.Member(report, receiver, syntax.Name, syntax.Span) is { } ofNullable)
            return ofNullable;
        if (ForbiddenNames.Report(report, syntax.Name, syntax.NameSpan) is { } forbidden)
            return forbidden;
        var known = BuiltIns.Of(receiver.Type);
        var comparison = report.Options.IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (known.FirstOrDefault(b => b.IsProperty && string.Equals(b.Shape.Name, syntax.Name, comparison)) is { } property)
        {
            names.HintAtCase(syntax.Name, property.Shape.Name, syntax.NameSpan);
            return Calls.Overloads.Call(property, [receiver], syntax.Span);
        }
        if (known.Any(b => string.Equals(b.Shape.Name, syntax.Name, comparison)))
            return report.ErrorNear(CheckDiagnostics.NotAValue, syntax.NameSpan, $"{syntax.Name}()", syntax.Name);
        var properties = known.Where(b => b.IsProperty).Select(b => b.Shape.Name).Distinct(StringComparer.Ordinal).ToList();
        return report.ErrorNear(
            CheckDiagnostics.UnknownMember, syntax.NameSpan, NameSuggestion.Nearest(syntax.Name, properties), receiver.Type.ToString(), syntax.Name, Listing.Of(properties));
    }
}

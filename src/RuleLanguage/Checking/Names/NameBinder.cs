using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Names;

/// <summary>
/// Finds what a name stands for: the parameters of lambdas, named values, facts and <c>now</c> come before members of the element in hand, as in RulesEngine;
/// among those, the innermost first.
/// </summary>
internal sealed class NameBinder(CheckReport report, TypeNameBinder types)
{
    private readonly CheckOptions _options = report.Options;

    /// <summary>The value a name stands for, or an error.</summary>
    public BoundExpression Bind(NameSyntax name, Scope scope)
    {
        if (Exact(name, scope) is { } exact)
            return exact;
        if (types.Exact(name.Name) is { } type)
            return IsTypeOnly(type.Name, name.Span);
        if (AnyCase(name, scope) is { } value)
            return value;
        return types.AnyCase(name.Name) is { } other ? IsTypeOnly(other.Name, name.Span) : Unknown(name, scope);
    }

    /// <summary>The value called exactly so; null: none.</summary>
    public BoundExpression? Exact(NameSyntax name, Scope scope) => Find(name, scope, StringComparison.Ordinal);

    /// <summary>The value called so but for case; null: none, or case counts.</summary>
    public BoundExpression? AnyCase(NameSyntax name, Scope scope) =>
        _options.IsCaseSensitive ? null : Find(name, scope, StringComparison.OrdinalIgnoreCase);

    /// <summary>What members and functions may be used of without naming it: the element in hand, outer ones, the only fact.</summary>
    public IEnumerable<BoundExpression> Implied(TextSpan span, Scope scope)
    {
        foreach (var element in scope.Elements.Where(e => !e.IsNamed))
            yield return Read(element.Element!, span);
        if (BareFact(span) is { } fact)
            yield return fact;
    }

    /// <summary>The member of a record; null: none.</summary>
    public FactMember? MemberOf(RecordShape record, string name, TextSpan span)
    {
        if (record.Find(name) is not { } member || (_options.IsCaseSensitive && member.Name != name))
            return null;
        HintAtCase(name, member.Name, span);
        return member;
    }

    public void HintAtCase(string written, string meant, TextSpan span)
    {
        if (written != meant)
            report.Note(CheckDiagnostics.NameCase, span, written, meant);
    }

    private BoundExpression? Find(NameSyntax name, Scope scope, StringComparison comparison) =>
        Variable(name, scope, comparison) ?? RootMember(name, scope, comparison) ?? Keyword(name, scope, comparison) ?? ImpliedMember(name, scope, comparison);

    private BoundVariable? Variable(NameSyntax name, Scope scope, StringComparison comparison)
    {
        var known = scope.Elements.Where(e => e.IsNamed).Select(e => e.Element!).Concat(_options.Scope);
        if (known.FirstOrDefault(v => string.Equals(v.Name, name.Name, comparison)) is not { } variable)
            return null;
        HintAtCase(name.Name, variable.Name, name.Span);
        NoteAmbiguity(name, scope);
        return Read(variable, name.Span);
    }

    private BoundExpression? RootMember(NameSyntax name, Scope scope, StringComparison comparison)
    {
        var root = _options.Facts.Root;
        if (root.Find(name.Name) is not { } member || !string.Equals(member.Name, name.Name, comparison))
            return string.Equals(name.Name, "now", comparison) ? new BoundClock(RuleType.Instant, name.Span, ClockReading.Instant) : null;
        HintAtCase(name.Name, member.Name, name.Span);
        NoteAmbiguity(name, scope);
        return new BoundMember(member.Type, name.Span, Facts(name.Span), member);
    }

    private void NoteAmbiguity(NameSyntax name, Scope scope)
    {
        if (scope.Elements.FirstOrDefault(e => !e.IsNamed && e.Element!.Type.Record?.Find(name.Name)?.Name == name.Name) is { Element: { } element })
            report.Note(CheckDiagnostics.AmbiguousName, name.Span, name.Name, element.Type.ToString());
    }

    private BoundExpression? Keyword(NameSyntax name, Scope scope, StringComparison comparison)
    {
        var elements = scope.Elements.Select(e => e.Element!).ToList();
        bool Is(string word, string sign) => name.Name == sign || string.Equals(name.Name, word, comparison);
        BoundExpression Outermost() => (BoundExpression?)BareFact(name.Span) ?? Facts(name.Span);
        if (Is("root", "~"))
            return Outermost();
        if (Is("it", "$"))
            return elements.Count > 0 ? Read(elements[0], name.Span) : (BoundExpression?)BareFact(name.Span) ?? NoElement(name);
        if (!Is("parent", "^"))
            return null;
        return elements.Count switch { 0 => NoElement(name), 1 => Outermost(), _ => Read(elements[1], name.Span) };
    }

    private BoundExpression? ImpliedMember(NameSyntax name, Scope scope, StringComparison comparison)
    {
        foreach (var receiver in Implied(name.Span, scope))
        {
            if (ImpliedProperty(name, receiver, comparison) is { } property)
                return property;
            if (receiver.Type.Record?.Find(name.Name) is not { } member || !string.Equals(member.Name, name.Name, comparison))
                continue;
            HintAtCase(name.Name, member.Name, name.Span);
            return new BoundMember(receiver.Type.IsNullable ? member.Type.AsNullable() : member.Type, name.Span, receiver, member);
        }
        return null;
    }

    /// <summary>The key of a group, the length of a text: properties of elements that are no records.</summary>
    private BoundExpression? ImpliedProperty(NameSyntax name, BoundExpression receiver, StringComparison comparison)
    {
        if (receiver.Type.GroupKey is { } key && string.Equals(name.Name, "Key", comparison))
            return new BoundGroupKey(key, name.Span, receiver);
        if (BuiltIns.Of(receiver.Type).FirstOrDefault(b => b.IsProperty && string.Equals(b.Shape.Name, name.Name, comparison)) is not { } property)
            return null;
        HintAtCase(name.Name, property.Shape.Name, name.Span);
        return Calls.Overloads.Call(property, [receiver], name.Span);
    }

    private BoundError Unknown(NameSyntax name, Scope scope)
    {
        var known = scope.Elements.Where(e => e.IsNamed).Select(e => e.Element!.Name).Concat(_options.Scope.Select(v => v.Name))
            .Concat(Implied(name.Span, scope).SelectMany(r => r.Type.Record?.Members.Select(m => m.Name) ?? []))
            .Concat(_options.Facts.Root.Members.Select(m => m.Name)).Append("now").Distinct(StringComparer.Ordinal).ToList();
        return report.ErrorNear(CheckDiagnostics.UnknownName, name.Span, NameSuggestion.Nearest(name.Name, known.Concat(types.Names)), name.Name, Names.Listing.Of(known));
    }

    private BoundError IsTypeOnly(string type, TextSpan span) => report.Error(CheckDiagnostics.NotAValue, span, type);

    private BoundError NoElement(NameSyntax name) => report.Error(CheckDiagnostics.NoElementHere, name.Span, name.Name);

    private BoundMember? BareFact(TextSpan span) => _options.Facts.AllowsBareMembers && _options.Scope.IsEmpty
        ? new BoundMember(_options.Facts.Root.Members[0].Type, span, Facts(span), _options.Facts.Root.Members[0])
        : null;

    private BoundFacts Facts(TextSpan span) => new(RuleType.Of(_options.Facts.Root), span);

    private static BoundVariable Read(Variable variable, TextSpan span) => new(variable.Type, span, variable);
}

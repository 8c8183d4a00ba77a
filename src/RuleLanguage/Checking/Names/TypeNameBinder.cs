using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Names;

/// <summary>A type named in an expression.</summary>
/// <param name="Name">Its usual name.</param>
/// <param name="Type">The type; null for a mere holder of functions, such as <c>Math</c>.</param>
internal sealed record TypeReference(string Name, RuleType? Type);

/// <summary>Finds the types an expression may name: an allow-list, never the types of the process.</summary>
internal sealed class TypeNameBinder(CheckReport report)
{
    private Dictionary<string, RuleType>? _enums;

    public TypeReference? Exact(string name) => Find(name, ignoringCase: false);

    public TypeReference? AnyCase(string name) => report.Options.IsCaseSensitive ? null : Find(name, ignoringCase: true);

    /// <summary>The type a name stands for, whatever the case unless case counts.</summary>
    public TypeReference? Any(string name) => Exact(name) ?? AnyCase(name);

    /// <summary>All of them.</summary>
    public IEnumerable<string> Names => ScalarTypes.Names.Concat(BuiltIns.Holders).Concat(Enums.Keys);

    /// <summary>The name of a type as it may stand before a dot: <c>DateTime</c>, <c>System.DateTime</c>.</summary>
    public static NameSyntax? NameIn(ExpressionSyntax syntax) => syntax switch
    {
        NameSyntax name => name,
        MemberSyntax { Target: NameSyntax { Name: "System" } } member => new NameSyntax(member.Span, member.Name),
        _ => null,
    };

    /// <summary>A type written as text or keyword, such as in <c>is(x, "int?")</c>; null: reported.</summary>
    public RuleType? Named(string written, TextSpan span)
    {
        var optional = written.EndsWith('?');
        var name = optional ? written[..^1] : written;
        if (name.StartsWith("System.", StringComparison.Ordinal))
            name = name["System.".Length..];
        if (Any(name)?.Type is { } type)
            return optional ? type.AsNullable() : type;
        var known = ScalarTypes.Names.Concat(Enums.Keys).ToList();
        report.ErrorNear(CheckDiagnostics.UnknownType, span, NameSuggestion.Nearest(name, known), written, Listing.Of(known));
        return null;
    }

    private TypeReference? Find(string name, bool ignoringCase)
    {
        if (ScalarTypes.Named(name, ignoringCase) is { } scalar)
            return new TypeReference(scalar.ToString(), scalar);
        var comparison = ignoringCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (BuiltIns.Holders.FirstOrDefault(h => string.Equals(h, name, comparison)) is { } holder)
            return new TypeReference(holder, null);
        var found = Enums.FirstOrDefault(e => string.Equals(e.Key, name, comparison));
        return found.Key is null ? null : new TypeReference(found.Key, found.Value);
    }

    private Dictionary<string, RuleType> Enums => _enums ??= EnumTypes.Of(report.Options);
}

using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Names;

/// <summary>Members of types: the clock, constants, values of enumerations.</summary>
internal sealed class StaticMembers(CheckReport report)
{
    private readonly StringComparison _comparison = report.Options.IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    public BoundExpression Bind(MemberSyntax syntax, TypeReference type)
    {
        if (Clock(syntax, type) is { } clock)
            return clock;
        if (type.Type is { Kind: TypeKind.Enum } enumeration)
            return EnumValue(enumeration, syntax.Name, syntax.NameSpan) is { } value ? new BoundConstant(enumeration, syntax.Span, value) : new BoundError(syntax.Span);
        var constants = BuiltInConstants.Of(type.Name);
        var constant = constants.FirstOrDefault(c => string.Equals(c.Name, syntax.Name, _comparison));
        if (constant.Type is not null)
        {
            if (constant.Name != syntax.Name)
                report.Note(CheckDiagnostics.NameCase, syntax.NameSpan, syntax.Name, constant.Name);
            return new BoundConstant(constant.Type, syntax.Span, constant.Value);
        }
        if (ForbiddenNames.Report(report, syntax.Name, syntax.NameSpan) is { } forbidden)
            return forbidden;
        if (BuiltIns.Static(type.Name).Any(b => string.Equals(b.Shape.Name, syntax.Name, _comparison)))
            return report.ErrorNear(CheckDiagnostics.NotAValue, syntax.NameSpan, $"{syntax.Name}()", syntax.Name);
        var known = constants.Select(c => c.Name).Concat(type.Name is "DateTime" ? ["Now", "UtcNow", "Today"] : type.Name is "DateTimeOffset" ? ["Now", "UtcNow"] : [])
            .Concat(BuiltIns.Static(type.Name).Select(b => b.Shape.Name)).Distinct(StringComparer.Ordinal).ToList();
        return report.ErrorNear(CheckDiagnostics.UnknownMember, syntax.NameSpan, NameSuggestion.Nearest(syntax.Name, known), type.Name, syntax.Name, Listing.Of(known));
    }

    /// <summary>The value of an enumeration called so; null: reported.</summary>
    public object? EnumValue(RuleType enumeration, string name, TextSpan span)
    {
        var known = Enum.GetNames(enumeration.Clr);
        var found = known.FirstOrDefault(n => n == name) ?? known.FirstOrDefault(n => string.Equals(n, name, _comparison));
        if (found is null)
        {
            report.ErrorNear(CheckDiagnostics.UnknownMember, span, NameSuggestion.Nearest(name, known), enumeration.ToString(), name, Listing.Of(known));
            return null;
        }
        if (found != name)
            report.Note(CheckDiagnostics.NameCase, span, name, found);
        return Enum.Parse(enumeration.Clr, found);
    }

    private BoundClock? Clock(MemberSyntax syntax, TypeReference type)
    {
        bool Is(string name) => string.Equals(syntax.Name, name, _comparison);
        return type.Name switch
        {
            "DateTime" when Is("Now") => new BoundClock(RuleType.DateTime, syntax.Span, ClockReading.Local),
            "DateTime" when Is("UtcNow") => new BoundClock(RuleType.DateTime, syntax.Span, ClockReading.Utc),
            "DateTime" when Is("Today") => new BoundClock(RuleType.DateTime, syntax.Span, ClockReading.Today),
            "DateTimeOffset" when Is("Now") => new BoundClock(RuleType.Instant, syntax.Span, ClockReading.Instant),
            "DateTimeOffset" when Is("UtcNow") => new BoundClock(RuleType.Instant, syntax.Span, ClockReading.UtcInstant),
            _ => null,
        };
    }
}

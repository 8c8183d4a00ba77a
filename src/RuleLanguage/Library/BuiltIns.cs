using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Library.Dates;
using Tthc.RuleLanguage.Library.Dates.Statics;
using Tthc.RuleLanguage.Library.Numbers;
using Tthc.RuleLanguage.Library.Texts;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Library;

/// <summary>The functions and properties every rule may use: nothing else of the framework can be reached.</summary>
public static class BuiltIns
{
    private const string Maker = "New";

    private static readonly FrozenDictionary<TypeKind, ImmutableArray<BuiltIn>> s_members = new Dictionary<TypeKind, ImmutableArray<BuiltIn>>
    {
        [TypeKind.String] = [.. BuiltIn.Of(typeof(TextMembers)), .. BuiltIn.Of(typeof(TextParts)), .. BuiltIn.Of(typeof(TextSearch))],
        [TypeKind.Character] = BuiltIn.Of(typeof(CharacterMembers)),
        [TypeKind.Boolean] = BuiltIn.Of(typeof(BooleanMembers)),
        [TypeKind.Number] = BuiltIn.Of(typeof(NumberMembers)),
        [TypeKind.DateTime] = [.. BuiltIn.Of(typeof(DateTimeMembers)), .. BuiltIn.Of(typeof(DateTimeMoves))],
        [TypeKind.Instant] = [.. BuiltIn.Of(typeof(InstantMembers)), .. BuiltIn.Of(typeof(InstantMoves))],
        [TypeKind.Date] = BuiltIn.Of(typeof(DateMembers)),
        [TypeKind.Time] = BuiltIn.Of(typeof(TimeMembers)),
        [TypeKind.Duration] = BuiltIn.Of(typeof(DurationMembers)),
        [TypeKind.Guid] = BuiltIn.Of(typeof(GuidMembers)),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, ImmutableArray<BuiltIn>> s_statics = new Dictionary<string, ImmutableArray<BuiltIn>>
    {
        ["string"] = BuiltIn.Of(typeof(TextStatics)),
        ["char"] = BuiltIn.Of(typeof(CharacterStatics)),
        ["Math"] = [.. BuiltIn.Of(typeof(Rounding)), .. BuiltIn.Of(typeof(RealFunctions))],
        ["Convert"] = BuiltIn.Of(typeof(ConvertStatics)),
        ["ExpressionUtils"] = BuiltIn.Of(typeof(ListTexts)),
        ["DateTime"] = BuiltIn.Of(typeof(DateTimeStatics)),
        ["DateTimeOffset"] = BuiltIn.Of(typeof(InstantStatics)),
        ["DateOnly"] = BuiltIn.Of(typeof(DateStatics)),
        ["TimeOnly"] = BuiltIn.Of(typeof(TimeStatics)),
        ["TimeSpan"] = BuiltIn.Of(typeof(DurationStatics)),
        ["Guid"] = BuiltIn.Of(typeof(GuidStatics)),
        ["bool"] = BuiltIn.Of(typeof(BooleanStatics)),
        ["int"] = BuiltIn.Of(typeof(Int32Statics)),
        ["long"] = BuiltIn.Of(typeof(Int64Statics)),
        ["double"] = BuiltIn.Of(typeof(DoubleStatics)),
        ["decimal"] = BuiltIn.Of(typeof(DecimalStatics)),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, BuiltIn> s_hidden =
        BuiltIn.Of(typeof(OperatorFunctions)).ToFrozenDictionary(b => b.Shape.Name, StringComparer.Ordinal);

    /// <summary>Names that hold functions and are no types of values.</summary>
    public static ImmutableArray<string> Holders { get; } = ["Math", "Convert", "ExpressionUtils"];

    /// <summary>The functions called on a type by its usual name, such as <c>Math</c> or <c>string</c>.</summary>
    public static ImmutableArray<BuiltIn> Static(string type) => [.. s_statics.GetValueOrDefault(type, []).Where(b => b.Shape.Name != Maker)];

    /// <summary>The functions behind the name of a type called like one, such as <c>DateTime(2026, 7, 1)</c>.</summary>
    public static ImmutableArray<BuiltIn> Makers(string type) => [.. s_statics.GetValueOrDefault(type, []).Where(b => b.Shape.Name == Maker)];

    /// <summary>The properties and functions of values of a type; the receiver is their first parameter. Those of records and lists are not here.</summary>
    public static ImmutableArray<BuiltIn> Of(RuleType type) =>
        type.Kind == TypeKind.Enum ? EnumMembers.Of(type) : s_members.GetValueOrDefault(type.Kind, []);

    /// <summary>All that can be called on a type by name, for editors: the name and its functions.</summary>
    public static IEnumerable<(string Type, BuiltIn Function)> AllStatic => s_statics.Keys.SelectMany(type => Static(type).Select(b => (type, b)));

    /// <summary>All members of values, for editors: the kind and its functions.</summary>
    public static IEnumerable<(TypeKind Kind, BuiltIn Function)> AllMembers => s_members.SelectMany(p => p.Value.Select(b => (p.Key, b)));

    /// <summary>A call of a function that stands behind an operator.</summary>
    internal static BoundExpression Convert(string function, params ImmutableArray<BoundExpression> arguments) =>
        Checking.Calls.Overloads.Call(s_hidden[function], arguments, arguments[0].Span);

    /// <summary>A scalar value as text; null: it has none.</summary>
    internal static BoundExpression? Text(BoundExpression value)
    {
        if (value.Type.Kind == TypeKind.String)
            return value;
        var candidates = Of(value.Type).Where(b => b.Shape is { Name: "ToString", Parameters.Length: 1 }).Select(b => b.Shape).ToList();
        return Checking.Calls.Overloads.Best(candidates, [value]) is { } best ? Checking.Calls.Overloads.Call(best, [value], value.Span) : null;
    }
}

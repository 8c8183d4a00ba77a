using System.Globalization;
using Tthc.RuleLanguage.Types;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.RuleSets.Data;

/// <summary>Scalar values of the language written as JSON.</summary>
internal static class JsonScalars
{
    private static readonly Type[] s_widening = [typeof(int), typeof(long), typeof(double)];

    /// <summary>The value held as the type wants it; null where the node is none of it.</summary>
    public static object? Read(RuleType type, JsonNode node) => (node, type.Kind) switch
    {
        (JsonBoolean truth, TypeKind.Boolean) => truth.Value,
        (JsonNumber number, TypeKind.Number) => Number(number, type.Clr),
        (JsonString text, _) => OfText(type, text.Value),
        _ => null,
    };

    /// <summary>The type a number is inferred to have: the narrowest of int, long and double.</summary>
    public static RuleType NumberType(JsonNumber number)
    {
        if (!number.Text.AsSpan().ContainsAny(".eE") && number.TryGetInt64(out var whole))
            return whole is >= int.MinValue and <= int.MaxValue ? RuleType.Int32 : RuleType.Int64;
        return RuleType.Double;
    }

    /// <summary>The wider of two of these types.</summary>
    public static RuleType Wider(RuleType left, RuleType right) =>
        Array.IndexOf(s_widening, left.Clr) >= Array.IndexOf(s_widening, right.Clr) ? left : right;

    /// <summary>What a value of the type looks like, for a message.</summary>
    public static string Example(RuleType type) => type.Kind switch
    {
        TypeKind.Boolean => "true",
        TypeKind.Number => "12",
        TypeKind.Character => "\"a\"",
        TypeKind.DateTime => "\"2026-04-21T08:30:00\"",
        TypeKind.Instant => "\"2026-04-21T08:30:00+07:00\"",
        TypeKind.Date => "\"2026-04-21\"",
        TypeKind.Time => "\"08:30\"",
        TypeKind.Duration => "\"1.08:00:00\"",
        TypeKind.Guid => "\"00000000-0000-0000-0000-000000000000\"",
        TypeKind.Enum => string.Join(", ", Enum.GetNames(type.Clr).Select(name => $"\"{name}\"")),
        _ => "\"…\"",
    };

    private static object? Number(JsonNumber number, Type clr)
    {
        if (clr == typeof(double) || clr == typeof(float))
            return number.ToDouble() is var real && double.IsFinite(real) ? Convert.ChangeType(real, clr, CultureInfo.InvariantCulture) : null;
        if (!number.TryGetDecimal(out var value))
            return null;
        if (clr == typeof(decimal))
            return value;
        return decimal.Truncate(value) == value && Fits(value, clr) ? Convert.ChangeType(value, clr, CultureInfo.InvariantCulture) : null;
    }

    private static bool Fits(decimal value, Type clr) => Type.GetTypeCode(clr) switch
    {
        TypeCode.SByte => value is >= sbyte.MinValue and <= sbyte.MaxValue,
        TypeCode.Byte => value is >= byte.MinValue and <= byte.MaxValue,
        TypeCode.Int16 => value is >= short.MinValue and <= short.MaxValue,
        TypeCode.UInt16 => value is >= ushort.MinValue and <= ushort.MaxValue,
        TypeCode.Int32 => value is >= int.MinValue and <= int.MaxValue,
        TypeCode.UInt32 => value is >= uint.MinValue and <= uint.MaxValue,
        TypeCode.UInt64 => value is >= ulong.MinValue and <= ulong.MaxValue,
        _ => value is >= long.MinValue and <= long.MaxValue,
    };

    private static object? OfText(RuleType type, string text) => type.Kind switch
    {
        TypeKind.String => text,
        TypeKind.Character => text.Length == 1 ? text[0] : null,
        TypeKind.Enum => Named(type.Clr, text),
        TypeKind.Guid => Guid.TryParseExact(text, "D", out var id) ? id : null,
        _ => Time(type.Kind, text),
    };

    private static object? Time(TypeKind kind, string text)
    {
        var (culture, exact) = (CultureInfo.InvariantCulture, DateTimeStyles.None);
        return kind switch
        {
            TypeKind.Instant => HasOffset(text) && DateTimeOffset.TryParse(text, culture, exact, out var instant) ? instant : null,
            TypeKind.DateTime => !HasOffset(text) && DateTime.TryParse(text, culture, exact, out var local) ? local : null,
            TypeKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, exact, out var day) ? day : null,
            TypeKind.Time => TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"], culture, exact, out var time) ? time : null,
            TypeKind.Duration => TimeSpan.TryParseExact(text, ["c", @"h\:mm"], culture, out var span) ? span : null,
            _ => null,
        };
    }

    /// <summary>An instant without an offset would be read in the zone of the machine.</summary>
    private static bool HasOffset(string text)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal);
        return time > 0 && (text.EndsWith('Z') || text.AsSpan(time).ContainsAny("+-"));
    }

    private static object? Named(Type clr, string text) =>
        Enum.GetNames(clr).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse(clr, name) : null;
}

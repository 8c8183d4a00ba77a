using System.Collections.Frozen;

namespace Tthc.RuleLanguage.Types;

/// <summary>Which CLR types are scalar values of the language, and by which names rules call them.</summary>
internal static class ScalarTypes
{
    private static readonly FrozenDictionary<Type, RuleType> s_known = new[]
    {
        RuleType.Boolean, RuleType.Character, RuleType.Int32, RuleType.Int64, RuleType.Double, RuleType.Decimal, RuleType.String,
        RuleType.DateTime, RuleType.Instant, RuleType.Date, RuleType.Time, RuleType.Duration, RuleType.Guid,
        RuleType.Number(typeof(byte)), RuleType.Number(typeof(sbyte)), RuleType.Number(typeof(short)), RuleType.Number(typeof(ushort)),
        RuleType.Number(typeof(uint)), RuleType.Number(typeof(ulong)), RuleType.Number(typeof(float)),
    }.ToFrozenDictionary(t => t.Clr);

    private static readonly FrozenDictionary<string, RuleType> s_named = s_known.Values
        .SelectMany(t => new[] { KeyValuePair.Create(t.Clr.Name, t), KeyValuePair.Create(t.ToString(), t) })
        .DistinctBy(p => p.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, RuleType> s_anyCase = s_named.DistinctBy(p => p.Key, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names shown when a type is not known.</summary>
    public static IEnumerable<string> Names => s_known.Values.Select(t => t.ToString()).Order(StringComparer.Ordinal);

    public static RuleType? Find(Type clr)
    {
        if (Nullable.GetUnderlyingType(clr) is { } inner)
            return Find(inner)?.AsNullable();
        if (clr.IsEnum)
            return RuleType.Enum(clr);
        return s_known.GetValueOrDefault(clr);
    }

    /// <summary>The type called by a keyword or a name of the framework: <c>int</c>, <c>Int32</c>, <c>DateTime</c>.</summary>
    public static RuleType? Named(string name, bool ignoringCase) => (ignoringCase ? s_anyCase : s_named).GetValueOrDefault(name);
}

using System.Collections.Frozen;

namespace Tthc.RuleLanguage.Types;

/// <summary>Which CLR types are scalar values of the language.</summary>
internal static class ScalarTypes
{
    private static readonly FrozenDictionary<Type, RuleType> s_known = new[]
    {
        RuleType.Boolean, RuleType.Character, RuleType.Int32, RuleType.Int64, RuleType.Double, RuleType.Decimal, RuleType.String,
        RuleType.DateTime, RuleType.Instant, RuleType.Date, RuleType.Time, RuleType.Duration, RuleType.Guid,
        RuleType.Number(typeof(byte)), RuleType.Number(typeof(sbyte)), RuleType.Number(typeof(short)), RuleType.Number(typeof(ushort)),
        RuleType.Number(typeof(uint)), RuleType.Number(typeof(ulong)), RuleType.Number(typeof(float)),
    }.ToFrozenDictionary(t => t.Clr);

    public static RuleType? Find(Type clr)
    {
        if (Nullable.GetUnderlyingType(clr) is { } inner)
            return Find(inner)?.AsNullable();
        if (clr.IsEnum)
            return RuleType.Enum(clr);
        return s_known.GetValueOrDefault(clr);
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Library;

/// <summary>A constant of a type, such as <c>Math.PI</c>.</summary>
/// <param name="Name">Name after the dot.</param>
/// <param name="Type">Type; null only in a default value.</param>
/// <param name="Value">Value.</param>
internal readonly record struct BuiltInConstant(string Name, RuleType? Type, object Value);

/// <summary>The constants of types.</summary>
internal static class BuiltInConstants
{
    private static readonly FrozenDictionary<string, ImmutableArray<BuiltInConstant>> s_known = new Dictionary<string, ImmutableArray<BuiltInConstant>>
    {
        ["Math"] = [Of("PI", Math.PI), Of("E", Math.E)],
        ["string"] = [Of("Empty", "")],
        ["int"] = [Of("MaxValue", int.MaxValue), Of("MinValue", int.MinValue)],
        ["long"] = [Of("MaxValue", long.MaxValue), Of("MinValue", long.MinValue)],
        ["double"] = [Of("MaxValue", double.MaxValue), Of("MinValue", double.MinValue)],
        ["decimal"] = [Of("MaxValue", decimal.MaxValue), Of("MinValue", decimal.MinValue)],
        ["DateTime"] = [Of("MaxValue", DateTime.MaxValue), Of("MinValue", DateTime.MinValue)],
        ["DateTimeOffset"] = [Of("MaxValue", DateTimeOffset.MaxValue), Of("MinValue", DateTimeOffset.MinValue)],
        ["DateOnly"] = [Of("MaxValue", DateOnly.MaxValue), Of("MinValue", DateOnly.MinValue)],
        ["TimeOnly"] = [Of("MaxValue", TimeOnly.MaxValue), Of("MinValue", TimeOnly.MinValue)],
        ["TimeSpan"] = [Of("Zero", TimeSpan.Zero), Of("MaxValue", TimeSpan.MaxValue), Of("MinValue", TimeSpan.MinValue)],
        ["Guid"] = [Of("Empty", Guid.Empty)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ImmutableArray<BuiltInConstant> Of(string type) => s_known.GetValueOrDefault(type, []);

    private static BuiltInConstant Of(string name, object value) => new(name, RuleType.Scalar(value.GetType()), value);
}

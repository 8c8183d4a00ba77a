using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Library;

/// <summary>What may be asked of the value of an enumeration: its name.</summary>
internal static class EnumMembers
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<BuiltIn>> s_made = new();
    private static readonly MethodInfo s_name = typeof(EnumMembers).GetMethod(nameof(NameOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static ImmutableArray<BuiltIn> Of(RuleType type) => s_made.GetOrAdd(type.Clr, clr =>
    [
        new BuiltIn(
            new FunctionShape(
                "ToString", [new ParameterShape("value", RuleType.Enum(clr))], RuleType.String,
                new BilingualText("tên của giá trị", "the name of the value"), s_name.MakeGenericMethod(clr)),
            IsProperty: false, KeepsUnit: false),
    ]);

    private static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString();
}

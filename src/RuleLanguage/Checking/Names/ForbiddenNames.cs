using System.Collections.Frozen;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Names;

/// <summary>Names people know from elsewhere that rules are refused, with what to do instead.</summary>
internal static class ForbiddenNames
{
    private static readonly BilingualText s_reflection = new("quy tắc không nhìn vào chương trình", "rules do not look into the program");
    private static readonly BilingualText s_outside = new("quy tắc không chạm tới máy chủ", "rules do not reach the machine");
    private static readonly BilingualText s_chance = new("kết luận phải lặp lại được", "a verdict has to be repeatable");
    private static readonly BilingualText s_pattern = new("dùng StartsWith, Contains, Substring", "use StartsWith, Contains, Substring");

    private static readonly FrozenDictionary<string, BilingualText> s_known = new Dictionary<string, BilingualText>
    {
        ["GetType"] = s_reflection,
        ["GetHashCode"] = s_reflection,
        ["GetTypeCode"] = s_reflection,
        ["Assembly"] = s_reflection,
        ["Type"] = s_reflection,
        ["Activator"] = s_reflection,
        ["AppDomain"] = s_reflection,
        ["AppContext"] = s_outside,
        ["Environment"] = s_outside,
        ["Process"] = s_outside,
        ["File"] = s_outside,
        ["Directory"] = s_outside,
        ["Path"] = s_outside,
        ["Console"] = s_outside,
        ["Uri"] = s_outside,
        ["Random"] = s_chance,
        ["NewGuid"] = s_chance,
        ["Regex"] = s_pattern,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reports the use of such a name; null: it is none.</summary>
    public static BoundError? Report(CheckReport report, string name, TextSpan span) =>
        s_known.TryGetValue(name, out var reason) ? report.Error(CheckDiagnostics.Forbidden, span, name, reason) : null;
}

using Tthc.RuleLanguage.Checking.Calls;
using Tthc.RuleLanguage.Checking.Queries;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking;

/// <summary>What of the language itself can be called, for editors and reference pages; the functions of values are in <see cref="Library.BuiltIns"/>.</summary>
public static class LanguageForms
{
    /// <summary>The forms that look like functions, such as <c>iif(a, b, c)</c>.</summary>
    public static IEnumerable<(string Usage, BilingualText Description)> Forms => SpecialForms.All;

    /// <summary>The queries written after a list, such as <c>Any(q =&gt; …)</c>.</summary>
    public static IEnumerable<(string Usage, BilingualText Description)> Queries => QueryTable.All.Select(q => (q.Usage, q.Description));
}

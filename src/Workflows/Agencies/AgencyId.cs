using System.Text.RegularExpressions;

namespace Tthc.Workflows.Agencies;

/// <summary>The two formats of national agency identifiers that are in use side by side.</summary>
public static class AgencyId
{
    // Without backtracking: the text comes from a file anybody may have written.
    private static readonly Regex Pattern = new(
        @"^(?:[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}|[A-Z][0-9]{2}(?:\.[0-9]{1,3}){0,2})\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Whether a text is written as <c>000.00.12.H34</c> (QĐ 20/2020/QĐ-TTg) or as <c>H34</c>, <c>H34.15</c>, <c>G12.18.3</c>.</summary>
    public static bool IsValid(string text) => Pattern.IsMatch(text);
}

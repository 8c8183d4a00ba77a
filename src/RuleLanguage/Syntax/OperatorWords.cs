using System.Collections.Frozen;
using System.Globalization;
using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax;

/// <summary>The words that are operators, in any case, and those that people bring from other languages.</summary>
internal static class OperatorWords
{
    private static readonly FrozenDictionary<string, BinaryOperator> Binary = new Dictionary<string, BinaryOperator>(StringComparer.OrdinalIgnoreCase)
    {
        ["or"] = BinaryOperator.Or,
        ["OrElse"] = BinaryOperator.Or,
        ["and"] = BinaryOperator.And,
        ["AndAlso"] = BinaryOperator.And,
        ["eq"] = BinaryOperator.Equal,
        ["equal"] = BinaryOperator.Equal,
        ["ne"] = BinaryOperator.NotEqual,
        ["neq"] = BinaryOperator.NotEqual,
        ["notequal"] = BinaryOperator.NotEqual,
        ["lt"] = BinaryOperator.Less,
        ["LessThan"] = BinaryOperator.Less,
        ["le"] = BinaryOperator.LessOrEqual,
        ["LessThanEqual"] = BinaryOperator.LessOrEqual,
        ["gt"] = BinaryOperator.Greater,
        ["GreaterThan"] = BinaryOperator.Greater,
        ["ge"] = BinaryOperator.GreaterOrEqual,
        ["GreaterThanEqual"] = BinaryOperator.GreaterOrEqual,
        ["mod"] = BinaryOperator.Remainder,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Reserved =
        new[] { "in", "not", "not_in", "true", "false", "null", "new" }.Concat(Binary.Keys).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, BilingualText> Foreign = new Dictionary<string, BilingualText>(StringComparer.OrdinalIgnoreCase)
    {
        ["like"] = Use("a.Contains(\"…\"), a.StartsWith(\"…\")"),
        ["contains"] = Use("a.Contains(\"…\")"),
        ["startswith"] = Use("a.StartsWith(\"…\")"),
        ["endswith"] = Use("a.EndsWith(\"…\")"),
        ["matches"] = Use("a.Contains(\"…\"), a.StartsWith(\"…\"), a.EndsWith(\"…\")"),
        ["between"] = Use("x >= a && x <= b"),
        ["is"] = Use("x == null, is(x, \"…\")"),
        ["as"] = Use("as(x, \"…\")"),
        ["xor"] = Use("a != b"),
        ["div"] = Use("a / b"),
        ["if"] = Use("iif(c, a, b), c ? a : b"),
        ["then"] = Use("c ? a : b"),
        ["else"] = Use("c ? a : b"),
        ["not"] = Use("x not in (a, b)"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The operator a word stands for between two values; null if none.</summary>
    public static BinaryOperator? BinaryOf(string word) => Binary.TryGetValue(word, out var found) ? found : null;

    /// <summary>What to write instead of an operator of another language; null for any other word.</summary>
    public static BilingualText? InsteadOf(string word) => Foreign.GetValueOrDefault(word);

    /// <summary>Whether a word cannot be a name at the start of a value without <c>@</c>.</summary>
    public static bool IsReserved(string word) => Reserved.Contains(word);

    /// <summary>Whether a word stands between two values.</summary>
    public static bool IsInfix(string word) => Binary.ContainsKey(word) || Is(word, "in") || Is(word, "not_in");

    public static bool Is(string word, string expected) => word.Equals(expected, StringComparison.OrdinalIgnoreCase);

    /// <summary>"Use …".</summary>
    public static BilingualText Use(string instead) =>
        new(string.Create(CultureInfo.InvariantCulture, $"hãy dùng {instead}"), string.Create(CultureInfo.InvariantCulture, $"use {instead}"));
}

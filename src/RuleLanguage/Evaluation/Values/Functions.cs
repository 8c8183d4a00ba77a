using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Values;

/// <summary>What is to be known of a function to call it.</summary>
internal static class Functions
{
    /// <summary>
    /// Whether having no result is an error: a function of the language has none where .NET would have thrown. One of the host has none where it cannot tell,
    /// which is a fact that is missing.
    /// </summary>
    public static bool FailsWithoutResult(FunctionShape function) => function.Method.DeclaringType?.Assembly == typeof(FunctionShape).Assembly;
}

using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Workflows.Dossiers.CaseFacts;

/// <summary>The facts a condition reads, as texts for the log and for people.</summary>
internal static class ReadFacts
{
    private const string OfCase = CaseSchema.CaseName + ".";

    /// <summary>What the condition reads, with the values found; a list says how many elements it has.</summary>
    public static ImmutableArray<FindingFact> Of(Condition condition, DataRecord facts) =>
        [.. condition.Reads.Select(path => new FindingFact(path, Text(ValueAt(path, condition.Schema.Schema.Root, facts))))];

    /// <summary>A fact as people know it.</summary>
    public static string Titled(string path, CompiledProcedure procedure) =>
        Declared(path, procedure) is { } fact ? $"{path} ({fact.Name.Vietnamese})" : path;

    /// <summary>How to give a missing fact; null: it is none of the case.</summary>
    public static string? Example(string path, CompiledProcedure procedure) =>
        Declared(path, procedure) is { } fact ? $"{fact.Key}={CaseFactText.Example(fact.Type)}" : null;

    private static CaseFact? Declared(string path, CompiledProcedure procedure) =>
        path.StartsWith(OfCase, StringComparison.Ordinal) ? procedure.FindFact(path[OfCase.Length..].Split('.')[0]) : null;

    private static object? ValueAt(string path, RecordShape root, object facts)
    {
        RecordShape? shape = root;
        object? value = facts;
        foreach (var name in path.Split('.'))
        {
            if (value is null || shape?.Find(name) is not { } member)
                return value;
            value = member.Get(value);
            shape = member.Type.Record;
        }
        return value;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool truth => truth ? "true" : "false",
        string text => text,
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        ICollection list => list.Count.ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "…",
    };
}

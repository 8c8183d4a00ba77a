using System.Collections.Immutable;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Workflows.Dossiers.CaseFacts;

/// <summary>Facts of the case against the declaration of the procedure: nothing outside it, every value of its type.</summary>
internal static class CaseFactCheck
{
    /// <summary>The facts in their one writing, or everything that is wrong with them.</summary>
    /// <param name="given">As the caller wrote them.</param>
    /// <param name="procedure">The procedure that declares them.</param>
    /// <param name="isReceived">Whether the dossier has been received: a fixed fact then stays as it is.</param>
    public static (EquatableList<CaseFactValue> Facts, Refusal? Refusal) Resolve(ImmutableArray<CaseFactValue> given, CompiledProcedure procedure, bool isReceived)
    {
        if (given.IsEmpty)
            return (default, null);
        var unknown = given.Where(g => procedure.FindFact(g.Name) is null).Select(g => g.Name).ToList();
        if (unknown.Count > 0)
            return (default, Refusals.UnknownFact.With("facts", string.Join(", ", unknown), "known", Listed(procedure.Facts.Select(f => f.Key))));
        var wrong = given.Where(g => !IsValue(g, procedure)).Select(g => Explained(g, procedure.FindFact(g.Name)!))
            .Concat(given.GroupBy(g => g.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{g.Key} ×{g.Count()}")).ToList();
        if (wrong.Count > 0)
            return (default, Refusals.FactValue.With("facts", string.Join("; ", wrong)));
        var fixedOnes = given.Where(g => isReceived && procedure.FindFact(g.Name)!.Fixed).Select(g => g.Name).ToList();
        return fixedOnes.Count > 0
            ? (default, Refusals.FactFixed.With("facts", string.Join(", ", fixedOnes)))
            : (EquatableList.From(given.Select(g => g with { Value = CaseFactText.Normalise(procedure.FindFact(g.Name)!.Type, g.Value)! })), null);
    }

    /// <summary>Facts that a receipt needs and does not have.</summary>
    public static Refusal? Missing(Dossier subject, CompiledProcedure procedure)
    {
        var missing = procedure.Facts.Where(f => f.Required && subject.FactOf(f.Key) is null).ToList();
        return missing.Count == 0
            ? null
            : Refusals.MissingFact.With("facts", string.Join(", ", missing.Select(f => f.Key)), "names", string.Join("; ", missing.Select(f => f.Name.Vietnamese)));
    }

    /// <summary>What a linked dossier takes over of its parent's facts: those its procedure declares under the same name, with a value of its type.</summary>
    public static ImmutableArray<CaseFactValue> Inherited(EquatableList<CaseFactValue> facts, CompiledProcedure procedure) =>
        procedure.Facts.IsEmpty ? [] : [.. facts.Items.Where(f => IsValue(f, procedure))];

    /// <summary>Facts with newer ones in their place.</summary>
    public static EquatableList<CaseFactValue> Merge(EquatableList<CaseFactValue> facts, EquatableList<CaseFactValue> newer) =>
        newer.IsEmpty ? facts : EquatableList.From(facts.Items.Where(f => !newer.Items.Any(n => n.Name == f.Name)).Concat(newer.Items));

    private static bool IsValue(CaseFactValue value, CompiledProcedure procedure) =>
        procedure.FindFact(value.Name) is { } fact && CaseFactText.Normalise(fact.Type, value.Value) is not null;

    private static string Explained(CaseFactValue given, CaseFact fact) => $"{given.Name}={given.Value} ({CaseFactText.Example(fact.Type)})";

    private static string Listed(IEnumerable<string> names) => names.DefaultIfEmpty("-").Aggregate((left, right) => $"{left}, {right}");
}

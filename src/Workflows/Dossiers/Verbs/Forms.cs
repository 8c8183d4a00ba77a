namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>Which slip an act needs; its number in the set in force comes from the handling policy.</summary>
internal static class Forms
{
    public const string Supplement = "supplement";
    public const string Refusal = "refusal";
    public const string Apology = "apology";
    public const string Stop = "stop";

    /// <summary>Number of a slip in the set in force on the day of receipt; null: the set has no such slip.</summary>
    public static string? Number(DecisionContext context, Dossier dossier, string slip) =>
        context.World.PolicyFor(context.World.DayOf(dossier.ReceivedAt ?? context.At))?.Forms.GetValueOrDefault(slip);
}

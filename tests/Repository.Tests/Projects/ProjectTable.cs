namespace Tthc.Repository.Tests.Projects;

/// <summary>Which project may see which, and which are pure: docs/architecture.md as a table.</summary>
internal static class ProjectTable
{
    private const string Core = "Grpc.Core.Api";
    private const string Net = "Grpc.Net.Common";

    public static readonly IReadOnlyDictionary<string, Entry> Entries = new Dictionary<string, Entry>(StringComparer.Ordinal)
    {
        [Core] = new(Pure: false),
        [Net] = new(Pure: false, Core),
        ["Tthc.Protos"] = new(Pure: false, Core, Net),
        ["Tthc.Text"] = new(Pure: true),
        ["Tthc.RuleLanguage"] = new(Pure: true, "Tthc.Text"),
        ["Tthc.Workflows"] = new(Pure: true, "Tthc.Text", "Tthc.RuleLanguage"),
        ["Tthc.Documents"] = new(Pure: true, "Tthc.Workflows", "Tthc.Text"),
        ["Tthc.Storage"] = new(Pure: false),
        ["Tthc.AdminConsole"] = new(Pure: false, "Tthc.Protos"),
        ["Tthc.Engine"] = new(Pure: false, "Tthc.Protos", "Tthc.Storage", "Tthc.Workflows", "Tthc.RuleLanguage", "Tthc.Text", "Tthc.Documents", "Tthc.AdminConsole"),
        ["tthc"] = new(Pure: false, "Tthc.Protos", "Tthc.Storage", "Tthc.Workflows", "Tthc.RuleLanguage", "Tthc.Text"),
    };

    /// <summary>What in these projects breaks the table, in words.</summary>
    public static IReadOnlyList<string> Violations(IEnumerable<ProjectFile> projects) =>
    [
        .. projects.SelectMany(project => project.Path.StartsWith("src/", StringComparison.Ordinal) ? OfSource(project) : OfOther(project)),
    ];

    private static IEnumerable<string> OfSource(ProjectFile project)
    {
        if (!Entries.TryGetValue(project.Name, out var entry))
        {
            yield return $"{project.Name} is not in the table";
            yield break;
        }
        if (project.IsPure != entry.Pure)
            yield return $"{project.Name} must{(entry.Pure ? "" : " not")} be pure";
        foreach (var reference in project.References.Except(entry.MayReference, StringComparer.Ordinal))
            yield return $"{project.Name} may not reference {reference}";
    }

    /// <summary>Benchmarks drive the engine over the wire; only tests look inside it.</summary>
    private static IEnumerable<string> OfOther(ProjectFile project) =>
        project.IsTest ? [] : project.References.Where(reference => reference == "Tthc.Engine").Select(reference => $"{project.Name} may not reference {reference}");

    internal sealed record Entry(bool Pure, params string[] MayReference);
}

using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Procedures;

/// <summary>Procedure files the tests are built from.</summary>
internal static class ProcedureFixtures
{
    public static string Folder { get; } = Path.Combine(RepositoryFiles.Root, "tests", "Workflows.Tests", "fixtures", "procedures");

    public static string Broken { get; } = Path.Combine(Folder, "broken");

    public static SourceText Load(string name) =>
        SourceText.FromUtf8(name, File.ReadAllBytes(Path.Combine(Folder, name)));

    /// <summary>The sample permit with one place changed.</summary>
    public static SourceText Permit(string text = "", string by = "")
    {
        var permit = Load("construction-permit.procedure.json").Text;
        if (text.Length > 0 && !permit.Contains(text, StringComparison.Ordinal))
            throw new ArgumentException($"The permit has no '{text}'.", nameof(text));
        return SourceText.From("permit.procedure.json", text.Length == 0 ? permit : permit.Replace(text, by, StringComparison.Ordinal));
    }

    public static (CompiledProcedure? Procedure, DiagnosticBag Bag) Compile(SourceText source)
    {
        var bag = new DiagnosticBag();
        return (ProcedureReader.Read(source, bag) is { } procedure ? ProcedureCompiler.Compile(procedure, bag) : null, bag);
    }
}

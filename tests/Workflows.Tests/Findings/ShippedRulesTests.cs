using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Findings;

public sealed class ShippedRulesTests
{
    private static readonly Lazy<(RuleBundle? Bundle, IReadOnlyList<Diagnostic> Diagnostics)> s_shipped = new(Compile);

    public static RuleBundle Bundle => s_shipped.Value.Bundle!;

    [Fact]
    public void Compile_without_errors()
    {
        var said = string.Join('\n', s_shipped.Value.Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Info && d.Location.Path.StartsWith("compliance/", StringComparison.Ordinal)));

        Assert.True(said.Length == 0, said);
    }

    [Theory]
    [InlineData("""{ "procedure": "1.004873", "receivedAt": "2026-03-02T08:00", "papers": ["form"], "status": "Processing" }""", "2026-03-02T09:00", "pending-in-time")]
    [InlineData("""{ "procedure": "1.004873", "receivedAt": "2026-03-02T08:00", "papers": ["form"], "status": "Processing" }""", "2026-03-06T09:00", "V01 pending-overdue progress-766-late V03 V38 N02")]
    public void Judge_a_sketch(string sketch, string at, string expected) => Assert.Equal(expected, string.Join(' ', SketchJudge.Met(sketch, at)));

    private static (RuleBundle?, IReadOnlyList<Diagnostic>) Compile()
    {
        var root = Path.Combine(RepositoryFiles.Root, "rules");
        var (bundle, diagnostics) = RuleBundleCompiler.Compile([.. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Where(p => RuleBundleCompiler.IsBundleFile(Path.GetFileName(p)))
            .Select(p => SourceText.From(Path.GetRelativePath(root, p).Replace('\\', '/'), File.ReadAllText(p)))]);
        return (bundle, diagnostics);
    }
}

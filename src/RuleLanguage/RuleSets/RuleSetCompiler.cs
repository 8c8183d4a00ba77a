using System.Collections.Immutable;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.RuleSets.Compiling;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.RuleSets;

/// <summary>Checks rule sets as a whole and makes them ready to judge.</summary>
public static class RuleSetCompiler
{
    /// <summary>
    /// Compiles sets that may take each other's rules and judge each other's. Every mistake in all of them is reported; a set with one is left out, and so is a set that
    /// needs it.
    /// </summary>
    /// <param name="all">The sets, of one file or of several.</param>
    /// <param name="facts">The schema of the facts of a set.</param>
    /// <param name="options">How they are compiled.</param>
    /// <param name="bag">Where problems go.</param>
    public static ImmutableArray<CompiledRuleSet> Compile(
        IReadOnlyList<RuleSetDefinition> all, Func<RuleSetDefinition, FactSchema> facts, RuleSetOptions options, DiagnosticBag bag)
    {
        var known = RuleSetCatalogue.Of(all, bag);
        var reported = new HashSet<(string, Text.SourceLocation)>();
        var compiled = ImmutableArray.CreateBuilder<CompiledRuleSet>();
        foreach (var set in known.Sets)
        {
            // A rule is checked again in every set that takes it: what is wrong with it is said once.
            var own = new DiagnosticBag();
            var context = new SetContext(known, facts, options, own);
            if (SetBinder.Bind(context, set) is { } bound && !own.HasErrors)
                compiled.Add(bound);
            bag.ReportAll(own.ToImmutable().Where(d => reported.Add((d.Id, d.Location))));
        }
        return compiled.ToImmutable();
    }
}

using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.RuleSets.Testing;

/// <summary>What came of the tests of a file.</summary>
/// <param name="Cases">Outcome of each case that could be run.</param>
/// <param name="Coverage">Which conditions they have seen true and false.</param>
/// <param name="IsGreen">Whether all cases ran as expected and every rule is expected something of.</param>
public sealed record RuleTestReport(ImmutableArray<RuleTestOutcome> Cases, ImmutableArray<ConditionCoverage> Coverage, bool IsGreen);

/// <summary>What came of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Failures">What was not as expected; empty: passed.</param>
public sealed record RuleTestOutcome(RuleTestCase Case, ImmutableArray<RuleTestFailure> Failures);

/// <summary>An expectation that failed.</summary>
/// <param name="Diagnostic">What was expected and what was found, at the expectation's place.</param>
/// <param name="Trace">Why the rule said so.</param>
public sealed record RuleTestFailure(Diagnostic Diagnostic, RuleTrace Trace);

/// <summary>A condition inside a rule, and what the tests have seen of it.</summary>
/// <param name="Rule">Name of the rule at the top.</param>
/// <param name="Text">The condition as written.</param>
/// <param name="Location">Where.</param>
/// <param name="SeenTrue">It was true once.</param>
/// <param name="SeenFalse">It was false once.</param>
public sealed record ConditionCoverage(string Rule, string Text, SourceLocation Location, bool SeenTrue, bool SeenFalse);

using Tthc.RuleLanguage.Facts;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.RuleSets.Compiling;

/// <summary>What the compilation of one set goes by.</summary>
/// <param name="Known">All sets.</param>
/// <param name="Facts">Schema of the facts of a set.</param>
/// <param name="Options">How sets are compiled.</param>
/// <param name="Bag">Where problems go.</param>
internal sealed record SetContext(RuleSetCatalogue Known, Func<RuleSetDefinition, FactSchema> Facts, RuleSetOptions Options, DiagnosticBag Bag);

using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Facts;

namespace Tthc.Workflows.Findings;

/// <summary>What rules made of a dossier.</summary>
/// <param name="Dossier">The dossier with its findings.</param>
/// <param name="Events">The act, if there was one, and the findings that follow from it.</param>
/// <param name="Acts">All acts as rules see them.</param>
/// <param name="Shadows">Where rules that only try out would have judged otherwise.</param>
public sealed record Judgement(Dossier Dossier, ImmutableArray<RecordedEvent> Events, ImmutableArray<EventFacts> Acts, ImmutableArray<ShadowDifference> Shadows);

/// <summary>A rule that only tries out says otherwise than the live rule of the same id.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="ShadowSet">The set that only tries out.</param>
/// <param name="Live">What the live rule says; null: there is none.</param>
/// <param name="Shadow">What it says.</param>
public sealed record ShadowDifference(string Rule, string ShadowSet, Verdict? Live, Verdict Shadow);

using System.Collections.Immutable;

namespace Tthc.Workflows.Dossiers.Importing;

/// <summary>What happened to a dossier in another system, as that system tells it.</summary>
/// <param name="Source">The system.</param>
/// <param name="Code">The code the dossier has there, and keeps.</param>
/// <param name="Acts">What was done, the oldest first; the first is the receipt.</param>
public sealed record DossierHistory(string Source, string Code, ImmutableArray<HistoricAct> Acts);

/// <summary>One act of a history.</summary>
/// <param name="OccurredAt">When it is said to have happened.</param>
/// <param name="RecordedAt">When the other system recorded it, not before it happened.</param>
/// <param name="Actor">Who did it there.</param>
/// <param name="Command">What was done.</param>
public sealed record HistoricAct(DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, Actor Actor, DossierCommand Command);

/// <summary>What became of a history.</summary>
/// <param name="Transition">Everything to be written at once; null when refused.</param>
/// <param name="Refusal">Why not.</param>
/// <param name="Act">Place of the act that is refused, from 0.</param>
public readonly record struct ImportOutcome(DossierTransition? Transition, Refusal? Refusal, int Act);

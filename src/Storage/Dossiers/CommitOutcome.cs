using System.Collections.Immutable;

namespace Tthc.Storage.Dossiers;

/// <summary>What became of one unit of a batch.</summary>
public abstract record CommitOutcome;

/// <summary>The unit is durable.</summary>
/// <param name="Position">Feed position of its last event; 0 when it had none.</param>
/// <param name="Writes">The writes as carried out, those with a running number built.</param>
public sealed record Committed(long Position, ImmutableArray<DossierWrite> Writes) : CommitOutcome;

/// <summary>Someone else was first: nothing of the unit is written.</summary>
/// <param name="DossierId">The dossier that stood at another version.</param>
/// <param name="CurrentVersion">Its version as of this batch; 0 when there is no such dossier.</param>
public sealed record VersionConflict(long DossierId, int CurrentVersion) : CommitOutcome;

/// <summary>The request had been carried out before: nothing of the unit is written.</summary>
/// <param name="Stored">The request as remembered; a differing body hash is the caller's to refuse.</param>
public sealed record DuplicateRequest(RequestRow Stored) : CommitOutcome;

/// <summary>Newer rules were published since it was decided: nothing of the unit is written.</summary>
/// <param name="Bundle">The bundle by which it has to be decided anew.</param>
public sealed record RulesMoved(long Bundle) : CommitOutcome;

/// <summary>The signal had been carried out before: nothing of the unit is written.</summary>
/// <param name="SignalId">The signal that is no longer pending.</param>
public sealed record SignalGone(string SignalId) : CommitOutcome;

/// <summary>
/// The unit itself is at fault (a code or signal id that exists already, a builder that threw): nothing of it is
/// written, its neighbours are not touched by it.
/// </summary>
/// <param name="Cause">What was wrong.</param>
public sealed record UnitFailed(Exception Cause) : CommitOutcome;

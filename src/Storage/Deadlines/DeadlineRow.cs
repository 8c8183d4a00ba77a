namespace Tthc.Storage.Deadlines;

/// <summary>The earliest coming deadline of a dossier. The whole set is a function of its state and is not stored.</summary>
/// <param name="DueAt">When it passes.</param>
/// <param name="Name">Which of the dossier's deadlines it is.</param>
public sealed record DeadlineRow(DateTimeOffset DueAt, string Name);

/// <summary>A deadline that has passed and waits to be acted on.</summary>
/// <param name="DossierId">The dossier it belongs to.</param>
/// <param name="Deadline">The deadline itself.</param>
/// <param name="Claim">Number of the claim by which it was taken; 0 where nobody else could take it.</param>
public sealed record DueDeadline(long DossierId, DeadlineRow Deadline, long Claim = 0);

/// <summary>A deadline or signal that could not be carried out and is left alone for a while.</summary>
/// <param name="DossierId">The dossier it concerns.</param>
/// <param name="Name">The deadline, or the id of the signal.</param>
/// <param name="DueAt">When the deadline passed; null for a signal.</param>
public sealed record SetAsideKey(long DossierId, string Name, DateTimeOffset? DueAt);

/// <summary>One that is left alone, as listed.</summary>
/// <param name="Key">Which.</param>
/// <param name="Code">Code of the dossier, or of its filing; null for neither.</param>
/// <param name="Since">When it failed first.</param>
/// <param name="AgainAt">When it is tried again.</param>
/// <param name="Tries">How often it has failed.</param>
/// <param name="Reason">Why it failed last.</param>
public sealed record SetAsideRow(SetAsideKey Key, string? Code, DateTimeOffset Since, DateTimeOffset AgainAt, int Tries, string Reason);

namespace Tthc.Storage.Deadlines;

/// <summary>The earliest coming deadline of a dossier. The whole set is a function of its state and is not stored.</summary>
/// <param name="DueAt">When it passes.</param>
/// <param name="Name">Which of the dossier's deadlines it is.</param>
public sealed record DeadlineRow(DateTimeOffset DueAt, string Name);

/// <summary>A deadline that has passed and waits to be acted on.</summary>
/// <param name="DossierId">The dossier it belongs to.</param>
/// <param name="Deadline">The deadline itself.</param>
public sealed record DueDeadline(long DossierId, DeadlineRow Deadline);

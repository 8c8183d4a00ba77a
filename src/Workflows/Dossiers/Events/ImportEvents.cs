namespace Tthc.Workflows.Dossiers.Events;

/// <summary>imported: everything before was taken over from another system as that system told it; what follows happened here.</summary>
/// <param name="Source">The system it comes from.</param>
/// <param name="Events">How many events were taken over.</param>
public sealed record Imported(string Source, int Events) : DossierEvent;

namespace Tthc.Workflows.Dossiers;

/// <summary>An act somebody wants done. One file a verb.</summary>
public abstract record DossierCommand
{
    /// <summary>Whether it is done, and what follows. Looks only at what it is given.</summary>
    public abstract Decision Decide(Dossier dossier, DecisionContext context);

    /// <summary>Whether it makes a dossier rather than acting on one.</summary>
    public virtual bool MakesDossier => false;
}

using Tthc.Cli.Demo.Misdeeds;

namespace Tthc.Cli.Demo;

/// <summary>What all acts of the play work with.</summary>
internal sealed record Stage(EngineCalls Engine, Agenda Agenda, Offices Offices, MisdeedLog Misdeeds)
{
    /// <summary>Puts something on the agenda; never, where there is no moment. Errands of one moment run side by side, the agenda does not.</summary>
    public void Later(DateTimeOffset? at, PlayedDossier subject, Func<Task> run)
    {
        if (at is { } moment)
            lock (Agenda)
                Agenda.Add(moment, new(subject, run));
    }
}

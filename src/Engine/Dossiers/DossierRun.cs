using Tthc.Workflows.Dossiers;

namespace Tthc.Engine.Dossiers;

/// <summary>What one cause wants: a call, a deadline, a signal. The runner does the same with each.</summary>
internal sealed record DossierRun
{
    public required DossierCommand Command { get; init; }

    public required Actor Actor { get; init; }

    /// <summary>The dossier, by code or filing code; null when it is made or given by number.</summary>
    public string? Code { get; init; }

    /// <summary>The dossier by number; null when it is made or given by code.</summary>
    public long? Id { get; init; }

    /// <summary>Procedure of a dossier to be made.</summary>
    public string? ProcedureCode { get; init; }

    public string? RequestId { get; init; }

    public byte[] BodyHash { get; init; } = [];

    /// <summary>0: whatever it has.</summary>
    public long ExpectedVersion { get; init; }

    public DateTimeOffset? OccurredAt { get; init; }

    public string? ConsumedSignal { get; init; }

    /// <summary>Nobody waits for it: its commit goes after those that people wait for.</summary>
    public bool IsBackground { get; init; }
}

/// <summary>What became of it.</summary>
internal abstract record RunOutcome
{
    private RunOutcome()
    {
    }

    /// <summary>Nothing was written for it: it was told by what this engine has in memory.</summary>
    public bool RestsOnMemory => this is Refused or Lost or Done { Position: 0, Replayed: false };

    /// <summary>It is on the disk.</summary>
    public sealed record Done(Dossier Dossier, long Position, bool Replayed, DateTimeOffset At) : RunOutcome;

    /// <summary>Refused; nothing is written.</summary>
    public sealed record Refused(Refusal Refusal) : RunOutcome;

    /// <summary>No such dossier.</summary>
    public sealed record Unknown(string Code) : RunOutcome;

    /// <summary>The version is not the expected one, or others were faster again and again.</summary>
    public sealed record Lost(long CurrentVersion) : RunOutcome;

    /// <summary>The request id was used for something else.</summary>
    public sealed record RequestReused : RunOutcome;

    /// <summary>Something that was due before the act was carried out first; the act is still to be decided.</summary>
    public sealed record DueFirst : RunOutcome
    {
        public static DueFirst Instance { get; } = new();
    }

    /// <summary>Too much at once.</summary>
    public sealed record Busy : RunOutcome;

    /// <summary>The signal was carried out already.</summary>
    public sealed record AlreadyDone : RunOutcome;
}

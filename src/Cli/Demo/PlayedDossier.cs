using Tthc.Cli.Demo.Misdeeds;
using Tthc.Protos.V1;
using Tthc.Workflows.Procedures;

namespace Tthc.Cli.Demo;

/// <summary>A dossier in the play: what the engine last said about it, and what has been decided for it.</summary>
internal sealed class PlayedDossier(ulong key, CompiledProcedure procedure, Fate fate, Misdeed misdeed = Misdeed.None)
{
    private readonly HashSet<string> _planned = new(StringComparer.Ordinal);
    private int _requests;

    public ulong Key { get; } = key;

    public CompiledProcedure Procedure { get; } = procedure;

    public Fate Fate { get; } = fate;

    /// <summary>What is done with it against the rules.</summary>
    public Misdeed Misdeed { get; } = misdeed;

    /// <summary>The one account that does everything with it, where one does.</summary>
    public string? Account { get; init; }

    /// <summary>Until when its result is kept; null: nobody keeps it.</summary>
    public DateTimeOffset? KeptUntil { get; init; }

    /// <summary>As the engine last said; null before the first act.</summary>
    public Dossier? Latest { get; set; }

    /// <summary>Changed since its next acts were planned.</summary>
    public bool IsFresh { get; set; }

    /// <summary>The delay that makes it late has been planned.</summary>
    public bool Delayed { get; set; }

    /// <summary>Who acted last; deals with what no role is named for.</summary>
    public Officer? LastOfficer { get; set; }

    /// <summary>Steps it has been at, and ways that were refused: not taken again where there is another.</summary>
    public HashSet<string> Avoided { get; } = new(StringComparer.Ordinal);

    public string Code => Latest!.Code.Length > 0 ? Latest.Code : Latest.FilingCode;

    public bool IsOver => Latest?.Status is DossierStatus.Returned or DossierStatus.Declined or DossierStatus.Withdrawn or DossierStatus.Stopped;

    public string NextRequestId() => $"{Key:x16}-{++_requests}";

    /// <summary>Takes over what the engine replied; null is a refusal and leaves things as they were.</summary>
    public bool Take(Dossier? reply, Officer officer)
    {
        if (reply is null)
            return false;
        Latest = reply;
        LastOfficer = officer;
        IsFresh = true;
        return true;
    }

    public Chance Chance(string purpose) => Demo.Chance.For(Key, purpose);

    /// <summary>True the first time: each thing is planned once.</summary>
    public bool Plan(string what) => _planned.Add(what);

    public void Forget(string what) => _planned.Remove(what);

    public ActiveStep? FindStep(int token) => Latest!.ActiveSteps.FirstOrDefault(s => s.Token == token);
}

/// <summary>Who acts.</summary>
internal sealed record Officer(string Id, string Agency, string Unit, string Role)
{
    public const string PortalRole = "online-portal";

    public static Officer Portal(string agency) => new("cong-dvc", agency, "", PortalRole);

    /// <summary>One of three who hold the role; the one who took the step, where somebody did.</summary>
    public static Officer Of(ActiveStep step, PlayedDossier subject)
    {
        var id = subject.Account ?? (step.Officer.Length > 0 ? step.Officer : Name(step.Agency, step.Role, subject.Key));
        return new(id, step.Agency, step.Unit, step.Role);
    }

    public static string Name(string agency, string role, ulong key) =>
        $"{agency}.{role}.{1 + Chance.For(key, agency + role).Below(3)}";
}

using System.Collections.Immutable;
using Tthc.Workflows.Deadlines;

namespace Tthc.Workflows.Procedures;

/// <summary>What the one-stop decree in force on the day of receipt orders for every procedure, from <c>rules/policies/</c>.</summary>
/// <remarks>Two worlds stand side by side: NĐ 61/2018/NĐ-CP with TT 01/2018/TT-VPCP, and from 1/7/2025 NĐ 118/2025/NĐ-CP with TT 03/2025/TT-VPCP.</remarks>
public sealed record HandlingPolicy
{
    /// <summary>Key in the file.</summary>
    public required string Key { get; init; }

    /// <summary>First day of receipt it holds for.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>Last day of receipt it holds for; null while open.</summary>
    public DateOnly? InForceTo { get; init; }

    /// <summary>Acts it stands on.</summary>
    public required ImmutableArray<LegalBasis> Basis { get; init; }

    /// <summary>Supplements that may be asked for during the solving.</summary>
    public required int SupplementAtMost { get; init; }

    /// <summary>What a supplement does to the clock unless the procedure says otherwise.</summary>
    public required SupplementClock SupplementClock { get; init; }

    /// <summary>What silence of the applicant means unless the procedure says otherwise.</summary>
    public required Silence SupplementSilence { get; init; }

    /// <summary>New appointments that may be given.</summary>
    public required int ReAppointmentsAtMost { get; init; }

    /// <summary>Limit for accepting an online filing; null: none.</summary>
    public Limit? AcceptanceLimit { get; init; }

    /// <summary>How many calendar days an act may be said to have happened before it is recorded.</summary>
    public required int OccurredBackDays { get; init; }

    /// <summary>Form numbers by slip: receipt, supplement, refusal, apology, stop, control, register.</summary>
    public required ImmutableDictionary<string, string> Forms { get; init; }

    /// <summary>Whether a dossier received on <paramref name="day"/> is under this policy.</summary>
    public bool IsInForce(DateOnly day) => day >= InForceFrom && (InForceTo is not { } to || day <= to);
}

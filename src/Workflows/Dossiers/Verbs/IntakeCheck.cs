using System.Collections.Immutable;
using Tthc.Workflows.Dossiers.CaseFacts;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>What an applicant hands in, as the caller wrote it.</summary>
public sealed record IntakeForm
{
    /// <summary>Procedure code.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>Case; null: the ordinary one.</summary>
    public string? CaseKey { get; init; }

    /// <summary>Receiving agency by key or identifier; null: the actor's own.</summary>
    public string? Agency { get; init; }

    /// <summary>Who hands it in.</summary>
    public required Party Applicant { get; init; }

    /// <summary>Whom it concerns, where another.</summary>
    public Party? Owner { get; init; }

    /// <summary>Abstract.</summary>
    public string? Subject { get; init; }

    /// <summary>Papers.</summary>
    public ImmutableArray<PaperOnFile> Papers { get; init; } = [];

    /// <summary>Facts of the case.</summary>
    public ImmutableArray<CaseFactValue> Facts { get; init; } = [];
}

/// <summary>Checks what is handed in against the procedure and the agencies.</summary>
internal static class IntakeCheck
{
    /// <summary>The intake with everything resolved, or why not.</summary>
    public static (Intake? Intake, Refusal? Refusal) Resolve(IntakeForm form, Channel channel, DecisionContext context, long? parent = null)
    {
        var day = context.World.DayOf(context.At);
        var procedure = context.Procedure;
        if (procedure.FindCase(form.CaseKey) is null)
            return (null, Refusals.UnknownCase.With("case", form.CaseKey ?? "", "known", string.Join(", ", procedure.Cases.Keys.Order(StringComparer.Ordinal))));
        var named = string.IsNullOrEmpty(form.Agency) ? context.Actor.Agency : form.Agency;
        if (context.World.FindAgency(named, day) is not { } agency)
            return (null, Refusals.UnknownAgency.With("agency", named, "date", day.ToString("O")));
        if (PaperCheck.Unknown(form.Papers.Select(p => p.Key), procedure, form.CaseKey) is { } unknown)
            return (null, unknown);
        var (facts, wrong) = CaseFactCheck.Resolve(form.Facts, procedure, isReceived: false);
        if (wrong is not null)
            return (null, wrong);
        if (CompetentFor(agency, context) is not { } competent)
            return (null, Refusals.NoAgency.With("step", procedure.Start, "selector", AgencyResolution.Describe(procedure.Competent)));
        return (new Intake
        {
            ProcedureCode = procedure.Code,
            ProcedureRevision = context.Published.RevisionId,
            CaseKey = string.IsNullOrEmpty(form.CaseKey) ? null : form.CaseKey,
            Channel = channel,
            ReceivingAgency = agency,
            CompetentAgency = competent,
            Applicant = form.Applicant,
            Owner = form.Owner,
            Subject = form.Subject,
            Papers = EquatableList.From(form.Papers),
            Facts = facts,
            ParentId = parent,
        }, null);
    }

    /// <summary>The agency that decides on dossiers received at an agency.</summary>
    public static string? CompetentFor(string receiving, DecisionContext context)
    {
        var probe = Dossier.Blank(0) with { ReceivingAgency = receiving, CompetentAgency = receiving };
        return AgencyResolution.Resolve(context.Procedure.Competent, probe, context, null);
    }
}

using Google.Protobuf.WellKnownTypes;
using Tthc.Engine.Rules;
using Tthc.Protos.V1;
using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;

namespace Tthc.Engine.Worklist;

/// <summary>Work items as callers see them.</summary>
internal sealed class WorkItemMessages(RuleCatalog rules)
{
    public static SetAsideItem Of(SetAsideRow row) => new()
    {
        Dossier = row.Code ?? "",
        Name = row.Key.Name,
        DueAt = row.Key.DueAt?.ToTimestamp(),
        Since = row.Since.ToTimestamp(),
        AgainAt = row.AgainAt.ToTimestamp(),
        Tries = row.Tries,
        Reason = row.Reason,
    };

    public async ValueTask<WorkItem> OfAsync(ListedWorkItem listed, DateTimeOffset now, CancellationToken cancellation)
    {
        var item = listed.Item;
        var pinned = await rules.PinnedAsync(listed.ProcedureRevisionId, cancellation);
        return new WorkItem
        {
            Dossier = listed.Code ?? "",
            Token = item.Token,
            Step = item.Step,
            StepName = pinned.Procedure.Steps.TryGetValue(item.Step, out var step) ? step.Name.Vietnamese : item.Step,
            ProcedureCode = listed.ProcedureCode,
            Agency = item.Agency,
            Unit = item.Unit ?? "",
            Role = item.Role,
            Officer = item.Officer ?? "",
            ArrivedAt = item.ArrivedAt.ToTimestamp(),
            DueAt = item.DueAt?.ToTimestamp(),
            DossierDueAt = listed.DossierDueAt?.ToTimestamp(),
            Overdue = item.DueAt < now && !listed.ClockPaused,
        };
    }
}

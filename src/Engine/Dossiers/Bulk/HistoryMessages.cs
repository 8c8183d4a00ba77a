using Tthc.Engine.Hosting;
using Tthc.Protos.V1;
using Tthc.Workflows.Dossiers;
using Domain = Tthc.Workflows.Dossiers.Importing;

namespace Tthc.Engine.Dossiers.Bulk;

/// <summary>The history of a dossier, from message to domain.</summary>
internal static class HistoryMessages
{
    private const int MostActs = 500;

    /// <summary>The history; what is malformed is noted, and then it is not to be used.</summary>
    public static Domain.DossierHistory Of(RequestChecks checks, ImportedDossier dossier, RuleWorld world)
    {
        checks.Required("request_id", dossier.RequestId, 64);
        checks.Count("acts", dossier.Acts.Count, MostActs);
        if (dossier.Acts.Count == 0)
            checks.Add("acts", "required", "Bắt buộc / required.");
        var acts = dossier.Acts.Take(MostActs).Select((act, i) => Act(checks.In($"acts[{i}]"), act, world));
        return new Domain.DossierHistory(checks.Required("source", dossier.Source, 100), checks.Required("code", dossier.Code, 100), [.. acts]);
    }

    private static Domain.HistoricAct Act(RequestChecks checks, HistoricAct act, RuleWorld world)
    {
        var occurred = checks.Instant("occurred_at", act.OccurredAt);
        if (act.OccurredAt is null)
            checks.Add("occurred_at", "required", "Bắt buộc / required.");
        var at = occurred ?? DateTimeOffset.UnixEpoch;
        var agency = checks.Required("agency", act.Agency, 100);
        var known = world.FindAgency(agency, world.DayOf(at));
        if (known is null && occurred is not null && agency.Length > 0)
            checks.Add("agency", "unknown-agency", $"Ngày ấy không có cơ quan '{agency}' / there was no such agency on that day.");
        var actor = new Actor
        {
            Officer = checks.Required("actor", act.Actor, 100),
            Agency = known ?? agency,
            Roles = System.Collections.Frozen.FrozenSet<string>.Empty,
            IsHistoric = true,
        };
        return new Domain.HistoricAct(at, checks.Instant("recorded_at", act.RecordedAt) ?? at, actor, Command(checks, act));
    }

    private static DossierCommand Command(RequestChecks checks, HistoricAct act)
    {
        switch (act.ActCase)
        {
            case HistoricAct.ActOneofCase.Receive: return ActMessages.Of(checks.In("receive"), act.Receive);
            case HistoricAct.ActOneofCase.AdvanceStep: return ActMessages.Of(checks.In("advance_step"), act.AdvanceStep);
            case HistoricAct.ActOneofCase.SendBackStep: return ActMessages.Of(checks.In("send_back_step"), act.SendBackStep);
            case HistoricAct.ActOneofCase.RequestSupplement: return ActMessages.Of(checks.In("request_supplement"), act.RequestSupplement);
            case HistoricAct.ActOneofCase.ReceiveSupplement: return ActMessages.Of(checks.In("receive_supplement"), act.ReceiveSupplement);
            case HistoricAct.ActOneofCase.RequestPayment: return ActMessages.Of(checks.In("request_payment"), act.RequestPayment);
            case HistoricAct.ActOneofCase.ConfirmPayment: return ActMessages.Of(checks.In("confirm_payment"), act.ConfirmPayment);
            case HistoricAct.ActOneofCase.Suspend: return ActMessages.Of(checks.In("suspend"), act.Suspend);
            case HistoricAct.ActOneofCase.Resume: return ActMessages.Of(checks.In("resume"), act.Resume);
            case HistoricAct.ActOneofCase.IssueApology: return ActMessages.Of(checks.In("issue_apology"), act.IssueApology);
            case HistoricAct.ActOneofCase.Settle: return ActMessages.Of(checks.In("settle"), act.Settle);
            case HistoricAct.ActOneofCase.ReturnResult: return ActMessages.Of(checks.In("return_result"), act.ReturnResult);
            case HistoricAct.ActOneofCase.Withdraw: return ActMessages.Of(checks.In("withdraw"), act.Withdraw);
            case HistoricAct.ActOneofCase.Stop: return ActMessages.Of(checks.In("stop"), act.Stop);
            case HistoricAct.ActOneofCase.Reopen: return ActMessages.Of(checks.In("reopen"), act.Reopen);
            default:
                checks.Add("act", "required", "Phải có một việc / one act is needed.");
                return ActMessages.Of(new RequestChecks(), new ResumeDossierRequest());
        }
    }
}

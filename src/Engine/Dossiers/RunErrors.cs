using Grpc.Core;
using Tthc.Engine.Hosting;

namespace Tthc.Engine.Dossiers;

/// <summary>An outcome that is no success, as the caller sees it.</summary>
internal static class RunErrors
{
    public static RpcException Of(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Refused refused => CallErrors.Of(refused.Refusal),
        RunOutcome.Unknown unknown => UnknownDossier(unknown.Code),
        RunOutcome.Lost lost => CallErrors.LostRace(lost.CurrentVersion),
        RunOutcome.RequestReused => CallErrors.RequestReused(),
        RunOutcome.Busy => CallErrors.Busy(),
        _ => throw new InvalidOperationException($"A call cannot end as {outcome.GetType().Name}."),
    };

    public static RpcException UnknownDossier(string code) =>
        CallErrors.NotFound("unknown-dossier", code, $"Không có hồ sơ {code}.", $"There is no dossier {code}.");

    public static RpcException UnknownRule(string rule) =>
        CallErrors.NotFound("unknown-rule", rule, $"Không có quy tắc {rule} xét hồ sơ này.", $"No rule {rule} judges this dossier.");
}

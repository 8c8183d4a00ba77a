using Grpc.Core;
using Tthc.Engine.Hosting;
using Tthc.Engine.Rules;
using Tthc.Engine.Rules.Calls;
using Tthc.Protos.V1;
using Tthc.Storage.Rules;
using Tthc.Workflows.Bundles;

namespace Tthc.Engine.Procedures;

/// <summary>The writing half of ProcedureService.</summary>
internal sealed class ProcedurePublishing(RulePublishing publishing, RuleRollback rollback)
{
    public async Task<PublishProcedureResponse> PublishAsync(PublishProcedureRequest request, ServerCallContext context)
    {
        var actor = publishing.Require(context);
        var checks = new RequestChecks();
        var call = RulePublishing.Read(checks, actor, request, (request.RequestId, request.Reason, request.Basis, request.EffectiveFrom));
        var edit = RulePublishing.Edit(checks, "", new RuleFileEdit { Path = request.Path, Source = request.Source, BaseRevision = request.BaseRevision });
        if (!request.Path.EndsWith(RuleBundleCompiler.ProcedureFile, StringComparison.Ordinal))
            checks.Add("path", "not-a-procedure-file", $"Tên tệp phải kết thúc bằng {RuleBundleCompiler.ProcedureFile} / the name has to end with {RuleBundleCompiler.ProcedureFile}.");
        checks.ThrowIfAny();
        var result = await publishing.PublishAsync(call, [edit], context);
        var response = new PublishProcedureResponse { Publication = RuleMessages.PublicationOf((result as PublishResult.Done)?.Publication.Row) };
        if (result is PublishResult.Done done)
        {
            response.Revisions.AddRange(done.Publication.Procedures.Select(RuleMessages.ProcedureOf));
            response.Replayed = done.Replayed;
        }
        response.Diagnostics.AddRange(result.Hints.Where(d => d.Location.Path == request.Path).Select(RuleMessages.Of));
        return response;
    }

    public async Task<RollbackProcedureResponse> RollbackAsync(RollbackProcedureRequest request, ServerCallContext context)
    {
        var actor = publishing.Require(context);
        var checks = new RequestChecks();
        var call = RulePublishing.Read(checks, actor, request, (request.RequestId, request.Reason, request.Basis, request.EffectiveFrom));
        checks.Required("code", request.Code, 100);
        checks.Required("revision", request.Revision, 100);
        checks.Bounded("base_revision", request.BaseRevision, 100);
        checks.ThrowIfAny();
        var result = await rollback.RunAsync(RevisionKind.Procedure, (request.Code, request.Revision, request.BaseRevision), call, context);
        var response = new RollbackProcedureResponse { Publication = RuleMessages.PublicationOf((result as PublishResult.Done)?.Publication.Row) };
        if (result is PublishResult.Done done)
        {
            response.Revisions.AddRange(done.Publication.Procedures.Select(RuleMessages.ProcedureOf));
            response.Replayed = done.Replayed;
        }
        return response;
    }
}

using System.Text;
using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Hosting;
using Tthc.Engine.Rules;
using Tthc.Engine.Rules.Calls;
using Tthc.Protos.V1;
using Tthc.Storage.Rules;
using Tthc.Text;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Procedures;

namespace Tthc.Engine.Procedures;

/// <summary>ProcedureService: what runs, what was written, whether a text would run. Procedures are public by law: reading them takes no actor.</summary>
internal sealed class ProcedureEndpoint(RuleCatalog rules, RuleBundleStore store, EngineTime time, Caller caller, ProcedurePublishing publishing) : ProcedureService.ProcedureServiceBase
{
    private const string List = "procedures";
    private const string Revisions = "revisions";
    private const int MostSource = 1024 * 1024;

    public override async Task<ListProceduresResponse> ListProcedures(ListProceduresRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var on = checks.Day("in_force_on", request.InForceOn);
        var size = checks.PageSize(request.PageSize, 100, 1000);
        var after = PageTokens.Read(checks, request.PageToken, List, 2);
        checks.ThrowIfAny();
        var current = rules.Current;
        var response = new ListProceduresResponse { BundleHash = current.Bundle.ContentHash };
        var ordered = current.Published
            .Where(p => on is not { } day || p.Procedure.IsInForce(day))
            .OrderBy(p => p.Procedure.Code, StringComparer.Ordinal).ThenBy(p => p.Procedure.InForceFrom)
            .SkipWhile(p => after is not null && ComparePlace(p.Procedure, after) <= 0)
            .Take(size + 1).ToList();
        foreach (var published in ordered.Take(size))
            response.Procedures.Add(await SummaryAsync(published, current, context.CancellationToken));
        if (ordered.Count > size)
            response.NextPageToken = PageTokens.Write(List, ordered[size - 1].Procedure.Code, ordered[size - 1].Procedure.InForceFrom.ToString("O"));
        return response;
    }

    public override async Task<GetProcedureResponse> GetProcedure(GetProcedureRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        checks.Required("code", request.Code, 100);
        var on = checks.Day("on", request.On);
        checks.Bounded("revision", request.Revision, 100);
        checks.ThrowIfAny();
        var (published, row, source) = await FindAsync(request, on, context.CancellationToken);
        var response = new GetProcedureResponse { Summary = ProcedureMessages.SummaryOf(published.Procedure, row), Source = source };
        ProcedureMessages.Fill(response, published.Procedure);
        return response;
    }

    public override Task<CheckProcedureResponse> CheckProcedure(CheckProcedureRequest request, ServerCallContext context)
    {
        caller.Require(context);
        var checks = new RequestChecks();
        var path = checks.Optional("path", request.Path, 200) ?? "procedure.procedure.json";
        if (request.Source.Length == 0)
            checks.Add("source", "required", "Bắt buộc / required.");
        if (request.Source.Length > MostSource)
            checks.Add("source", "too-long", $"Dài quá {MostSource} ký tự / longer than {MostSource} characters.");
        checks.ThrowIfAny();
        var diagnostics = rules.Current.Check(SourceText.From(path, request.Source));
        return Task.FromResult(ProcedureMessages.CheckOf(diagnostics));
    }

    public override async Task<ListProcedureRevisionsResponse> ListProcedureRevisions(ListProcedureRevisionsRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        checks.Required("code", request.Code, 100);
        var size = checks.PageSize(request.PageSize, 50, 500);
        var before = PageTokens.Read(checks, request.PageToken, Revisions, 1) is { } parts ? PageTokens.Number(checks, parts[0]) : long.MaxValue;
        checks.ThrowIfAny();
        var all = await store.ListRevisionsAsync(RevisionKind.Procedure, request.Code, context.CancellationToken);
        if (all.IsEmpty)
            throw CallErrors.Of(Refusals.UnknownProcedure.With("procedure", request.Code));
        var response = new ListProcedureRevisionsResponse();
        var page = all.Reverse().Where(r => r.Number < before).Take(size + 1).ToList();
        foreach (var row in page.Take(size))
            response.Revisions.Add(RuleMessages.ProcedureOf(row));
        if (page.Count > size)
            response.NextPageToken = PageTokens.Write(Revisions, $"{page[size - 1].Number}");
        return response;
    }

    public override Task<PublishProcedureResponse> PublishProcedure(PublishProcedureRequest request, ServerCallContext context) =>
        publishing.PublishAsync(request, context);

    public override Task<RollbackProcedureResponse> RollbackProcedure(RollbackProcedureRequest request, ServerCallContext context) =>
        publishing.RollbackAsync(request, context);

    private static int ComparePlace(CompiledProcedure procedure, string[] after)
    {
        var byCode = string.CompareOrdinal(procedure.Code, after[0]);
        return byCode != 0 ? byCode : string.CompareOrdinal(procedure.InForceFrom.ToString("O"), after[1]);
    }

    private async Task<(PublishedProcedure, RevisionRow, string Source)> FindAsync(GetProcedureRequest request, DateOnly? on, CancellationToken cancellation)
    {
        long id;
        if (request.Revision.Length > 0)
        {
            var row = (await store.ListRevisionsAsync(RevisionKind.Procedure, request.Code, cancellation)).FirstOrDefault(r => RuleLabels.Of(r) == request.Revision)
                ?? throw CallErrors.NotFound("unknown-revision", request.Revision, $"Không có phiên bản {request.Revision}.", $"There is no revision {request.Revision}.");
            id = row.Id;
        }
        else
        {
            var day = on ?? rules.World.DayOf(time.Now);
            var found = rules.World.FindProcedure(request.Code, day) ?? throw CallErrors.Of(rules.Knows(request.Code)
                ? Refusals.ProcedureNotInForce.With("procedure", request.Code, "date", day.ToString("O"))
                : Refusals.UnknownProcedure.With("procedure", request.Code));
            id = found.RevisionId;
        }
        var source = await store.LoadRevisionAsync(RevisionKind.Procedure, id, cancellation) ?? throw new InvalidOperationException($"The store has no procedure revision {id}.");
        return (await rules.PinnedAsync(id, cancellation), source.Row, Encoding.UTF8.GetString(source.Content));
    }

    private async Task<ProcedureSummary> SummaryAsync(PublishedProcedure published, RulesInForce current, CancellationToken cancellation)
    {
        var summary = ProcedureMessages.SummaryOf(published.Procedure, null);
        summary.Revision = await rules.LabelAsync(published.RevisionId, cancellation);
        summary.SourcePath = current.Bundle.PathOf(published.Procedure);
        return summary;
    }
}

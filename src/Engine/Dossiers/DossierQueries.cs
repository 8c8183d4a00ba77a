using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Dossiers.AtHand;
using Tthc.Engine.Feed;
using Tthc.Engine.Hosting;
using Tthc.Engine.Rules;
using Tthc.Protos.V1;
using Tthc.Storage.Dossiers;

namespace Tthc.Engine.Dossiers;

/// <summary>The reading half of DossierService.</summary>
internal sealed class DossierQueries(DossierStore store, DossierShelf shelf, DossierViews views, FeedMessages feed, RuleCatalog rules, EngineTime time, Caller caller)
{
    private const string Dossiers = "dossiers";
    private const string Events = "events";

    public async Task<GetDossierResponse> GetAsync(GetDossierRequest request, ServerCallContext context)
    {
        caller.Require(context);
        var checks = new RequestChecks();
        checks.Required("dossier", request.Dossier, 100);
        checks.ThrowIfAny();
        CallFacts.Of(context).Dossier = request.Dossier;
        var dossier = await shelf.FindAsync(request.Dossier, context.CancellationToken) ?? throw RunErrors.UnknownDossier(request.Dossier);
        return new GetDossierResponse { Dossier = await views.OfAsync(dossier, time.Now, context.CancellationToken) };
    }

    public async Task<BatchGetDossiersResponse> BatchGetAsync(BatchGetDossiersRequest request, ServerCallContext context)
    {
        caller.Require(context);
        var checks = new RequestChecks();
        checks.Count("dossiers", request.Dossiers.Count, 500);
        for (var i = 0; i < request.Dossiers.Count; i++)
            checks.Required($"dossiers[{i}]", request.Dossiers[i], 100);
        checks.ThrowIfAny();
        var now = time.Now;
        var response = new BatchGetDossiersResponse();
        foreach (var code in request.Dossiers)
            if (await shelf.FindAsync(code, context.CancellationToken) is { } dossier)
                response.Dossiers.Add(await views.OfAsync(dossier, now, context.CancellationToken));
            else
                response.Unknown.Add(code);
        return response;
    }

    public async Task<ListDossiersResponse> ListAsync(ListDossiersRequest request, ServerCallContext context)
    {
        caller.Require(context);
        var checks = new RequestChecks();
        var now = time.Now;
        var filter = Filter(checks, request, now);
        var order = request.OrderBy switch
        {
            "" or "received_at desc" => DossierOrder.ReceivedDescending,
            "due_at" => DossierOrder.DueAscending,
            "ended_at" => DossierOrder.EndedAscending,
            _ => Unknown(),
        };
        var size = checks.PageSize(request.PageSize, 50, 500);
        var list = PageTokens.ListOf(Dossiers, new ListDossiersRequest(request) { PageToken = "", PageSize = 0 });
        var after = PageTokens.Read(checks, request.PageToken, list, 3) is { } parts
            ? new DossierListKey(PageTokens.Number(checks, parts[0]), PageTokens.Number(checks, parts[1]), parts[2])
            : null;
        checks.ThrowIfAny();
        var page = await store.ListAsync(filter, order, size, after, context.CancellationToken);
        var response = new ListDossiersResponse();
        foreach (var row in page.Rows)
        {
            var dossier = await views.OfAsync(Workflows.Dossiers.DossierJson.Read(row.State), now, context.CancellationToken);
            // The store looks at the due moment; whether it is late also depends on pauses and on when the day ends.
            if (!request.OverdueOnly || dossier.Lateness?.OnSystem == Timeliness.Overdue)
                response.Dossiers.Add(dossier);
        }
        if (page.Next is { } next)
            response.NextPageToken = PageTokens.Write(list, $"{next.Id}", $"{next.Instant}", next.Code);
        return response;

        DossierOrder Unknown()
        {
            checks.Add("order_by", "unknown-order", "Chỉ có \"received_at desc\", \"due_at\", \"ended_at\" / one of these three.");
            return DossierOrder.ReceivedDescending;
        }
    }

    public async Task<ListDossierEventsResponse> ListEventsAsync(ListDossierEventsRequest request, ServerCallContext context)
    {
        caller.Require(context);
        var checks = new RequestChecks();
        checks.Required("dossier", request.Dossier, 100);
        var size = checks.PageSize(request.PageSize, 200, 1000);
        var from = PageTokens.Read(checks, request.PageToken, Events, 1) is { } parts ? (int)Math.Clamp(PageTokens.Number(checks, parts[0]), 1, int.MaxValue) : 1;
        checks.ThrowIfAny();
        CallFacts.Of(context).Dossier = request.Dossier;
        var dossier = await shelf.FindAsync(request.Dossier, context.CancellationToken) ?? throw RunErrors.UnknownDossier(request.Dossier);
        var events = await store.LoadEventsAsync(dossier.Id, from, null, size, context.CancellationToken);
        var response = new ListDossierEventsResponse();
        foreach (var read in events)
            response.Events.Add(await feed.OfAsync(read, dossier.ReceivingAgency, dossier.ProcedureCode, request.Dossier, context.CancellationToken));
        if (events.Length == size)
            response.NextPageToken = PageTokens.Write(Events, $"{events[^1].Event.Sequence + 1}");
        return response;
    }

    private DossierFilter Filter(RequestChecks checks, ListDossiersRequest request, DateTimeOffset now)
    {
        foreach (var status in request.Statuses)
            if (!Enum.IsDefined(status) || status == DossierStatus.Unspecified)
                checks.Add("statuses", "unknown-value", $"Trạng thái {(int)status} không có / unknown status.");
        var receiving = Agency("receiving_agency", request.ReceivingAgency);
        return new DossierFilter
        {
            Agencies = receiving is null ? [] : [receiving],
            CompetentAgency = Agency("competent_agency", request.CompetentAgency),
            ProcedureCode = checks.Optional("procedure_code", request.ProcedureCode, 100),
            Statuses = [.. request.Statuses.Select(s => (int)s)],
            ReceivedFrom = checks.Instant("received_from", request.ReceivedFrom),
            ReceivedTo = checks.Instant("received_before", request.ReceivedBefore),
            DueBefore = checks.Instant("due_before", request.DueBefore),
            OpenOnly = request.DueBefore is not null || request.OverdueOnly,
            OverdueAsOf = request.OverdueOnly ? now : null,
            EndedFrom = checks.Instant("ended_from", request.EndedFrom),
            EndedTo = checks.Instant("ended_before", request.EndedBefore),
            LateByDaysOf = request.LateOnly ? rules.World.LocalOffset : null,
        };

        string? Agency(string field, string name) =>
            checks.Optional(field, name, 100) is { } known ? rules.World.FindAgency(known, rules.World.DayOf(now)) ?? known : null;
    }
}

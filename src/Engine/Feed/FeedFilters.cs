using Tthc.Engine.Dossiers;
using Tthc.Engine.Dossiers.AtHand;
using Tthc.Engine.Hosting;
using Tthc.Engine.Rules;
using Tthc.Protos.V1;
using Tthc.Storage.Feed;
using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Engine.Feed;

/// <summary>What readers of the feed want, from message to filter.</summary>
internal sealed class FeedFilters(DossierShelf shelf, RuleCatalog rules, EngineTime time)
{
    /// <summary>The filter of a stream.</summary>
    /// <exception cref="Grpc.Core.RpcException">It is malformed, or its dossier is unknown.</exception>
    public async Task<FeedFilter> OfAsync(WatchEventsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        if (request.AfterPosition < 0)
            checks.Add("after_position", "out-of-range", "Không âm / not negative.");
        var filter = Of(checks, request.Agencies, request.ProcedureCodes, request.Kinds);
        checks.ThrowIfAny();
        return request.Dossier.Length == 0
            ? filter
            : filter with { DossierId = await shelf.FindIdAsync(request.Dossier, cancellation) ?? throw RunErrors.UnknownDossier(request.Dossier) };
    }

    /// <summary>A filter; what is malformed is noted, and then it is not to be used.</summary>
    public FeedFilter Of(RequestChecks checks, IReadOnlyCollection<string> agencies, IReadOnlyCollection<string> procedures, IReadOnlyCollection<string> kinds)
    {
        checks.Count("agencies", agencies.Count, 500);
        checks.Count("procedure_codes", procedures.Count, 500);
        foreach (var kind in kinds)
            if (!EventKinds.All.Contains(kind))
                checks.Add("kinds", "unknown-value", $"Không có loại sự kiện '{kind}'; có: {string.Join(", ", EventKinds.All)} / unknown kind.");
        var world = rules.World;
        var day = world.DayOf(time.Now);
        return new FeedFilter { Agencies = [.. agencies.Select(a => world.FindAgency(a, day) ?? a)], ProcedureCodes = [.. procedures], Kinds = [.. kinds] };
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Feed;
using Tthc.Engine.Hosting;
using Tthc.Engine.Rules;
using Tthc.Protos.V1;
using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;

namespace Tthc.Engine.Worklist;

/// <summary>WorklistService: what waits for whom, due soonest first.</summary>
internal sealed class WorklistEndpoint(WorkItemStore store, WorkItemMessages messages, FeedBell bell, RuleCatalog rules, EngineTime time, Caller caller, StreamEnd end, SetAsideStore aside)
    : WorklistService.WorklistServiceBase
{
    private const string List = "work-items";
    private const string SetAside = "set-aside";
    private const int ItemsAPage = 500;

    public override async Task<ListWorkItemsResponse> ListWorkItems(ListWorkItemsRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var (filter, predecessors) = Filter(checks, context, request.Agency, request.Unit, request.Roles, request.Officer);
        filter = filter with { UnassignedOnly = request.UnclaimedOnly, DueBefore = checks.Instant("due_before", request.DueBefore) };
        var size = checks.PageSize(request.PageSize, 50, ItemsAPage);
        var list = PageTokens.ListOf(List, new ListWorkItemsRequest(request) { PageToken = "", PageSize = 0 });
        var after = PageTokens.Read(checks, request.PageToken, list, 3) is { } parts
            ? new WorkItemListKey(PageTokens.Number(checks, parts[0]), PageTokens.Number(checks, parts[1]), (int)Math.Clamp(PageTokens.Number(checks, parts[2]), 0, int.MaxValue))
            : null;
        checks.ThrowIfAny();
        var page = await PageAsync(filter, predecessors, size, after, context.CancellationToken);
        var response = new ListWorkItemsResponse();
        foreach (var item in page.Items)
            response.Items.Add(await messages.OfAsync(item, time.Now, context.CancellationToken));
        if (page.Next is { } next)
            response.NextPageToken = PageTokens.Write(list, $"{next.Due}", $"{next.DossierId}", $"{next.Token}");
        return response;
    }

    public override async Task<ListSetAsideResponse> ListSetAside(ListSetAsideRequest request, ServerCallContext context)
    {
        caller.Require(context);
        var checks = new RequestChecks();
        var size = checks.PageSize(request.PageSize, 50, ItemsAPage);
        var after = PageTokens.Read(checks, request.PageToken, SetAside, 1) is { } parts ? PageTokens.Number(checks, parts[0]) : 0;
        checks.ThrowIfAny();
        var rows = await aside.ListAsync(after, size, context.CancellationToken);
        var response = new ListSetAsideResponse();
        foreach (var row in rows)
            response.Items.Add(WorkItemMessages.Of(row));
        if (rows.Length == size)
            response.NextPageToken = PageTokens.Write(SetAside, $"{rows[^1].Key.DossierId}");
        return response;
    }

    public override async Task WatchWorklist(WatchWorklistRequest request, IServerStreamWriter<WatchWorklistResponse> responseStream, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var (filter, predecessors) = Filter(checks, context, request.Agency, request.Unit, request.Roles, request.Officer);
        checks.ThrowIfAny();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, end.Token);
        var known = new Dictionary<(long, int), ListedWorkItem>();
        for (var first = true; !stop.IsCancellationRequested; first = false)
        {
            var next = bell.Next;
            var now = await AllAsync(filter, predecessors, stop.Token);
            var message = await DifferenceAsync(known, now, stop.Token);
            message.SnapshotComplete = first;
            if (first || message.Changed.Count > 0 || message.Removed.Count > 0)
                await responseStream.WriteAsync(message, stop.Token);
            known = now;
            await next.WaitAsync(stop.Token);
            // Many commits in a row make one message.
            await Task.Delay(TimeSpan.FromMilliseconds(100), stop.Token);
        }
    }

    /// <summary>One page of an agency's list together with what it took over from dissolved ones: each list is in the same order, so the first of all are the page.</summary>
    private async Task<WorkItemPage> PageAsync(WorkItemFilter filter, FrozenSet<string> predecessors, int size, WorkItemListKey? after, CancellationToken cancellation)
    {
        var own = await store.ListAsync(filter, size, after, cancellation);
        if (predecessors.Count == 0)
            return own;
        var all = own.Items.ToList();
        var more = own.Next is not null;
        foreach (var agency in predecessors)
        {
            var taken = await store.ListAsync(filter with { Agency = agency }, size, after, cancellation);
            all.AddRange(taken.Items);
            more |= taken.Next is not null;
        }
        var first = all.OrderBy(i => i.Item.DueAt ?? DateTimeOffset.MaxValue).ThenBy(i => i.DossierId).ThenBy(i => i.Item.Token).Take(size).ToImmutableArray();
        return new WorkItemPage(first, all.Count > size || more ? WorkItemListKey.Of(first[^1]) : null);
    }

    private async Task<Dictionary<(long, int), ListedWorkItem>> AllAsync(WorkItemFilter filter, FrozenSet<string> predecessors, CancellationToken cancellation)
    {
        var all = new Dictionary<(long, int), ListedWorkItem>();
        for (WorkItemListKey? after = null; ;)
        {
            var page = await PageAsync(filter, predecessors, ItemsAPage, after, cancellation);
            foreach (var item in page.Items)
                all[(item.DossierId, item.Item.Token)] = item;
            if (page.Next is not { } next)
                return all;
            after = next;
        }
    }

    private async Task<WatchWorklistResponse> DifferenceAsync(
        Dictionary<(long, int), ListedWorkItem> before, Dictionary<(long, int), ListedWorkItem> now, CancellationToken cancellation)
    {
        var message = new WatchWorklistResponse();
        foreach (var (key, item) in now)
            if (!before.TryGetValue(key, out var known) || known != item)
                message.Changed.Add(await messages.OfAsync(item, time.Now, cancellation));
        foreach (var (key, item) in before)
            if (!now.ContainsKey(key))
                message.Removed.Add(new WorkItemKey { Dossier = item.Code ?? "", Token = key.Item2 });
        return message;
    }

    private (WorkItemFilter Filter, FrozenSet<string> Predecessors) Filter(RequestChecks checks, ServerCallContext context, string agency, string unit, Google.Protobuf.Collections.RepeatedField<string> roles, string officer)
    {
        var actor = caller.Require(context);
        checks.Count("roles", roles.Count, 50);
        var named = checks.Optional("agency", agency, 100);
        var world = rules.World;
        var day = world.DayOf(time.Now);
        var id = named is null ? actor.Agency : world.FindAgency(named, day) ?? named;
        var filter = new WorkItemFilter
        {
            Agency = id,
            Unit = checks.Optional("unit", unit, 100),
            Roles = roles.Count > 0 ? [.. roles] : [.. actor.Roles],
            Officer = checks.Optional("officer", officer, 100),
        };
        return (filter, rules.Current.PredecessorsOf(id, day));
    }
}

using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Feed;
using Tthc.Engine.Hosting;
using Tthc.Protos.V1;
using Tthc.Storage.Webhooks;
using Tthc.Text;
using Tthc.Workflows.Dossiers;

namespace Tthc.Engine.Webhooks;

/// <summary>WebhookService: who the feed is posted to, how that fares, and what could not be delivered.</summary>
internal sealed partial class WebhookEndpoint(WebhookStore store, FeedReader feed, WebhookSender sender, WebhookCallers callers)
    : WebhookService.WebhookServiceBase
{
    private const string Dead = "dead-letters";
    private const int EventsADelivery = 100;

    public override async Task<PutWebhookResponse> PutWebhook(PutWebhookRequest request, ServerCallContext context)
    {
        var actor = callers.Require(context);
        var (checks, asked) = (new RequestChecks(), request.Webhook ?? new Webhook());
        checks.Required("webhook.id", asked.Id, 64);
        if (asked.Id.Length > 0 && !Name().IsMatch(asked.Id))
            checks.Add("webhook.id", "malformed", "Chỉ chữ, số, - và _ / letters, digits, - and _ only.");
        checks.Required("webhook.url", asked.Url, 2000);
        if (asked.Url.Length > 0 && sender.Post.MistakeIn(asked.Url) is { } mistake)
            checks.Add("webhook.url", "malformed", $"'{asked.Url}' {mistake}.");
        if (request.AfterPosition < 0)
            checks.Add("after_position", "out-of-range", "Không âm / not negative.");
        var filter = feed.Filters.Of(checks, asked.Agencies, asked.ProcedureCodes, asked.Kinds);
        checks.ThrowIfAny();
        var head = await feed.HeadAsync(context.CancellationToken);
        if (request.AfterPosition > head)
            throw CallErrors.Of(StatusCode.OutOfRange, $"after_position {request.AfterPosition} is beyond the feed, which ends at {head}.");
        var secret = WebhookPost.NewSecret();
        await store.PutAsync(
            new WebhookRow
            {
                Id = asked.Id, Url = asked.Url, Secret = secret, Filter = WebhookFilter.Write(filter), Position = request.FromNow ? head : request.AfterPosition,
                CreatedAt = DateTimeOffset.UtcNow, CreatedBy = actor.Officer,
            },
            context.CancellationToken);
        sender.Look();
        return new PutWebhookResponse { Secret = WebhookPost.SecretPrefix + Convert.ToBase64String(secret) };
    }

    public override async Task<DeleteWebhookResponse> DeleteWebhook(DeleteWebhookRequest request, ServerCallContext context)
    {
        callers.Require(context);
        if (!await store.DeleteAsync(request.Id, context.CancellationToken))
            throw Unknown(request.Id);
        sender.Look();
        return new DeleteWebhookResponse();
    }

    public override async Task<ListWebhooksResponse> ListWebhooks(ListWebhooksRequest request, ServerCallContext context)
    {
        callers.Require(context);
        var head = await feed.HeadAsync(context.CancellationToken);
        var response = new ListWebhooksResponse();
        foreach (var row in await store.ListAsync(context.CancellationToken))
            response.Webhooks.Add(StateOf(row, head));
        return response;
    }

    public override async Task<ListDeadLettersResponse> ListDeadLetters(ListDeadLettersRequest request, ServerCallContext context)
    {
        callers.Require(context);
        var checks = new RequestChecks();
        var size = checks.PageSize(request.PageSize, 50, 500);
        var after = PageTokens.Read(checks, request.PageToken, Dead, 2) is { } parts ? (parts[0], PageTokens.Number(checks, parts[1])) : ((string, long)?)null;
        checks.ThrowIfAny();
        var rows = await store.DeadAsync(after, size, context.CancellationToken);
        var response = new ListDeadLettersResponse();
        foreach (var row in rows)
            response.Letters.Add(new DeadLetter { Webhook = row.WebhookId, After = row.After, Position = row.Through, Since = row.Since.ToTimestamp(), Tries = row.Tries, Reason = row.Reason });
        if (rows.Length == size)
            response.NextPageToken = PageTokens.Write(Dead, rows[^1].WebhookId, $"{rows[^1].Through}");
        return response;
    }

    public override async Task<RedeliverDeadLetterResponse> RedeliverDeadLetter(RedeliverDeadLetterRequest request, ServerCallContext context)
    {
        callers.Require(context);
        var webhook = (await store.ListAsync(context.CancellationToken)).FirstOrDefault(w => w.Id == request.Webhook) ?? throw Unknown(request.Webhook);
        var dead = await store.FindDeadAsync(request.Webhook, request.Position, context.CancellationToken) ?? throw Unknown($"{request.Webhook}.{request.Position}");
        var filter = WebhookFilter.Read(webhook.Filter);
        for (var position = dead.After; position < dead.Through;)
        {
            var stretch = await feed.ReadAsync(position, EventsADelivery, filter, context.CancellationToken);
            var events = stretch.Events.Where(e => e.Position <= dead.Through).ToList();
            var through = Math.Min(stretch.Position, dead.Through);
            if (events.Count > 0 && await sender.Post.SendAsync(webhook, position, through, events, context.CancellationToken) is { } failed)
                throw CallErrors.Refused("delivery-failed", [new("reason", failed)], new BilingualText($"Nơi nhận không nhận: {failed}.", $"The subscriber did not take it: {failed}."));
            position = through;
        }
        await store.ForgetDeadAsync(dead.WebhookId, dead.Through, context.CancellationToken);
        return new RedeliverDeadLetterResponse();
    }

    private static WebhookState StateOf(WebhookRow row, long head)
    {
        var webhook = WebhookFilter.Lists(row.Filter);
        (webhook.Id, webhook.Url) = (row.Id, row.Url);
        return new WebhookState
        {
            Webhook = webhook, Position = row.Position, Behind = Math.Max(0, head - row.Position), Tries = row.Tries, AgainAt = row.AgainAt?.ToTimestamp(),
            FailingSince = row.FailingSince?.ToTimestamp(), LastError = row.LastError, CreatedBy = row.CreatedBy, CreatedAt = row.CreatedAt.ToTimestamp(),
        };
    }

    private static RpcException Unknown(string what) => CallErrors.NotFound("unknown-webhook", what, $"Không có '{what}'.", $"There is no '{what}'.");

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$", RegexOptions.None, 1000)]
    private static partial Regex Name();
}

/// <summary>Who may say where the feed is posted.</summary>
/// <param name="role">The role needed.</param>
/// <param name="caller">Who calls.</param>
internal sealed class WebhookCallers(string role, Caller caller)
{
    /// <exception cref="RpcException">PERMISSION_DENIED, naming the role that is missing.</exception>
    public Actor Require(ServerCallContext context)
    {
        var actor = caller.Require(context);
        return actor.Roles.Contains(role) ? actor : throw CallErrors.Of(Refusals.WrongRole.With("role", role));
    }
}

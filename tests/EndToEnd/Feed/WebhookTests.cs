using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Feed;

public sealed class WebhookTests
{
    private static readonly Metadata s_administrator = new() { { "tthc-actor", "quan-tri" }, { "tthc-agency", Communes.BoY }, { "tthc-roles", "webhook-administrator" } };

    [Fact]
    public async Task Post_what_is_wanted_signed_and_in_order_also_after_a_kill()
    {
        using var subscriber = new Subscriber();
        using var engine = await PrivateEngine.StartAsync();
        await engine.Client.ReceiveAsync();
        var hooks = new WebhookService.WebhookServiceClient(engine.Client.Channel);
        subscriber.Secret = (await hooks.PutWebhookAsync(Put(subscriber, "received"), s_administrator)).Secret;

        var first = await subscriber.NextAsync();
        await engine.Client.ReceiveAsync();
        var second = await subscriber.NextAsync();
        engine.Process.Kill();
        await engine.RestartAsync();
        await engine.Client.ReceiveAsync();
        var wanted = (await engine.Client.FeedAsync()).FindAll(e => e.Kind == "received").ConvertAll(e => (e.Position, e.Kind));
        List<Subscriber.Delivery> deliveries = [first, second];
        while (deliveries[^1].Events[^1] != wanted[^1])
            deliveries.Add(await subscriber.NextAsync());

        // What was taken before the kill and not yet written down may come once more; nothing is left out, and nothing comes out of turn.
        Assert.Equal(wanted, deliveries.SelectMany(d => d.Events).Distinct());
        Assert.All(deliveries, delivery => Assert.True(delivery.IsSigned));
        var state = Assert.Single((await new WebhookService.WebhookServiceClient(engine.Client.Channel).ListWebhooksAsync(new ListWebhooksRequest(), s_administrator)).Webhooks);
        Assert.Equal(("so-tu-phap", "quan-tri", ""), (state.Webhook.Id, state.CreatedBy, state.LastError));
    }

    [Fact]
    public async Task Try_again_as_it_was_give_up_and_list_it_and_send_it_again_by_hand()
    {
        using var subscriber = new Subscriber();
        using var folder = new EngineFolder();
        using var engine = await EngineProcess.StartAsync(folder, "--Webhooks:Tries=3", "--Webhooks:FirstPauseSeconds=0");
        using var client = new EngineClient(engine.Address);
        var hooks = new WebhookService.WebhookServiceClient(client.Channel);
        subscriber.RefuseNext(3);
        subscriber.Secret = (await hooks.PutWebhookAsync(Put(subscriber, "received"), s_administrator)).Secret;

        await client.ReceiveAsync();
        var refused = new[] { await subscriber.NextAsync(), await subscriber.NextAsync(), await subscriber.NextAsync() };
        await client.ReceiveAsync();
        var taken = await subscriber.NextAsync();

        Assert.Single(refused.Select(r => r.Id).Distinct());
        Assert.All(refused, r => Assert.False(r.IsTaken));
        Assert.True(taken.IsTaken);
        var dead = Assert.Single((await hooks.ListDeadLettersAsync(new ListDeadLettersRequest(), s_administrator)).Letters);
        Assert.Equal(("so-tu-phap", 3, "HTTP 500"), (dead.Webhook, dead.Tries, dead.Reason));

        subscriber.RefuseNext(1);
        var again = await Assert.ThrowsAsync<RpcException>(async () => await RedeliverAsync(dead.Position));
        Assert.Equal(StatusCode.FailedPrecondition, again.StatusCode);
        await subscriber.NextAsync();
        await RedeliverAsync(dead.Position);

        Assert.Equal(refused[0].Events, (await subscriber.NextAsync()).Events);
        Assert.Empty((await hooks.ListDeadLettersAsync(new ListDeadLettersRequest(), s_administrator)).Letters);
        var unknown = await Assert.ThrowsAsync<RpcException>(async () => await RedeliverAsync(dead.Position));
        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);

        async Task RedeliverAsync(long position) => await hooks.RedeliverDeadLetterAsync(new RedeliverDeadLetterRequest { Webhook = "so-tu-phap", Position = position }, s_administrator);
    }

    [Fact]
    public async Task Are_made_by_administrators_only_and_never_in_the_clear_to_other_machines()
    {
        using var engine = await PrivateEngine.StartAsync();
        var hooks = new WebhookService.WebhookServiceClient(engine.Client.Channel);
        var request = new PutWebhookRequest { Webhook = new Webhook { Id = "a b", Url = "http://so-tu-phap.example/", Kinds = { "nothing-such" } } };

        var denied = await Assert.ThrowsAsync<RpcException>(async () => await hooks.PutWebhookAsync(request, Officer.Desk().Headers));
        var malformed = await Assert.ThrowsAsync<RpcException>(async () => await hooks.PutWebhookAsync(request, s_administrator));

        Assert.Equal(StatusCode.PermissionDenied, denied.StatusCode);
        Assert.Equal(StatusCode.InvalidArgument, malformed.StatusCode);
        Assert.Equal("malformed: webhook.id, webhook.url, kinds", malformed.Status.Detail);
    }

    private static PutWebhookRequest Put(Subscriber subscriber, params string[] kinds) => new() { Webhook = new Webhook { Id = "so-tu-phap", Url = subscriber.Address, Kinds = { kinds } } };
}

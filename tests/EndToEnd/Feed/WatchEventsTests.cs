using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Feed;

public sealed class WatchEventsTests : IAsyncLifetime
{
    private PrivateEngine? _engine;

    private PrivateEngine Engine => _engine!;

    public async Task InitializeAsync() => _engine = await PrivateEngine.StartAsync();

    public Task DisposeAsync()
    {
        _engine?.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Resumes_after_every_break_without_loss_or_repeat()
    {
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(i => WriteAsync(40, Communes.All[i % Communes.All.Length])));
        var reader = new FeedReader(() => Engine.Process.Address);

        // Hangs up after every few messages, in the middle of what is sent.
        var breaks = 0;
        while (!writing.IsCompleted)
        {
            await reader.ReadAsync(messages: 3, writing);
            breaks++;
        }
        await writing;
        await reader.CatchUpAsync();

        Assert.InRange(breaks, 2, int.MaxValue);
        Assert.Equal(Enumerable.Range(1, 8 * 40 * 2), reader.Positions.Select(p => (int)p));
    }

    [Fact]
    public async Task Resumes_across_kills_of_the_engine_without_loss_or_repeat()
    {
        var reader = new FeedReader(() => Engine.Process.Address);
        for (var life = 0; life < 3; life++)
        {
            var reading = reader.ReadUntilAwayAsync();
            await WriteAsync(20, Communes.BoY);
            Engine.Process.Kill();
            await reading;
            await Engine.RestartAsync();
        }
        await reader.CatchUpAsync();

        Assert.Equal(Enumerable.Range(1, 3 * 20 * 2), reader.Positions.Select(p => (int)p));
        var all = await Engine.Client.FeedAsync();
        Assert.Equal(all.Select(e => e.Position), reader.Positions);
    }

    [Fact]
    public async Task Gives_a_reader_that_stood_still_all_that_the_memory_of_the_engine_no_longer_holds()
    {
        using var watch = Engine.Client.Feed.WatchEvents(new WatchEventsRequest(), Officer.Desk().Headers);
        await Engine.Client.ReceiveAsync();
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        var positions = watch.ResponseStream.Current.Events.Select(e => e.Position).ToList();

        // Nobody reads meanwhile; another stream keeps the tail of the feed in memory moving on.
        using var beside = Engine.Client.Feed.WatchEvents(new WatchEventsRequest { FromNow = true, Kinds = { "settled" } }, Officer.Desk().Headers);
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (_, cancellation) =>
            await Engine.Client.Dossiers.ReceiveDossierAsync(EngineClient.Receipt(), Officer.Desk().Headers, cancellationToken: cancellation));
        while (positions[^1] < 10_002 && await watch.ResponseStream.MoveNext(CancellationToken.None))
            positions.AddRange(watch.ResponseStream.Current.Events.Select(e => e.Position));

        Assert.Equal(Enumerable.Range(1, 10_002).Select(p => (long)p), positions);
    }

    [Fact]
    public async Task Sends_only_what_the_filter_asks_for_and_still_tells_how_far_it_is()
    {
        await WriteAsync(5, Communes.BoY);
        await WriteAsync(5, "qn-xa-duc-nong");
        using var call = Engine.Client.Feed.WatchEvents(
            new WatchEventsRequest { Agencies = { "qn-xa-duc-nong" }, Kinds = { "step-advanced" }, UntilCaughtUp = true }, Officer.Desk().Headers);

        var messages = await call.ResponseStream.ReadAllAsync().ToListAsync();

        var events = messages.SelectMany(m => m.Events).ToList();
        Assert.Equal(5, events.Count);
        Assert.All(events, e => Assert.Equal(("H48.101", "step-advanced"), (e.ReceivingAgency, e.Kind)));
        Assert.Equal(20, messages[^1].Position);
    }

    [Fact]
    public async Task Starts_from_now_when_asked_to()
    {
        await WriteAsync(3, Communes.BoY);
        using var call = Engine.Client.Feed.WatchEvents(new WatchEventsRequest { FromNow = true }, Officer.Desk().Headers);

        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Empty(call.ResponseStream.Current.Events);
        Assert.Equal(6, call.ResponseStream.Current.Position);
        await WriteAsync(1, Communes.BoY);
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(7, call.ResponseStream.Current.Events[0].Position);
    }

    // A reader has to be able to put the acts of a filing together that is never received and so never has a dossier code.
    [Fact]
    public async Task Names_a_filing_that_was_declined_by_its_filing_code()
    {
        var receipt = EngineClient.Receipt();
        var submitted = await Engine.Client.Dossiers.SubmitDossierAsync(
            new SubmitDossierRequest { RequestId = "submit-1", ProcedureCode = receipt.ProcedureCode, Agency = Communes.BoY, Applicant = receipt.Applicant, Papers = { receipt.Papers } },
            new Officer("cong-dvc", Communes.BoY, "online-portal").Headers);
        var filing = submitted.Dossier.FilingCode;
        await Engine.Client.Dossiers.DeclineDossierAsync(
            new DeclineDossierRequest { RequestId = "decline-1", Dossier = filing, Reason = "Không thuộc thẩm quyền.", SlipNumber = "1/PTC" }, Officer.Desk().Headers);

        var all = await Engine.Client.FeedAsync();

        Assert.Equal([("submitted", filing), ("declined", filing)], all.Select(e => (e.Kind, e.DossierCode)));
    }

    [Fact]
    public async Task Refuses_a_position_beyond_the_feed()
    {
        using var call = Engine.Client.Feed.WatchEvents(new WatchEventsRequest { AfterPosition = 1_000_000 }, Officer.Desk().Headers);

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));

        Assert.Equal(StatusCode.OutOfRange, failure.StatusCode);
    }

    // Each dossier leaves two events: its receipt and its first step.
    private async Task WriteAsync(int dossiers, string agency)
    {
        for (var i = 0; i < dossiers; i++)
            await Engine.Client.ReceiveAsync(agency: agency);
    }
}

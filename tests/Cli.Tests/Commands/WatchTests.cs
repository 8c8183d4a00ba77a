using Grpc.Core;
using Tthc.Cli.Invocation;
using Tthc.Cli.Tests.Running;
using Tthc.Protos.V1;

namespace Tthc.Cli.Tests.Commands;

public sealed class WatchTests
{
    [Fact]
    public async Task Goes_on_after_a_broken_connection_without_loss_or_repeat()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.To<WatchEventsRequest>(request => request.AfterPosition switch
        {
            3 => new FeedScript([Batch(4, 5)], new RpcException(new Status(StatusCode.Unavailable, "node restarts"))),
            5 => new FeedScript([Batch(6, 7), new WatchEventsResponse { Position = 9 }], null),
            _ => throw new InvalidOperationException($"Nobody should ask after {request.AfterPosition}."),
        });

        var run = await CliRun.OnAsync(engine, "watch", "--after", "3", "--until-caught-up", "--kind", "settled");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Equal(["4", "5", "6", "7"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(' ')[0]));
        Assert.Contains("đi tiếp sau vị trí 5", run.Error);
        Assert.EndsWith("Đi tiếp bằng: tthc watch --after 9\n", run.Error);
        Assert.All(engine.Answers.Asked, asked => Assert.Equal(["settled"], ((WatchEventsRequest)asked).Kinds));
    }

    [Fact]
    public async Task Does_not_skip_what_came_in_between_when_it_started_from_now()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.To<WatchEventsRequest>(request => request.FromNow
            ? new FeedScript([Batch(10)], new RpcException(new Status(StatusCode.Unavailable, "gone")))
            : new FeedScript([Batch(11)], null));

        await CliRun.OnAsync(engine, "watch", "--from-now", "--until-caught-up");

        var second = Assert.IsType<WatchEventsRequest>(engine.Answers.Asked[1]);
        Assert.False(second.FromNow);
        Assert.Equal(10, second.AfterPosition);
    }

    [Fact]
    public async Task Gives_up_on_a_refusal()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.Refuse<WatchEventsRequest>(new RpcException(new Status(StatusCode.PermissionDenied, "no")));

        var run = await CliRun.OnAsync(engine, "watch");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
    }

    private static WatchEventsResponse Batch(params long[] positions)
    {
        var batch = new WatchEventsResponse { Position = positions[^1] };
        batch.Events.AddRange(positions.Select(p => new DossierEvent { Position = p, Kind = "settled", DossierCode = "H34-1" }));
        return batch;
    }
}

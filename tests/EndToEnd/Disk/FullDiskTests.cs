using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Disk;

public sealed class FullDiskTests
{
    [FactOnTmpfs]
    public async Task Answers_unavailable_on_a_full_disk_loses_nothing_and_works_again_when_there_is_space()
    {
        using var disk = new SmallDisk(megabytes: 16);
        var folder = new EngineFolder { Store = Path.Combine(disk.Path, "data") };
        using var engine = await PrivateEngine.StartAsync(folder);
        var known = new Dictionary<string, Dossier>(StringComparer.Ordinal);
        for (var i = 0; i < 12; i++)
        {
            var received = await engine.Client.ReceiveAsync();
            known.Add(received.Code, received);
        }

        disk.Fill(leaveKilobytes: 256);
        var failed = await ReceiveUntilRefusedAsync(engine.Client, known);
        disk.Fill(leaveKilobytes: 0);
        var (advance, second) = await AdvanceUntilRefusedAsync(engine.Client, known);

        Assert.Equal(StatusCode.Unavailable, second.Code);
        Assert.NotNull(second.Retry);
        // What was there can still be read.
        foreach (var dossier in known.Values)
            Assert.Equal(dossier.Version, (await engine.Client.GetAsync(dossier.Code)).Version);

        disk.Free();
        var repeated = await engine.Client.Dossiers.ReceiveDossierAsync(failed, Officer.Desk().Headers);
        var advanced = await engine.Client.Dossiers.AdvanceStepAsync(advance, Officer.Examiner().Headers);

        Assert.False(repeated.Replayed);
        Assert.False(advanced.Replayed);
        known[advance.Dossier] = advanced.Dossier;
        known.Add(repeated.Dossier.Code, repeated.Dossier);
        await AssertAllThereAsync(engine, known);
        engine.Process.Kill();
        Assert.Equal("ok", Sqlite.Scalar(folder.StoreFile, "pragma integrity_check"));
        await engine.RestartAsync();
        await AssertAllThereAsync(engine, known);
        engine.Process.Kill();
    }

    /// <summary>What is too little for a receipt is enough for a step or two, into the room that the failed receipt left in the log.</summary>
    private static async Task<(AdvanceStepRequest Request, Failure Failure)> AdvanceUntilRefusedAsync(EngineClient client, Dictionary<string, Dossier> known)
    {
        foreach (var code in known.Keys.ToList())
        {
            var request = new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = code, Action = "propose" };
            var outcome = await Outcome.OfAsync(client.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers));
            if (outcome.Failure is { } failure)
                return (request, failure);
            known[code] = outcome.Reply!.Dossier;
        }
        throw new InvalidOperationException("The disk is not full.");
    }

    private static async Task<ReceiveDossierRequest> ReceiveUntilRefusedAsync(EngineClient client, Dictionary<string, Dossier> known)
    {
        while (true)
        {
            var request = EngineClient.Receipt();
            request.Subject = new string('x', 1000);
            var outcome = await Outcome.OfAsync(client.Dossiers.ReceiveDossierAsync(request, Officer.Desk().Headers));
            if (outcome.Failure is { } failure)
            {
                Assert.Equal(StatusCode.Unavailable, failure.Code);
                Assert.Equal("storage-full", failure.Info.Reason);
                Assert.NotNull(failure.Retry);
                return request;
            }
            known.Add(outcome.Reply!.Dossier.Code, outcome.Reply.Dossier);
        }
    }

    private static async Task AssertAllThereAsync(PrivateEngine engine, Dictionary<string, Dossier> known)
    {
        foreach (var dossier in known.Values)
        {
            var now = await engine.Client.GetAsync(dossier.Code);
            Assert.Equal((dossier.Version, dossier.Status), (now.Version, now.Status));
        }
        var feed = await engine.Client.FeedAsync();
        Assert.Equal(Enumerable.Range(1, feed.Count), feed.Select(e => (int)e.Position));
        Assert.Equal(known.Values.Sum(d => d.Version), feed.Count);
    }
}

using Grpc.Core;
using Grpc.Net.Client;
using Tthc.Protos.V1;

namespace Tthc.Bench.Load;

/// <summary>Dossiers of the long procedure and the calls that move them: a ring of 20 steps that one role walks.</summary>
internal sealed class StepWork
{
    private const int StepsInRing = 20;
    private static readonly string[] s_communes = ["qn-xa-bo-y", "qn-xa-duc-nong", "qn-xa-dak-to", "qn-phuong-kon-tum"];
    private readonly DossierService.DossierServiceClient _client;
    private readonly List<Moving> _dossiers = [];

    /// <summary>Is shown each reply to a step; null: nobody looks.</summary>
    public Action<AdvanceStepResponse>? Seen { get; set; }

    public StepWork(GrpcChannel channel) => _client = new DossierService.DossierServiceClient(channel);

    /// <summary>Receives dossiers and brings each to the first step of the ring.</summary>
    public async Task PrepareAsync(int dossiers)
    {
        var turn = new Lock();
        await Parallel.ForEachAsync(Enumerable.Range(0, dossiers), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, cancellation) =>
        {
            var agency = s_communes[i % s_communes.Length];
            var desk = Headers("mot-cua", agency, "one-stop-officer");
            var received = await _client.ReceiveDossierAsync(Receipt(i), desk, cancellationToken: cancellation);
            var code = received.Dossier.Code;
            await _client.AdvanceStepAsync(new AdvanceStepRequest { RequestId = NewId(), Dossier = code }, desk, cancellationToken: cancellation);
            lock (turn)
                _dossiers.Add(new Moving(code, Headers("ho-tich", agency, "civil-status-officer")));
        });
    }

    /// <summary>Receives dossiers that nobody moves.</summary>
    public Task ReceiveAsync(int dossiers, Action<int> done) => Parallel.ForEachAsync(Enumerable.Range(0, dossiers), new ParallelOptions { MaxDegreeOfParallelism = 128 }, async (i, cancellation) =>
    {
        await _client.ReceiveDossierAsync(Receipt(i), Headers("mot-cua", s_communes[i % s_communes.Length], "one-stop-officer"), cancellationToken: cancellation);
        if (i % 100_000 == 0)
            done(i);
    });

    /// <summary>Moves every dossier so many steps.</summary>
    public Task MoveAllAsync(int steps) => Parallel.ForEachAsync(_dossiers, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (dossier, _) =>
    {
        for (var i = 0; i < steps; i++)
            await AdvanceAsync(dossier, _client);
    });

    /// <summary>For each of so many callers a call that moves the next of its own dossiers.</summary>
    /// <param name="callers">How many.</param>
    /// <param name="second">Another engine, which every other caller calls.</param>
    /// <param name="takeTurns">Every caller calls one engine, then the other.</param>
    public Func<int, Task> For(int callers, GrpcChannel? second = null, bool takeTurns = false)
    {
        var other = second is null ? _client : new DossierService.DossierServiceClient(second);
        var shares = Enumerable.Range(0, callers).Select(c => _dossiers.Where((_, i) => i % callers == c).ToArray()).ToArray();
        var next = new int[callers];
        return async caller =>
        {
            var (share, turn) = (shares[caller], next[caller]++);
            var isOther = takeTurns ? (turn + (turn / share.Length)) % 2 == 1 : caller % 2 == 1;
            await AdvanceAsync(share[turn % share.Length], isOther ? other : _client);
        };
    }

    private async Task AdvanceAsync(Moving dossier, DossierService.DossierServiceClient client)
    {
        var last = dossier.Step == StepsInRing;
        var request = new AdvanceStepRequest { RequestId = NewId(), Dossier = dossier.Code, Action = last ? "again" : "" };
        var reply = await client.AdvanceStepAsync(request, dossier.Headers);
        Seen?.Invoke(reply);
        dossier.Step = last ? 1 : dossier.Step + 1;
    }

    private static ReceiveDossierRequest Receipt(int number) => new()
    {
        RequestId = NewId(),
        ProcedureCode = "E2E-DAI",
        Applicant = new Party { Name = $"Nguyễn Văn {number}", IdNumber = "062000000001", Address = "Xã Bờ Y, tỉnh Quảng Ngãi", Phone = "0900000000" },
        Subject = "Đề nghị giải quyết thủ tục",
        Papers = { new DossierPaper { Key = "application", Originals = 1 } },
        Channel = Protos.V1.Channel.Direct,
    };

    private static string NewId() => Guid.NewGuid().ToString("N");

    private static Metadata Headers(string officer, string agency, string role) => new()
    {
        { "tthc-actor", officer },
        { "tthc-agency", agency },
        { "tthc-roles", role },
    };

    /// <summary>A dossier and where in the ring it stands.</summary>
    private sealed class Moving(string code, Metadata headers)
    {
        public string Code => code;

        public Metadata Headers => headers;

        public int Step { get; set; } = 1;
    }
}

using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Rules;

/// <summary>An administrator at work on the short procedure.</summary>
internal sealed class RuleDesk(PrivateEngine engine)
{
    public const string Name = "e2e-nhanh";
    public const string Path = $"procedures/{Name}.procedure.json";
    private readonly string _first = System.IO.File.ReadAllText(engine.Folder.Procedure(Name));

    public string File { get; } = engine.Folder.Procedure(Name);

    /// <summary>The text with a limit of so many working days; as shipped with three.</summary>
    public string Text(int days) => _first.Replace("\"limit\": \"3 working days\"", $"\"limit\": \"{days} working days\"", StringComparison.Ordinal);

    public PublishProcedureRequest Request(int days, string baseRevision) => new()
    {
        RequestId = EngineClient.NewId(), Path = Path, Source = Text(days), BaseRevision = baseRevision, Reason = "thử", Basis = "QĐ 1",
    };

    public async Task<PublishProcedureResponse> PublishAsync(PublishProcedureRequest request) =>
        await engine.Client.Procedures.PublishProcedureAsync(request, Officer.Administrator().Headers);

    /// <summary>The reply, or why there is none.</summary>
    public async Task<(PublishProcedureResponse? Reply, Failure? Failure)> TryAsync(PublishProcedureRequest request)
    {
        try
        {
            return (await PublishAsync(request), null);
        }
        catch (RpcException e)
        {
            return (null, Failure.Of(e));
        }
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<ProcedureRevision>> RevisionsAsync() =>
        (await engine.Client.Procedures.ListProcedureRevisionsAsync(new ListProcedureRevisionsRequest { Code = EngineClient.Short }, Officer.Desk().Headers)).Revisions;

    public async Task<ProcedureRevision> NewestAsync() => (await RevisionsAsync())[0];
}

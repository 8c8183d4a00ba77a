using Grpc.Core;
using Tthc.Shims.Tests.Protos;

namespace Tthc.Shims.Tests.Server;

internal sealed class EchoService(CallLedger ledger) : Echo.EchoBase
{
    public override async Task<EchoReply> Say(EchoRequest request, ServerCallContext context)
    {
        Metadata.Entry[] own =
            [.. context.RequestHeaders.Where(entry => entry.Key.StartsWith("x-", StringComparison.Ordinal))];
        var headers = new Metadata();
        foreach (Metadata.Entry entry in own)
        {
            headers.Add(entry);
            context.ResponseTrailers.Add(entry);
        }

        await context.WriteResponseHeadersAsync(headers);
        return new EchoReply { Text = request.Text };
    }

    public override async Task Split(EchoRequest request, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context)
    {
        foreach (string word in request.Text.Split(' '))
        {
            await responseStream.WriteAsync(new EchoReply { Text = word }, context.CancellationToken);
        }
    }

    public override async Task<EchoReply> Join(IAsyncStreamReader<EchoRequest> requestStream, ServerCallContext context)
    {
        var words = new List<string>();
        await foreach (EchoRequest request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            words.Add(request.Text);
        }

        return new EchoReply { Text = string.Join(' ', words) };
    }

    public override async Task Chat(
        IAsyncStreamReader<EchoRequest> requestStream, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext())
        {
            await responseStream.WriteAsync(new EchoReply { Text = requestStream.Current.Text });
        }
    }

    public override Task<EchoReply> Fail(FailRequest request, ServerCallContext context)
    {
        if (request.Unhandled)
        {
            throw new InvalidOperationException(request.Detail);
        }

        var trailers = new Metadata();
        if (!request.RichStatus.IsEmpty)
        {
            trailers.Add("grpc-status-details-bin", request.RichStatus.ToByteArray());
        }

        throw new RpcException(new Status((StatusCode)request.Code, request.Detail), trailers);
    }

    public override async Task<EchoReply> Wait(EchoRequest request, ServerCallContext context)
    {
        var cancelled = new TaskCompletionSource();
        await using CancellationTokenRegistration registration = context.CancellationToken.Register(cancelled.SetResult);
        ledger.Record($"{request.Text} started");
        await cancelled.Task;
        ledger.Record($"{request.Text} cancelled");
        throw new OperationCanceledException(context.CancellationToken);
    }

    public override Task<EchoReply> Flaky(FlakyRequest request, ServerCallContext context) =>
        ledger.CountAttempt(request.Counter) <= request.Failures
            ? throw new RpcException(new Status(StatusCode.Unavailable, "not yet"))
            : Task.FromResult(new EchoReply { Text = request.Counter });

    public override Task<CallDescription> Describe(EchoRequest request, ServerCallContext context)
    {
        var description = new CallDescription
        {
            Method = context.Method,
            Host = context.Host,
            Peer = context.Peer,
            HasDeadline = context.Deadline != DateTime.MaxValue,
            Authorization = context.RequestHeaders.GetValue("authorization") ?? "",
        };
        description.Order.Add(((string)context.UserState[OrderInterceptor.Key]).Split(','));
        description.Order.Add(context.RequestHeaders.GetAll("x-client").Select(entry => entry.Value));
        return Task.FromResult(description);
    }
}

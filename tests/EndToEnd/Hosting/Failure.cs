using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Tthc.EndToEnd.Hosting;

/// <summary>A call that failed, with the rich details a client reads.</summary>
internal sealed class Failure
{
    private readonly Google.Rpc.Status? _details;

    private Failure(RpcException exception)
    {
        Code = exception.StatusCode;
        Message = exception.Status.Detail;
        if (exception.Trailers.FirstOrDefault(t => t.Key == "grpc-status-details-bin") is { } entry)
            _details = Google.Rpc.Status.Parser.ParseFrom(entry.ValueBytes);
    }

    public StatusCode Code { get; }

    public string Message { get; }

    public ErrorInfo Info => Detail<ErrorInfo>() ?? throw new InvalidOperationException($"{Code} '{Message}' has no ErrorInfo.");

    public RetryInfo? Retry => Detail<RetryInfo>();

    /// <summary>The malformed fields, in the order told.</summary>
    public IReadOnlyList<string> Fields => [.. Detail<BadRequest>()?.FieldViolations.Select(v => v.Field) ?? []];

    public IReadOnlyDictionary<string, string> Texts => _details!.Details.Where(d => d.Is(LocalizedMessage.Descriptor))
        .Select(d => d.Unpack<LocalizedMessage>()).ToDictionary(m => m.Locale, m => m.Message, StringComparer.Ordinal);

    /// <summary>The failure of a call that must not succeed.</summary>
    public static async Task<Failure> OfAsync<T>(AsyncUnaryCall<T> call)
    {
        var failure = new Failure(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync));
        Assert.NotEqual(StatusCode.Unknown, failure.Code);
        return failure;
    }

    public static Failure Of(RpcException exception) => new(exception);

    /// <summary>A message attached to the failure; null: none.</summary>
    public T? Attached<T>()
        where T : class, IMessage<T>, new() => Detail<T>();

    private T? Detail<T>()
        where T : class, IMessage<T>, new() =>
        _details?.Details.FirstOrDefault(d => d.Is(new T().Descriptor)) is { } any ? any.Unpack<T>() : null;
}

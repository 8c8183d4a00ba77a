using System.Collections.Immutable;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Tthc.Cli.Invocation;
using Status = Google.Rpc.Status;

namespace Tthc.Cli.Errors;

/// <summary>Why a call failed, read from google.rpc.Status where the engine sent one.</summary>
internal sealed record CallFailure
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    public required StatusCode Code { get; init; }

    /// <summary>The refusal's fixed id; empty where there is none.</summary>
    public string Reason { get; init; } = "";

    public required string Vietnamese { get; init; }

    public required string English { get; init; }

    public ImmutableSortedDictionary<string, string> Facts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableArray<BadRequest.Types.FieldViolation> Violations { get; init; } = [];

    public TimeSpan? RetryAfter { get; init; }

    public required Uri Server { get; init; }

    public required string RequestId { get; init; }

    public int ExitCode => Code switch
    {
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => Invocation.ExitCode.ServerAway,
        StatusCode.Aborted => Invocation.ExitCode.LostRace,
        _ => Invocation.ExitCode.Refused,
    };

    public static CallFailure Of(RpcException failed, CallSettings settings)
    {
        var (vietnamese, english) = FailureTexts.Of(failed.StatusCode, failed.Status.Detail, settings.Server);
        var failure = new CallFailure { Code = failed.StatusCode, Vietnamese = vietnamese, English = english, Server = settings.Server, RequestId = settings.RequestId };
        return ReadStatus(failed.Trailers) is { } status ? Read(failure, status) : failure;
    }

    private static CallFailure Read(CallFailure failure, Status status)
    {
        foreach (var detail in status.Details)
        {
            if (detail.TryUnpack<ErrorInfo>(out var info))
                failure = failure with { Reason = info.Reason, Facts = info.Metadata.ToImmutableSortedDictionary(StringComparer.Ordinal) };
            else if (detail.TryUnpack<LocalizedMessage>(out var message))
                failure = message.Locale.StartsWith("vi", StringComparison.OrdinalIgnoreCase)
                    ? failure with { Vietnamese = message.Message }
                    : failure with { English = message.Message };
            else if (detail.TryUnpack<BadRequest>(out var bad))
                failure = failure with { Violations = [.. failure.Violations, .. bad.FieldViolations] };
            else if (detail.TryUnpack<RetryInfo>(out var retry))
                failure = failure with { RetryAfter = retry.RetryDelay?.ToTimeSpan() };
        }
        return failure;
    }

    private static Status? ReadStatus(Metadata trailers)
    {
        if (trailers.GetValueBytes(DetailsTrailer) is not { } bytes)
            return null;
        try
        {
            return Status.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            // A proxy mangled it: the code and the plain message still say what happened.
            return null;
        }
    }
}

using System.Collections.Immutable;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;
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

    /// <summary>Mistakes in rule files that the engine attached.</summary>
    public ImmutableArray<RuleDiagnostic> Diagnostics { get; init; } = [];

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

    /// <summary>The newest revision of a rule file, where a publication was refused because it was made from another; null: it was not.</summary>
    public static (string Path, string Head)? HeadOf(RpcException failed)
    {
        if (failed.StatusCode != StatusCode.Aborted || ReadStatus(failed.Trailers) is not { } status)
            return null;
        foreach (var detail in status.Details)
            if (detail.TryUnpack<ErrorInfo>(out var info) && info.Reason == "base-moved")
                return (info.Metadata["path"], info.Metadata["head"]);
        return null;
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
            else if (detail.TryUnpack<RuleDiagnostics>(out var mistakes))
                failure = failure with { Diagnostics = [.. mistakes.Diagnostics] };
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

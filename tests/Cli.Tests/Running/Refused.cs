using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Tthc.Cli.Tests.Running;

/// <summary>Failures as the engine sends them.</summary>
public static class Refused
{
    public static RpcException With(StatusCode code, params IEnumerable<IMessage> details)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = "plain text" };
        status.Details.AddRange(details.Select(d => Any.Pack(d)));
        return new(new Grpc.Core.Status(code, "plain text"), new Metadata { { "grpc-status-details-bin", status.ToByteArray() } });
    }

    public static ErrorInfo Info(string reason, params IEnumerable<(string Key, string Value)> facts)
    {
        var info = new ErrorInfo { Reason = reason, Domain = "tthc.engine" };
        foreach (var (key, value) in facts)
            info.Metadata.Add(key, value);
        return info;
    }

    public static IEnumerable<IMessage> Texts(string vietnamese, string english) =>
    [
        new LocalizedMessage { Locale = "vi", Message = vietnamese },
        new LocalizedMessage { Locale = "en", Message = english },
    ];
}

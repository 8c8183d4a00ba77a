using Google.Protobuf;

namespace Tthc.Engine.Hosting;

/// <summary>What there is to know of a call by the type of its request.</summary>
internal static class CallKind<TRequest>
{
    /// <summary>Of the engine's own services and without a commit: only acts and publications carry a request id.</summary>
    public static bool IsAnsweredFromMemory { get; } =
        Activator.CreateInstance<TRequest>() is IMessage { Descriptor: var request }
        && request.File.Package == "tthc.engine.v1"
        && request.FindFieldByName("request_id") is null;
}

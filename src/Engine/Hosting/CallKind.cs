using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Tthc.Engine.Hosting;

/// <summary>What there is to know of a call by the type of its request.</summary>
internal static class CallKind<TRequest>
{
    private static readonly MessageDescriptor? s_descriptor = (Activator.CreateInstance<TRequest>() as IMessage)?.Descriptor;
    private static readonly FieldDescriptor? s_requestId = s_descriptor?.FindFieldByName("request_id");

    /// <summary>Of the engine's own services and without a commit: only acts and publications carry a request id.</summary>
    public static bool IsAnsweredFromMemory { get; } = s_descriptor is { File.Package: "tthc.engine.v1" } && s_requestId is null;

    /// <summary>Whether carrying it out twice comes to the same: it only reads, or its request id tells a repetition.</summary>
    public static bool MayRepeat(TRequest request) =>
        IsAnsweredFromMemory || (s_requestId is not null && s_requestId.Accessor.GetValue((IMessage)request!) is string { Length: > 0 });
}

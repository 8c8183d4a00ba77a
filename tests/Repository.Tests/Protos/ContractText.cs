using Google.Protobuf.Reflection;

namespace Tthc.Repository.Tests.Protos;

/// <summary>A proto file as lines, one for each promise to callers: what is called how, has which number and which type.</summary>
internal static class ContractText
{
    public static IReadOnlyList<string> Of(FileDescriptor file) =>
    [
        $"package {file.Package}",
        .. file.Services.SelectMany(OfService),
        .. file.MessageTypes.SelectMany(OfMessage),
        .. file.EnumTypes.SelectMany(OfEnum),
    ];

    private static IEnumerable<string> OfService(ServiceDescriptor service) => service.Methods
        .Select(m => $"rpc {m.FullName}({Streamed(m.IsClientStreaming)}{m.InputType.FullName}) returns ({Streamed(m.IsServerStreaming)}{m.OutputType.FullName})")
        .Prepend($"service {service.FullName}");

    private static IEnumerable<string> OfMessage(MessageDescriptor message)
    {
        yield return $"message {message.FullName}";
        foreach (var field in message.Fields.InFieldNumberOrder())
            yield return $"field {message.FullName}.{field.Name} = {field.FieldNumber} {TypeOf(field)}{OneofOf(field)}";
        var proto = message.ToProto();
        foreach (var range in proto.ReservedRange)
            yield return $"reserved {message.FullName} {range.Start} to {range.End - 1}";
        foreach (var name in proto.ReservedName)
            yield return $"reserved {message.FullName} \"{name}\"";
        foreach (var line in message.NestedTypes.Where(nested => nested.ToProto().Options?.MapEntry is not true).SelectMany(OfMessage).Concat(message.EnumTypes.SelectMany(OfEnum)))
            yield return line;
    }

    private static IEnumerable<string> OfEnum(EnumDescriptor type) =>
        type.Values.Select(value => $"value {type.FullName}.{value.Name} = {value.Number}").Prepend($"enum {type.FullName}");

    private static string TypeOf(FieldDescriptor field) => field switch
    {
        { IsMap: true } => $"map<{TypeOf(field.MessageType.Fields.InFieldNumberOrder()[0])}, {TypeOf(field.MessageType.Fields.InFieldNumberOrder()[1])}>",
        { IsRepeated: true } => $"repeated {Single(field)}",
        { HasPresence: true, FieldType: not FieldType.Message, RealContainingOneof: null } => $"optional {Single(field)}",
        _ => Single(field),
    };

    private static string Single(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => field.MessageType.FullName,
        FieldType.Enum => field.EnumType.FullName,
        _ => field.FieldType.ToString().ToLowerInvariant(),
    };

    private static string OneofOf(FieldDescriptor field) => field.RealContainingOneof is { } oneof ? $" in oneof {oneof.Name}" : "";

    private static string Streamed(bool streaming) => streaming ? "stream " : "";
}

using Google.Protobuf;

namespace Tthc.Cli.Output;

/// <summary>Protobuf JSON on one line. Fields with their default value are written too, so that a script finds every key.</summary>
internal static class MessageJson
{
    private static readonly JsonFormatter s_formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    public static string Of(IMessage message) => s_formatter.Format(message);
}

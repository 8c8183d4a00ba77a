using Tthc.Protos.V1;

namespace Tthc.Cli.Input;

/// <summary>The words for channels on the command line.</summary>
internal static class Channels
{
    public const string Direct = "direct";
    public const string Online = "online";
    public const string Post = "post";

    public static Channel Read(string? word) => word switch
    {
        Direct => Channel.Direct,
        Online => Channel.Online,
        Post => Channel.PublicPost,
        _ => Channel.Unspecified,
    };
}

using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>One message encoding. The streams it makes leave the stream under them open.</summary>
public interface ICompressionProvider
{
    /// <summary>As in <c>grpc-encoding</c>.</summary>
    string EncodingName { get; }

    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    Stream CreateDecompressionStream(Stream stream);
}

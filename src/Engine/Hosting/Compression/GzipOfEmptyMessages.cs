using System.IO.Compression;
using Grpc.Net.Compression;

namespace Tthc.Engine.Hosting.Compression;

/// <summary>
/// gzip whose empty message is a valid gzip member. <see cref="GZipStream"/> writes nothing at all for empty input,
/// which other gRPC implementations refuse as a damaged message.
/// </summary>
internal sealed class GzipOfEmptyMessages(CompressionLevel defaultLevel) : ICompressionProvider
{
    public string EncodingName => "gzip";

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        new GzipMemberStream(stream, compressionLevel ?? defaultLevel);

    public Stream CreateDecompressionStream(Stream stream) =>
        new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
}

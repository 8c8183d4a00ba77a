using System.Buffers.Binary;
using System.IO.Compression;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using Tthc.Shims.Tests.Protos;
using Tthc.Shims.Tests.Server;

namespace Tthc.Shims.Tests.RoundTrip;

[Collection(EchoCollection.Name)]
public sealed class CompressionTests(EchoServer server)
{
    private static readonly string LongText = new('ô', 1000);

    [Fact]
    public async Task Compresses_requests_and_replies()
    {
        using var wire = new WireHandler();
        using GrpcChannel channel = server.OpenChannel(new GrpcChannelOptions { HttpHandler = wire });
        var headers = new Metadata { { "grpc-internal-encoding-request", "gzip" } };

        EchoReply reply = await new Echo.EchoClient(channel).SayAsync(new EchoRequest { Text = LongText }, headers);

        Assert.Equal(LongText, reply.Text);
        Assert.Equal(["gzip"], wire.RequestEncoding);
        Assert.Equal(["gzip"], wire.ResponseEncoding);
        Assert.True(wire.RequestLength < LongText.Length, $"{wire.RequestLength} bytes were sent.");
    }

    [Fact]
    public async Task Leaves_a_message_uncompressed_that_asks_for_it()
    {
        using var wire = new WireHandler();
        using GrpcChannel channel = server.OpenChannel(new GrpcChannelOptions { HttpHandler = wire });
        CallOptions options = new CallOptions(new Metadata { { "grpc-internal-encoding-request", "gzip" } })
            .WithWriteOptions(new WriteOptions(WriteFlags.NoCompress));

        EchoReply reply = await new Echo.EchoClient(channel).SayAsync(new EchoRequest { Text = LongText }, options);

        Assert.Equal(LongText, reply.Text);
        Assert.True(wire.RequestLength > LongText.Length, $"{wire.RequestLength} bytes were sent.");
    }

    [Fact]
    public async Task Compresses_an_empty_reply_into_a_valid_gzip_member()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.PlainAddress, "/tthc.shims.tests.Echo/Say"))
        {
            Version = new Version(2, 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 0]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.Add("TE", "trailers");
        request.Headers.Add("grpc-accept-encoding", "gzip");

        using HttpResponseMessage response = await client.SendAsync(request);
        byte[] frame = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(["gzip"], response.Headers.GetValues("grpc-encoding"));
        Assert.Equal(1, frame[0]);
        Assert.Equal(frame.Length - 5, BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(1)));
        Assert.Equal([0x1f, 0x8b], frame[5..7]);
        using var gzip = new GZipStream(new MemoryStream(frame, 5, frame.Length - 5), CompressionMode.Decompress);
        Assert.Equal(-1, gzip.ReadByte());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void Restores_what_a_provider_compressed(string encoding)
    {
        ICompressionProvider provider = encoding == "gzip"
            ? new GzipCompressionProvider(CompressionLevel.Fastest)
            : new DeflateCompressionProvider(CompressionLevel.Fastest);
        using var compressed = new MemoryStream();
        using (Stream target = provider.CreateCompressionStream(compressed, compressionLevel: null))
        {
            target.Write("abcabcabc"u8);
        }

        compressed.Position = 0;
        using Stream source = provider.CreateDecompressionStream(compressed);
        using var restored = new MemoryStream();
        source.CopyTo(restored);

        Assert.Equal(encoding, provider.EncodingName);
        Assert.Equal("abcabcabc"u8.ToArray(), restored.ToArray());
    }
}

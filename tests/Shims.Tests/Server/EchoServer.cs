using System.IO.Compression;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tthc.Shims.Tests.Server;

/// <summary>A real server on ports of its own: HTTP/2 in plain text on one, TLS on the other.</summary>
public sealed class EchoServer : IAsyncLifetime
{
    public const int ReceiveLimit = 64 * 1024;

    private readonly X509Certificate2 _certificate = SelfSignedCertificate.For("localhost");
    private readonly WebApplication _app;

    public EchoServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(Listen);
        builder.Services.AddSingleton(Ledger);
        builder.Services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = ReceiveLimit;
            options.CompressionProviders.Clear();
            options.CompressionProviders.Add(new GzipOfEmptyMessages(CompressionLevel.Fastest));
            options.ResponseCompressionAlgorithm = "gzip";
            options.Interceptors.Add<OrderInterceptor>("outer");
            options.Interceptors.Add<OrderInterceptor>("inner");
        });
        _app = builder.Build();
        _app.MapGrpcService<EchoService>();
    }

    public CallLedger Ledger { get; } = new();

    public Uri PlainAddress => new(_app.Urls.Single(url => url.StartsWith("http:", StringComparison.Ordinal)));

    public Uri TlsAddress => new(_app.Urls.Single(url => url.StartsWith("https:", StringComparison.Ordinal)));

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    public GrpcChannel OpenChannel(GrpcChannelOptions? options = null) =>
        GrpcChannel.ForAddress(PlainAddress, options ?? new GrpcChannelOptions());

    /// <summary>Trusts the certificate of this server and no other.</summary>
    public SocketsHttpHandler TrustingHandler()
    {
        string expected = _certificate.Thumbprint;
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            certificate is X509Certificate2 actual && string.Equals(actual.Thumbprint, expected, StringComparison.Ordinal);
        return handler;
    }

    private void Listen(KestrelServerOptions options)
    {
        options.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        options.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(_certificate));
    }
}

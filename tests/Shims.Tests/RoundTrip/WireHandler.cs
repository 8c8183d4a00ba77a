namespace Tthc.Shims.Tests.RoundTrip;

/// <summary>Sees what the gRPC client hides: encodings and the size of the request.</summary>
internal sealed class WireHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    public IEnumerable<string> RequestEncoding { get; private set; } = [];

    public IEnumerable<string> ResponseEncoding { get; private set; } = [];

    public long RequestLength { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequestEncoding = [.. request.Headers.GetValues("grpc-encoding")];
        byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        RequestLength = body.Length;
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        ResponseEncoding = [.. response.Headers.GetValues("grpc-encoding")];
        return response;
    }
}

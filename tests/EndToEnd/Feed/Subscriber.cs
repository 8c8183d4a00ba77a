using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Tthc.EndToEnd.Hosting;

namespace Tthc.EndToEnd.Feed;

/// <summary>A system that the feed is posted to: checks each signature, and takes or refuses as it is told.</summary>
internal sealed class Subscriber : IDisposable
{
    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(2);
    private readonly HttpListener _listener;
    private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();
    private volatile int _refusals;

    public Subscriber()
    {
        Address = $"http://127.0.0.1:{FreePort.Find()}/hooks/";
        _listener = new HttpListener { Prefixes = { Address } };
        _listener.Start();
        _ = Task.Run(TakeAsync);
    }

    public string Address { get; }

    /// <summary>As PutWebhook told it.</summary>
    public string Secret { get; set; } = "";

    /// <summary>How many of the next deliveries are answered with 500.</summary>
    public void RefuseNext(int deliveries) => _refusals = deliveries;

    /// <summary>The next delivery, taken or refused.</summary>
    public async Task<Delivery> NextAsync()
    {
        using var hang = new CancellationTokenSource(s_hang);
        return await _deliveries.Reader.ReadAsync(hang.Token);
    }

    public void Dispose() => _listener.Close();

    private async Task TakeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            using var body = new MemoryStream();
            await call.Request.InputStream.CopyToAsync(body);
            var taken = _refusals <= 0;
            _refusals--;
            call.Response.StatusCode = taken ? 204 : 500;
            var delivery = DeliveryOf(call.Request, body.ToArray(), taken);
            call.Response.Close();
            await _deliveries.Writer.WriteAsync(delivery);
        }
    }

    private Delivery DeliveryOf(HttpListenerRequest request, byte[] body, bool taken)
    {
        var id = request.Headers["webhook-id"]!;
        var signed = Encoding.UTF8.GetBytes($"{id}.{request.Headers["webhook-timestamp"]}.{Encoding.UTF8.GetString(body)}");
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), signed));
        var events = JsonDocument.Parse(body).RootElement.GetProperty("events").EnumerateArray().Select(e => (long.Parse(e.GetProperty("position").GetString()!), e.GetProperty("kind").GetString()!));
        return new Delivery(id, request.Headers["webhook-signature"] == expected, taken, [.. events]);
    }

    /// <summary>One POST.</summary>
    /// <param name="Id">Its webhook-id.</param>
    /// <param name="IsSigned">Whether the signature is that of the secret.</param>
    /// <param name="IsTaken">Whether it was answered with 2xx.</param>
    /// <param name="Events">Position and kind of its events.</param>
    internal sealed record Delivery(string Id, bool IsSigned, bool IsTaken, IReadOnlyList<(long Position, string Kind)> Events);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Tthc.Engine.Hosting.Settings;
using Tthc.Protos.V1;
using Tthc.Storage.Webhooks;

namespace Tthc.Engine.Webhooks;

/// <summary>Posts deliveries, signed as Standard Webhooks (standardwebhooks.com) say.</summary>
internal sealed class WebhookPost(EngineOptions options) : IDisposable
{
    public const string SecretPrefix = "whsec_";
    private const int MostReason = 300;
    private static readonly JsonFormatter s_json = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(false));

    // Whoever redirects would get what is meant for another; whoever does not answer must not hold the next delivery for long.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5), UseCookies = false }) { Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>How often a delivery is tried.</summary>
    public WebhookRetry Retry => options.WebhookRetry;

    /// <summary>Why a subscriber cannot be at an address; null: it can.</summary>
    public string? MistakeIn(string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 ? "is not an address such as https://so-tu-phap.example/hooks"
        : uri.Scheme == "http" && !uri.IsLoopback && !options.WebhooksByHttp ? "is not https (Webhooks:AllowHttp=true lets http pass)"
        : null;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(32);

    /// <summary>Posts one delivery.</summary>
    /// <returns>Null: taken. Else why not.</returns>
    public async Task<string?> SendAsync(WebhookRow webhook, long after, long position, IReadOnlyList<DossierEvent> events, CancellationToken cancellation)
    {
        var body = BodyOf(webhook.Id, after, position, events);
        // The same for every try, so that the subscriber knows a delivery that it has seen.
        var id = string.Create(CultureInfo.InvariantCulture, $"{webhook.Id}.{position}");
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(Sign(webhook.Secret, id, timestamp, body)));
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return response.IsSuccessStatusCode ? null : $"HTTP {(int)response.StatusCode}";
        }
        catch (HttpRequestException e)
        {
            return Short(e.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "no reply within 15 seconds";
        }
    }

    public void Dispose() => _http.Dispose();

    private static byte[] Sign(byte[] secret, string id, string timestamp, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return HMACSHA256.HashData(secret, signed);
    }

    private static byte[] BodyOf(string webhook, long after, long position, IReadOnlyList<DossierEvent> events)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("webhook", webhook);
            writer.WriteNumber("after", after);
            writer.WriteNumber("position", position);
            writer.WriteStartArray("events");
            foreach (var happened in events)
                writer.WriteRawValue(s_json.Format(happened));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static string Short(string reason) => reason.Length <= MostReason ? reason : reason[..MostReason];
}

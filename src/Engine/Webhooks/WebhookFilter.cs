using Google.Protobuf;
using Tthc.Protos.V1;
using Tthc.Storage.Feed;

namespace Tthc.Engine.Webhooks;

/// <summary>What a subscriber wants, as it is stored: the lists of the message as protobuf JSON.</summary>
internal static class WebhookFilter
{
    public static string Write(FeedFilter filter) =>
        JsonFormatter.Default.Format(new Webhook { Agencies = { filter.Agencies }, ProcedureCodes = { filter.ProcedureCodes }, Kinds = { filter.Kinds } });

    public static FeedFilter Read(string stored)
    {
        var lists = Lists(stored);
        return new FeedFilter { Agencies = [.. lists.Agencies], ProcedureCodes = [.. lists.ProcedureCodes], Kinds = [.. lists.Kinds] };
    }

    public static Webhook Lists(string stored) => JsonParser.Default.Parse<Webhook>(stored);
}

using Tthc.Text;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.Workflows;

/// <summary>Reads a text for people: a string (Vietnamese) or <c>{ "vi": …, "en": … }</c>.</summary>
internal static class BilingualField
{
    public static BilingualText? Read(JsonCursor cursor)
    {
        if (cursor.Node is JsonString)
            return cursor.NonBlankString() is { } text ? new BilingualText(text.Value, text.Value) : null;
        if (cursor.Object() is not { } body)
            return null;
        var vietnamese = body.RequiredString("vi");
        var english = body.Optional("en")?.NonBlankString();
        return body.Finish() && vietnamese is not null ? new BilingualText(vietnamese.Value, english?.Value ?? vietnamese.Value) : null;
    }
}

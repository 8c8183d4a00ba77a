using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace Tthc.Engine.Hosting;

/// <summary>Opaque page tokens: what list they belong to and where a page ended. A token of another list or another filter is refused.</summary>
internal static class PageTokens
{
    /// <summary>Name of a list with its filter, so that a token goes with the request it came from.</summary>
    public static string ListOf(string name, IMessage filter) =>
        $"{name}:{Convert.ToHexStringLower(SHA256.HashData(filter.ToByteArray()).AsSpan(0, 8))}";

    public static string Write(string list, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder(list);
        foreach (var part in parts)
            text.Append('\n').Append(part);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(text.ToString())).Replace('+', '-').Replace('/', '_').TrimEnd('=');
    }

    /// <summary>The parts, or null for no token; a token that is not of this list is a problem of the request.</summary>
    public static string[]? Read(RequestChecks checks, string token, string list, int parts)
    {
        if (token.Length == 0)
            return null;
        var padded = token.Replace('-', '+').Replace('_', '/') + (token.Length % 4) switch { 2 => "==", 3 => "=", _ => "" };
        var bytes = new byte[padded.Length];
        if (token.Length <= 1000 && Convert.TryFromBase64String(padded, bytes, out var count))
        {
            var split = Encoding.UTF8.GetString(bytes, 0, count).Split('\n');
            if (split.Length == parts + 1 && split[0] == list)
                return split[1..];
        }
        checks.Add("page_token", "bad-page-token", "Mã trang không hợp lệ; dùng next_page_token của trang trước / not a token of this list; use next_page_token of the page before.");
        return null;
    }

    public static long Number(RequestChecks checks, string text)
    {
        if (long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return number;
        checks.Add("page_token", "bad-page-token", "Mã trang không hợp lệ / not a token of this list.");
        return 0;
    }
}

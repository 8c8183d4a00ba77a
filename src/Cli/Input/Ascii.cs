namespace Tthc.Cli.Input;

/// <summary>gRPC metadata carries printable ASCII only.</summary>
internal static class Ascii
{
    public static bool IsPrintable(string text) => text.All(c => c is >= ' ' and <= '~');
}

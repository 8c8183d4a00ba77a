namespace Tthc.RuleLanguage.Checking.Names;

/// <summary>Lists what would have been right, in one line.</summary>
internal static class Listing
{
    private const int Most = 12;

    public static string Of(IReadOnlyCollection<string> names) => names.Count switch
    {
        0 => "–",
        > Most => string.Join(", ", names.Take(Most)) + ", …",
        _ => string.Join(", ", names),
    };
}

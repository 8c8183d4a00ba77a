namespace Tthc.Repository.Tests;

/// <summary>A guard that fails has to name everything it found: the usual message of an assertion shows the first five.</summary>
internal static class Listing
{
    public static void IsEmpty(IEnumerable<string> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, $"{all.Count} found:\n{string.Join('\n', all)}");
    }
}

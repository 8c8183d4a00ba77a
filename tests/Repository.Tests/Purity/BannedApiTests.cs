namespace Tthc.Repository.Tests.Purity;

[Trait("Category", "Slow")]
public sealed class BannedApiTests
{
    private const string Ban = "RS0030";

    private static readonly string[] Bans = [.. BannedSymbols.Ids];

    [Fact]
    public void Have_a_canary_each() => Assert.Equal(BannedSymbols.Ids.Order(StringComparer.Ordinal), Canaries.ByBan.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Bite_at_every_canary_and_at_nothing_innocent()
    {
        using var build = new CanaryBuild(RepositoryFiles.PathOf(BannedSymbols.Path));
        var errors = build.ErrorsOf([.. Bans.Select(ban => Canaries.ByBan[ban]), .. Canaries.Innocent]);
        Listing.IsEmpty(Bans.Where((_, i) => !errors[i].Contains(Ban, StringComparer.Ordinal)));
        Listing.IsEmpty(Canaries.Innocent.SelectMany((innocent, i) => errors[Bans.Length + i].Select(error => $"{innocent}: {error}")));
    }

    /// <summary>The analyzer takes a list under another name for none at all, without a word: the test above has to notice.</summary>
    [Fact]
    public void Are_silent_when_the_list_is_misnamed()
    {
        using var build = new CanaryBuild("$(MSBuildProjectDirectory)/Forbidden.txt");
        build.Write("Forbidden.txt", RepositoryFiles.Read(BannedSymbols.Path));
        var errors = build.ErrorsOf([.. Bans.Select(ban => Canaries.ByBan[ban])]);
        Assert.Equal(Bans, Bans.Where((_, i) => !errors[i].Contains(Ban, StringComparer.Ordinal)));
    }
}

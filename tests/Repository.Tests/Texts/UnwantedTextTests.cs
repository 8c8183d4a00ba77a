using System.Text;

namespace Tthc.Repository.Tests.Texts;

public sealed class UnwantedTextTests
{
    private static readonly string[] Binary = [".png", ".snk", ".db"];

    [Fact]
    public void Stands_in_no_file() => Listing.IsEmpty(TextFiles().SelectMany(path => UnwantedText.In(RepositoryFiles.Read(path)).Select(found => $"{path}:{found}")));

    [Theory]
    [InlineData("cd /ho", "me/someone/project")]
    [InlineData("see /tmp", "/x")]
    [InlineData("from https:/", "/registry.n" + "pmjs.org/htmx")]
    [InlineData("from https:/", "/packages.internal.lan/feed")]
    [InlineData("C:\\Us", "ers\\someone")]
    [InlineData("written by Cla", "ude")]
    public void Is_reported_where_it_stands(string half, string otherHalf) => Assert.NotEmpty(UnwantedText.In("a line\n" + half + otherHalf));

    [Theory]
    [InlineData("POST http://127.0.0.1:5080/tthc.engine.v1.DossierService/GetDossier")]
    [InlineData("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"")]
    [InlineData("./data/tthc.db is made when it is missing; homework is not")]
    public void Is_not_seen_where_it_is_not(string text) => Assert.Empty(UnwantedText.In(text));

    [Fact]
    public void Is_looked_for_in_many_files() => Assert.InRange(TextFiles().Count(), 100, int.MaxValue);

    /// <summary>UTF-8 without a mark and line feeds: what git, editors and the readers of the engine agree on.</summary>
    [Fact]
    public void Files_are_plain_utf8()
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        Assert.All(TextFiles().Where(path => !path.EndsWith(".sln", StringComparison.Ordinal)), path =>
        {
            var bytes = File.ReadAllBytes(RepositoryFiles.PathOf(path));
            Assert.False(bytes is [0xEF, 0xBB, 0xBF, ..], $"{path} begins with a byte order mark");
            Assert.DoesNotContain('\r', strict.GetString(bytes));
        });
    }

    private static IEnumerable<string> TextFiles() => RepositoryFiles.All().Where(path => !Binary.Contains(Path.GetExtension(path), StringComparer.Ordinal));
}

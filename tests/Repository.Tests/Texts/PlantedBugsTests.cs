namespace Tthc.Repository.Tests.Texts;

/// <summary>A bug that cannot be planted any more, because the code it changes has moved on, proves nothing of the fault programme (tests/Faults/plant.sh).</summary>
public sealed class PlantedBugsTests
{
    public static TheoryData<string> Bugs => [.. RepositoryFiles.All(pattern: "*.patch").Where(path => path.StartsWith("tests/Faults/bugs/", StringComparison.Ordinal))];

    [Fact]
    public void Are_there() => Assert.NotEmpty(Bugs);

    [Theory]
    [MemberData(nameof(Bugs))]
    public void Can_be_planted(string patch) => Listing.IsEmpty(Missing(RepositoryFiles.Read(patch)));

    /// <summary>Each piece of text that a patch takes for granted and that is not there.</summary>
    private static IEnumerable<string> Missing(string patch)
    {
        var (file, text) = ("", "");
        foreach (var part in patch.Split("\n@@ "))
        {
            // The first part is the head of a file; others may end with the head of the next.
            var lines = part.Split('\n');
            var head = Array.FindIndex(lines, line => line.StartsWith("diff --git ", StringComparison.Ordinal));
            if (file.Length > 0)
            {
                var expected = lines[1..(head < 0 ? lines.Length : head)].Where(line => line is [' ' or '-', ..]).Select(line => line[1..]);
                if (!text.Contains(string.Join('\n', expected), StringComparison.Ordinal))
                    yield return $"{file}: @@ {lines[0]}";
            }
            if (head >= 0)
            {
                file = lines.First(line => line.StartsWith("+++ b/", StringComparison.Ordinal))["+++ b/".Length..];
                text = RepositoryFiles.Read(file);
            }
        }
    }
}

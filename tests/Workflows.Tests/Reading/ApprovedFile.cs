namespace Tthc.Workflows.Tests.Reading;

/// <summary>
/// A text that may change only on purpose. To approve a change, run the tests with TTHC_APPROVE=1 and look at the difference before it is
/// committed.
/// </summary>
internal static class ApprovedFile
{
    public static void AssertSame(string relativePath, string actual)
    {
        var path = Path.Combine(RepositoryFiles.Root, relativePath);
        if (Environment.GetEnvironmentVariable("TTHC_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        Assert.True(File.Exists(path), $"{relativePath} is not there; to approve it run the tests with TTHC_APPROVE=1.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}

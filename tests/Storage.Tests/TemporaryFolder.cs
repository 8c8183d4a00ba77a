namespace Tthc.Storage.Tests;

/// <summary>A folder of its own for one test, gone after it.</summary>
public sealed class TemporaryFolder : IDisposable, IAsyncDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tthc-storage-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}

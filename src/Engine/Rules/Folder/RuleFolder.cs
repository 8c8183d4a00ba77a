using Tthc.Storage.Rules;
using Tthc.Workflows.Bundles;

namespace Tthc.Engine.Rules.Folder;

/// <summary>The files that administrators edit.</summary>
internal sealed class RuleFolder(string path)
{
    public string Path => path;

    /// <summary>Whether the rules come from here: a folder that is missing or empty is no source, the store alone is.</summary>
    public bool IsSource => Files().Any();

    /// <summary>Tells whether anything changed without reading it.</summary>
    public long Signature()
    {
        var signature = new HashCode();
        foreach (var file in Files())
        {
            signature.Add(file.FullName, StringComparer.Ordinal);
            signature.Add(file.LastWriteTimeUtc.Ticks);
            signature.Add(file.Length);
        }
        return signature.ToHashCode();
    }

    /// <summary>All files, by relative path.</summary>
    /// <exception cref="IOException">A file could not be read just now; the next look will.</exception>
    public IReadOnlyList<RuleFile> Read() =>
        [.. Files().Select(f => new RuleFile(System.IO.Path.GetRelativePath(path, f.FullName).Replace('\\', '/'), File.ReadAllBytes(f.FullName)))];

    /// <summary>A file's content; null: it is not there.</summary>
    public byte[]? Read(string file) => File.Exists(PlaceOf(file)) ? File.ReadAllBytes(PlaceOf(file)) : null;

    public string PlaceOf(string file) => System.IO.Path.Combine(path, file.Replace('/', System.IO.Path.DirectorySeparatorChar));

    private IEnumerable<FileInfo> Files()
    {
        var folder = new DirectoryInfo(path);
        return folder.Exists
            ? folder.EnumerateFiles("*.json", SearchOption.AllDirectories)
                .Where(f => RuleBundleCompiler.IsBundleFile(f.Name))
                .OrderBy(f => f.FullName, StringComparer.Ordinal)
            : [];
    }
}

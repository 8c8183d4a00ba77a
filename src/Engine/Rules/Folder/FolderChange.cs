using Tthc.Storage.Rules;

namespace Tthc.Engine.Rules.Folder;

/// <summary>Writes what was published into the folder so that a crash at any moment can be mended: first beside the file, then the commit, then in its place.</summary>
/// <remarks>What lies beside a file tells after a crash what was under way; whether it was committed, the store tells.</remarks>
internal sealed class FolderChange
{
    private const string Publishing = ".publishing";
    private const string Removing = ".removing";
    private readonly RuleFolder _folder;
    private readonly IReadOnlyList<RuleFileChange> _changes;

    private FolderChange(RuleFolder folder, IReadOnlyList<RuleFileChange> changes)
    {
        _folder = folder;
        _changes = changes;
    }

    /// <summary>Writes beside each file, durably; nothing is in its place yet.</summary>
    /// <exception cref="IOException">The folder cannot be written; nothing is left beside.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written; nothing is left beside.</exception>
    public static FolderChange Prepare(RuleFolder folder, IReadOnlyList<RuleFileChange> changes)
    {
        var change = new FolderChange(folder, folder.IsSource ? changes : []);
        try
        {
            foreach (var one in change._changes)
                WriteBeside(folder.PlaceOf(one.Path), one.Content);
            return change;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            change.Drop();
            throw;
        }
    }

    /// <summary>After the commit: everything goes in its place.</summary>
    public void Finish()
    {
        foreach (var change in _changes)
            Finish(_folder.PlaceOf(change.Path), change.Content is null);
    }

    /// <summary>There was no commit: nothing stays.</summary>
    public void Drop()
    {
        foreach (var change in _changes)
        {
            var place = _folder.PlaceOf(change.Path);
            DropIfThere(place + (change.Content is null ? Removing : Publishing));
        }
    }

    /// <summary>After a crash or a failed write: what the store has committed is finished, the rest is dropped.</summary>
    public static void Heal(RuleFolder folder, RuleBundle? head)
    {
        if (!Directory.Exists(folder.Path))
            return;
        var committed = (head?.Files ?? []).ToDictionary(f => f.Path, f => f.Content, StringComparer.Ordinal);
        foreach (var beside in Directory.EnumerateFiles(folder.Path, "*.json" + Publishing, SearchOption.AllDirectories).ToList())
            if (committed.TryGetValue(NameOf(folder, beside, Publishing), out var content) && content.AsSpan().SequenceEqual(File.ReadAllBytes(beside)))
                Finish(beside[..^Publishing.Length], isRemoval: false);
            else
                File.Delete(beside);
        foreach (var beside in Directory.EnumerateFiles(folder.Path, "*.json" + Removing, SearchOption.AllDirectories).ToList())
            if (committed.ContainsKey(NameOf(folder, beside, Removing)))
                File.Delete(beside);
            else
                Finish(beside[..^Removing.Length], isRemoval: true);
    }

    private static string NameOf(RuleFolder folder, string beside, string mark) =>
        Path.GetRelativePath(folder.Path, beside)[..^mark.Length].Replace('\\', '/');

    private static void WriteBeside(string place, byte[]? content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        // A rename would go through in a folder whose file itself is write-protected: that protection is somebody's will.
        if (File.Exists(place) && File.GetAttributes(place).HasFlag(FileAttributes.ReadOnly))
            throw new UnauthorizedAccessException($"'{place}' is write-protected.");
        using var beside = new FileStream(place + (content is null ? Removing : Publishing), FileMode.Create, FileAccess.Write);
        beside.Write(content ?? []);
        beside.Flush(flushToDisk: true);
    }

    private static void Finish(string place, bool isRemoval)
    {
        if (isRemoval)
        {
            File.Delete(place);
            File.Delete(place + Removing);
        }
        else
        {
            File.Move(place + Publishing, place, overwrite: true);
        }
    }

    private static void DropIfThere(string file)
    {
        if (File.Exists(file))
            File.Delete(file);
    }
}

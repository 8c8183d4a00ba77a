using System.Diagnostics;

namespace Tthc.EndToEnd.Disk;

/// <summary>A file system of a few megabytes in memory that can be filled and freed.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _ballast;

    /// <exception cref="InvalidOperationException">It cannot be mounted.</exception>
    public SmallDisk(int megabytes)
    {
        Path = Directory.CreateTempSubdirectory("tthc-disk-").FullName;
        _ballast = System.IO.Path.Combine(Path, "ballast");
        try
        {
            Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=755", "tmpfs", Path);
        }
        catch (InvalidOperationException)
        {
            Directory.Delete(Path);
            throw;
        }
    }

    public string Path { get; }

    /// <summary>Takes all the space but a little; again, and it takes more of it.</summary>
    public void Fill(int leaveKilobytes)
    {
        var free = new DriveInfo(Path).AvailableFreeSpace - (leaveKilobytes * 1024L);
        using var file = new FileStream(_ballast, FileMode.Append);
        var block = new byte[4096];
        for (; free >= block.Length; free -= block.Length)
            file.Write(block);
    }

    public void Free() => File.Delete(_ballast);

    public void Dispose()
    {
        // Lazily: whoever was killed just now may still hold a file for a moment.
        Run("umount", "-l", Path);
        Directory.Delete(Path);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(errors.Trim());
    }
}

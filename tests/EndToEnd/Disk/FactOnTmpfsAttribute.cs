namespace Tthc.EndToEnd.Disk;

/// <summary>A test that needs a small disk of its own, which only root may mount.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactOnTmpfsAttribute : FactAttribute
{
    private static readonly Lazy<string?> s_reason = new(Try);

    public FactOnTmpfsAttribute() => Skip = s_reason.Value;

    private static string? Try()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            return "Needs root on Linux to mount a small tmpfs.";
        try
        {
            new SmallDisk(1).Dispose();
            return null;
        }
        catch (InvalidOperationException e)
        {
            return $"A small tmpfs cannot be mounted here: {e.Message}";
        }
    }
}

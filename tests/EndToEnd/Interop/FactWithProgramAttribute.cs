using System.ComponentModel;
using System.Diagnostics;

namespace Tthc.EndToEnd.Interop;

/// <summary>A test that needs a program of another language; skipped with the reason where it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithProgramAttribute : FactAttribute
{
    /// <param name="otherwise">The reason to skip.</param>
    /// <param name="program">The program.</param>
    /// <param name="probe">Arguments with which it ends well where all it needs is there.</param>
    public FactWithProgramAttribute(string otherwise, string program, params string[] probe)
    {
        if (!Works(program, probe))
            Skip = otherwise;
    }

    private static bool Works(string program, string[] probe)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, probe) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

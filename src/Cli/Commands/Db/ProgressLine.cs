using System.Globalization;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Commands.Db;

/// <summary>How far long work is: one line that changes on a terminal, nothing elsewhere.</summary>
internal sealed class ProgressLine(Shell shell)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
    private long _last;
    private bool _shown;

    public void Show(long done, long of, string what)
    {
        if (!shell.Surroundings.ErrorIsTerminal || (_shown && shell.Surroundings.Clock.GetElapsedTime(_last) < s_pause))
            return;
        (_shown, _last) = (true, shell.Surroundings.Clock.GetTimestamp());
        shell.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done:N0} / {of:N0} {what}          "));
    }

    public void End()
    {
        if (_shown)
            shell.Error.WriteLine();
        _shown = false;
    }
}

using Spectre.Console;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Demo;

/// <summary>How far the play is: a bar on a terminal, a line every few seconds elsewhere.</summary>
internal sealed class DemoProgress(Shell shell, bool drawn)
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(5);

    public Task ShowAsync(Play play) => drawn ? DrawAsync(play) : WriteAsync(play);

    private async Task DrawAsync(Play play)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(shell.Output) });
        await console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                var bar = context.AddTask("…", maxValue: 1);
                await play.RunAsync(p =>
                {
                    bar.Value = p.Part;
                    bar.Description = Markup.Escape(p.ToString());
                });
            });
    }

    private async Task WriteAsync(Play play)
    {
        var clock = shell.Surroundings.Clock;
        var last = clock.GetTimestamp();
        await play.RunAsync(p =>
        {
            if (clock.GetElapsedTime(last) < s_between)
                return;
            last = clock.GetTimestamp();
            shell.Output.WriteLine($"{p.Part,4:P0}  {p}");
        });
    }
}

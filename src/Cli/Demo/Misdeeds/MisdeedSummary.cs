using System.Globalization;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;

namespace Tthc.Cli.Demo.Misdeeds;

/// <summary>What was done against the rules, and how much of it the engine refused outright.</summary>
internal sealed class MisdeedSummary(Shell shell, MisdeedLog log, MisdeedPlan plan)
{
    public void Write(bool drawn)
    {
        var table = new TextTable(
            shell.Say("Việc làm trái", "Against the rules"), shell.Say("Tên tham số", "Option"), "%", shell.Say("Chọn", "Chosen"), shell.Say("Làm được", "Done"),
            shell.Say("Bị từ chối", "Refused"), shell.Say("Quy tắc phải thấy", "To be found by"), shell.Say("Lý do từ chối", "Refused with")).Right(2, 3, 4, 5);
        foreach (var kind in MisdeedKind.All)
        {
            var rate = (log.Rates[kind.Misdeed] * 100).ToString("0.##", CultureInfo.InvariantCulture);
            table.Add(
                kind.Name.In(shell.Words.Language), kind.Key, kind.OfLateOnes ? shell.Say($"{rate} số trễ", $"{rate} of late") : rate, kind.OfLateOnes ? "" : $"{plan.Count(kind.Misdeed)}",
                $"{log.CountDone(kind.Misdeed)}", $"{log.CountRefused(kind.Misdeed)}", string.Join(", ", kind.Rules), string.Join(", ", log.ReasonsFor(kind.Misdeed)));
        }
        table.Write(shell.Output, drawn);
        var refused = MisdeedKind.All.Sum(k => log.CountRefused(k.Misdeed));
        shell.Output.WriteLine(shell.Say(
            $"Máy không cho làm {refused} lần sai lệch nêu trên; những lần làm được thì quy tắc phải phát hiện.",
            $"The engine refused {refused} of these falsifications outright; the rules have to find those it let pass."));
    }
}

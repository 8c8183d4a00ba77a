using System.CommandLine;
using Grpc.Core;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;
using Tthc.Text;

namespace Tthc.Cli.Commands.Rules;

internal static class ExplainCommand
{
    public static Command Build(Shell shell)
    {
        var rule = new Argument<string>("rule") { HelpName = shell.Say("quy tắc", "rule"), Description = shell.Say("Mã hoặc tên quy tắc, chẳng hạn V01.", "Id or name of the rule, such as V01.") };
        var dossier = shell.Required("--dossier", ("mã hồ sơ", "code"), "Hồ sơ cần giải thích.", "The dossier to explain.");
        var set = shell.Text("--set", ("bộ quy tắc", "rule set"), "Bộ quy tắc. Bỏ trống: tìm trong mọi bộ.", "The rule set. Left out: looked for in all.");
        var at = Moments.Instant(shell, "--at", "Đánh giá tại thời điểm này. Mặc định bây giờ.", "Judged at this moment. Default now.");
        var command = new CliCommand("explain", shell.Say("vì sao một quy tắc kết luận như vậy với một hồ sơ", "why a rule says what it says about a dossier"))
        {
            Examples = ["rules explain V01 --dossier H48.102-250701-0001", "rules explain V01 --dossier H48.102-250701-0001 --at 31/07/2025 --lang en"],
        };
        command.Arguments.Add(rule);
        return command.With(dossier, set, at).Calls(shell, async (parsed, session) =>
        {
            var asked = parsed.GetRequiredValue(rule);
            var found = await FindAsync(session, asked, parsed.GetValue(set));
            if (found is not var (name, known))
            {
                await shell.Error.WriteLineAsync(shell.Say($"Không có quy tắc '{asked}'; xem tthc rules list.", $"There is no rule '{asked}'; see tthc rules list."));
                return ExitCode.Refused;
            }
            var reply = await session.Rules.EvaluateRulesAsync(
                new EvaluateRulesRequest { Name = name, Dossier = parsed.GetRequiredValue(dossier), Rule = known.Name, At = parsed.GetValue(at), Explain = true, Language = shell.Words.IsVietnamese ? "vi" : "en" },
                session.Once);
            if (shell.Json(parsed))
                shell.Output.WriteLine(MessageJson.Of(reply));
            else
                Write(shell, (name, known), reply);
            return ExitCode.Ok;
        });
    }

    private static async Task<(string Set, RuleSummary Rule)?> FindAsync(EngineSession session, string rule, string? set)
    {
        var names = set is not null ? [set] : (await session.Rules.ListRuleSetsAsync(new ListRuleSetsRequest { PageSize = 1000 }, session.Once)).RuleSets.Select(s => s.Name).Distinct(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var rules = (await session.Rules.GetRuleSetAsync(new GetRuleSetRequest { Name = name }, session.Once)).Rules;
            if (rules.FirstOrDefault(r => r.Name == rule || r.Id == rule) is { } known)
                return (name, known);
        }
        return null;
    }

    private static void Write(Shell shell, (string Set, RuleSummary Rule) found, EvaluateRulesResponse reply)
    {
        var (set, rule) = found;
        var title = shell.Words.IsVietnamese || rule.TitleEn.Length == 0 ? rule.TitleVi : rule.TitleEn;
        shell.Output.WriteLine(VisibleText.Of($"{rule.Name} · {title}", 500));
        shell.Output.WriteLine(VisibleText.Of($"  {set} {reply.Revision} · {shell.Say("tại", "at")} {LocalTime.Of(reply.At)}", 500));
        if (rule.Basis.Length > 0)
            shell.Output.WriteLine(VisibleText.Of($"  {shell.Say("Căn cứ", "Basis")}: {rule.Basis}", 1000));
        foreach (var verdict in reply.Verdicts)
        {
            shell.Output.WriteLine();
            if (verdict.MessageVi.Length > 0)
                shell.Output.WriteLine(VisibleText.Of(shell.Say(verdict.MessageVi, verdict.MessageEn), 2000));
            foreach (var line in verdict.Explanation.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                shell.Output.WriteLine(VisibleText.Of(line, 2000));
            if (verdict.MayChangeAt is { } change)
                shell.Output.WriteLine(shell.Say($"Có thể đổi lúc {LocalTime.Of(change)} nếu không có gì xảy ra.", $"May change at {LocalTime.Of(change)} if nothing happens."));
        }
    }
}

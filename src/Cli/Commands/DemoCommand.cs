using System.CommandLine;
using System.Globalization;
using Tthc.Cli.Demo;
using Tthc.Cli.Demo.Misdeeds;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;

namespace Tthc.Cli.Commands;

internal static class DemoCommand
{
    public static Command Build(Shell shell)
    {
        var options = new Options(shell);
        var command = new CliCommand("demo", shell.Say("tự chạy một engine và giả lập một quý giải quyết hồ sơ", "run an engine of its own and play a quarter of dossiers"))
        {
            Details = shell.Say(
                "Không cần chuẩn bị gì: engine chạy với kho dữ liệu tạm, đồng hồ giả lập, các thủ tục trong thư mục rules; xong thì dừng và xoá kho. "
                + "Hồ sơ đến theo phân bố Poisson, thứ Hai đông hơn; có bổ sung, nghĩa vụ tài chính, lấy ý kiến, từ chối, rút, xin lỗi và quá hạn như trong thực tế, cả những việc làm trái mà quy tắc phải phát hiện. Cùng hạt giống thì cùng quyết định.",
                "Nothing to prepare: the engine runs on a throw-away store with a simulated clock and the procedures of the rules folder; then it is stopped and the store deleted. "
                + "Dossiers arrive as a Poisson process, more on Mondays, with supplements, payments, consultations, refusals, withdrawals, apologies and delays as in real life, and with falsifications that the rules ought to find. The same seed decides alike."),
            Examples = ["demo", "demo --dossiers 500 --seed 7", "demo --from 2025-07-01 --days 92 --keep", "demo --rate all=0 --rate late-pause=1", "demo --days 60 --export events.jsonl"],
        };
        return command.With(options.All).Runs(async (parsed, cancellation) =>
        {
            if (!options.TryRead(parsed, out var demo))
                return ExitCode.Usage;
            var (bundle, diagnostics) = RuleBundleCompiler.Compile(RuleFiles.ReadFolder(demo.RulesFolder));
            if (bundle is null)
            {
                shell.Error.WriteLine(DiagnosticRenderer.Render(diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
                return ExitCode.Refused;
            }
            if (EngineLocator.Find(demo.EnginePath) is not { } start)
            {
                shell.Error.WriteLine(shell.Say("Không tìm thấy engine; chỉ ra bằng --engine <Tthc.Engine.dll>.", "No engine was found; name it with --engine <Tthc.Engine.dll>."));
                return ExitCode.Usage;
            }
            return await new DemoRun(shell, demo, shell.Colour(parsed)).RunAsync(bundle, start, cancellation);
        });
    }

    private sealed class Options(Shell shell)
    {
        private readonly Option<int> _dossiers = Number(shell, "--dossiers", 3000, 1, 200_000, "Bao nhiêu hồ sơ được nộp.", "How many dossiers are handed in.");
        private readonly Option<int> _seed = Number(shell, "--seed", 1, 0, int.MaxValue, "Hạt giống của sự ngẫu nhiên.", "Seed of chance.");
        private readonly Option<int> _days = Number(shell, "--days", 92, 1, 400, "Giả lập bao nhiêu ngày.", "How many days are played.");
        private readonly Option<string> _from = shell.Text("--from", ("yyyy-MM-dd", "yyyy-MM-dd"), "Ngày đầu tiên. Mặc định 2025-07-01.", "The first day. Default 2025-07-01.");
        private readonly Option<string> _rules = shell.Text("--rules", ("thư mục", "folder"), "Thư mục quy tắc. Mặc định: rules gần nhất.", "Rules folder. Default: the nearest rules.");
        private readonly Option<string> _engine = shell.Text("--engine", ("tệp", "file"), "Tthc.Engine.dll, tệp chạy hoặc csproj. Mặc định: tự tìm.", "Tthc.Engine.dll, executable or csproj. Default: found.");
        private readonly Option<string[]> _rates = shell.Texts(
            "--rate", ("việc=phần trăm", "misdeed=percent"),
            $"Việc làm trái được làm bao nhiêu phần trăm; {MisdeedRates.Every}: mọi việc; lặp lại được. Mặc định: {Usual()}.",
            $"How often, in percent, something is done against the rules; {MisdeedRates.Every}: everything; may be repeated. Default: {Usual()}.");
        private readonly Option<string> _export = shell.Text("--export", ("tệp", "file"), "Xuất mọi sự kiện ra tệp, mỗi dòng một sự kiện JSON.", "Write all events to a file, one JSON line each.");
        private readonly Option<bool> _keep = shell.Flag("--keep", "Giữ lại kho dữ liệu.", "Keep the store.");

        public IEnumerable<Option> All => [_dossiers, _seed, _from, _days, _rates, _rules, _engine, _export, _keep];

        public bool TryRead(ParseResult parsed, out DemoOptions demo)
        {
            var from = new DateOnly(2025, 7, 1);
            var rules = RuleFiles.FindFolder(parsed.GetValue(_rules));
            demo = new(parsed.GetValue(_dossiers), (ulong)parsed.GetValue(_seed), from, parsed.GetValue(_days), rules ?? "", parsed.GetValue(_engine), parsed.GetValue(_keep));
            if (rules is null)
            {
                shell.Error.WriteLine(shell.Say("Không tìm thấy thư mục quy tắc; chỉ ra bằng --rules.", "No rules folder was found; name it with --rules."));
                return false;
            }
            if (parsed.GetValue(_from) is { } text && !Moments.TryReadDay(text, out from))
            {
                shell.Error.WriteLine(shell.Say($"--from: '{text}' không phải ngày.", $"--from: '{text}' is not a day."));
                return false;
            }
            if (!MisdeedRates.TryRead(parsed.GetValue(_rates) ?? [], out var rates, out var wrong))
            {
                shell.Error.WriteLine(shell.Say(
                    $"--rate: '{wrong}' không phải <việc>=<phần trăm>. Các việc: {Usual()}.",
                    $"--rate: '{wrong}' is not <misdeed>=<percent>. There are: {Usual()}."));
                return false;
            }
            demo = demo with { From = from, Rates = rates, ExportPath = parsed.GetValue(_export) };
            return true;
        }

        private static string Usual() => string.Join(", ", MisdeedKind.All.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Key}={k.Percent}")));

        private static Option<int> Number(Shell shell, string name, int otherwise, int least, int most, string vietnamese, string english)
        {
            var option = new Option<int>(name)
            {
                HelpName = shell.Say("số", "number"),
                Description = shell.Say($"{vietnamese} Mặc định {otherwise}.", $"{english} Default {otherwise}."),
                DefaultValueFactory = _ => otherwise,
            };
            option.Validators.Add(result =>
            {
                if (result.Tokens.Count > 0 && (result.GetValueOrDefault<int>() < least || result.GetValueOrDefault<int>() > most))
                    result.AddError(shell.Say($"{name}: từ {least} đến {most}.", $"{name}: from {least} to {most}."));
            });
            return option;
        }
    }
}

using System.CommandLine;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Help;

/// <summary>Writes the help page of a command: what it is for, how to write it, examples, exit codes.</summary>
internal sealed class HelpWriter(Shell shell, RootCommand root)
{
    private const int Width = 100;
    private const int MostColumn = 34;

    public void Write(Command command, TextWriter to)
    {
        to.WriteLine($"{PathOf(command)} – {command.Description}");
        if (command is CliCommand { Details.Length: > 0 } detailed)
        {
            to.WriteLine();
            foreach (var line in Wrap(detailed.Details, Width))
                to.WriteLine(line);
        }
        to.WriteLine();
        to.WriteLine(shell.Say("Cách dùng:", "Usage:"));
        to.WriteLine($"  {Usage(command)}");
        Section(to, shell.Say("Lệnh:", "Commands:"), command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description ?? "")));
        Section(to, shell.Say("Tham số:", "Arguments:"), command.Arguments.Where(a => !a.Hidden).Select(a => ($"<{a.HelpName ?? a.Name}>", a.Description ?? "")));
        Section(to, shell.Say("Tuỳ chọn:", "Options:"), command.Options.Where(o => !o.Hidden && !IsGlobal(o)).Select(Row));
        Globals(command, to);
        Examples(command, to);
        if (command.Subcommands.Count == 0 || command == root)
            ExitCodes(to);
    }

    private void Globals(Command command, TextWriter to)
    {
        if (command == root)
        {
            Section(to, shell.Say("Tuỳ chọn chung, dùng được ở mọi lệnh:", "Global options, for every command:"), shell.Globals.All.Select(Row));
            return;
        }
        to.WriteLine();
        to.WriteLine(shell.Say("Tuỳ chọn chung (giải thích: tthc --help):", "Global options (explained by tthc --help):"));
        foreach (var line in Wrap(string.Join(' ', shell.Globals.All.Select(o => o.Name)), Width - 2))
            to.WriteLine($"  {line}");
    }

    private void Examples(Command command, TextWriter to)
    {
        if (command is not CliCommand { Examples.Count: > 0 } shown)
            return;
        to.WriteLine();
        to.WriteLine(shell.Say("Ví dụ:", "Examples:"));
        foreach (var example in shown.Examples)
            to.WriteLine($"  tthc {example}");
    }

    private void ExitCodes(TextWriter to)
    {
        to.WriteLine();
        to.WriteLine(shell.Say("Mã thoát:", "Exit codes:"));
        to.WriteLine(shell.Say("  0  được", "  0  done"));
        to.WriteLine(shell.Say("  1  bị từ chối, dữ liệu sai, không tìm thấy, hoặc có lỗi chẩn đoán", "  1  refused, invalid, not found, or diagnostics that are errors"));
        to.WriteLine(shell.Say("  2  dòng lệnh viết sai; chưa gửi gì", "  2  the command line is wrong; nothing was sent"));
        to.WriteLine(shell.Say("  3  không liên lạc được với engine, hoặc quá giờ chờ", "  3  the engine is away or did not answer in time"));
        to.WriteLine(shell.Say("  4  người khác đã thay đổi hồ sơ trước", "  4  lost race: somebody else changed the dossier first"));
    }

    private bool IsGlobal(Option option) => shell.Globals.All.Contains(option);

    private (string, string) Row(Option option)
    {
        var takesValue = option.ValueType != typeof(bool) && option.ValueType != typeof(void);
        var name = string.Join(", ", option.Aliases.Where(a => a is "-h").Append(option.Name));
        var written = takesValue ? $"{name} <{option.HelpName ?? option.Name.TrimStart('-')}>" : name;
        return (written, option.Required ? shell.Say("(bắt buộc) ", "(required) ") + option.Description : option.Description ?? "");
    }

    private static void Section(TextWriter to, string title, IEnumerable<(string Left, string Right)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
            return;
        to.WriteLine();
        to.WriteLine(title);
        var column = Math.Min(MostColumn, list.Max(r => r.Left.Length)) + 2;
        foreach (var (left, right) in list)
        {
            var lines = Wrap(right, Width - column - 2).ToList();
            var first = left.Length + 2 > column ? null : lines[0];
            to.WriteLine($"  {left.PadRight(column)}{first}".TrimEnd());
            foreach (var line in first is null ? lines : lines.Skip(1))
                to.WriteLine(new string(' ', column + 2) + line);
        }
    }

    private string Usage(Command command)
    {
        var usage = PathOf(command);
        if (command.Subcommands.Count > 0)
            return usage + shell.Say(" <lệnh> [tuỳ chọn]", " <command> [options]");
        foreach (var argument in command.Arguments)
            usage += argument.Arity.MinimumNumberOfValues > 0 ? $" <{argument.HelpName ?? argument.Name}>" : $" [<{argument.HelpName ?? argument.Name}>]";
        foreach (var option in command.Options.Where(o => o.Required))
            usage += $" {option.Name} <{option.HelpName ?? option.Name.TrimStart('-')}>";
        return usage + shell.Say(" [tuỳ chọn]", " [options]");
    }

    private string PathOf(Command command)
    {
        var names = new List<string>();
        for (var at = command; at is not null && at != root; at = at.Parents.OfType<Command>().FirstOrDefault())
            names.Insert(0, at.Name);
        return string.Join(' ', names.Prepend("tthc"));
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' '))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > width)
                {
                    yield return line;
                    line = "";
                }
                line = line.Length == 0 ? word : $"{line} {word}";
            }
            yield return line;
        }
    }
}

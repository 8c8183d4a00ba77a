using System.CommandLine;
using System.Globalization;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Input;

/// <summary>Papers handed in, written <c>key</c> (one original) or <c>key=originals/certified/copies</c>.</summary>
internal static class Papers
{
    public static bool TryRead(string text, out DossierPaper paper)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        paper = new DossierPaper { Key = at < 0 ? text : text[..at] };
        if (at < 0)
            paper.Originals = 1;
        var counts = at < 0 ? [] : text[(at + 1)..].Split('/');
        if (paper.Key.Length == 0 || counts.Length > 3)
            return false;
        for (var i = 0; i < counts.Length; i++)
        {
            if (!int.TryParse(counts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                return false;
            if (i == 0)
                paper.Originals = count;
            else if (i == 1)
                paper.Certified = count;
            else
                paper.Copies = count;
        }
        return true;
    }

    public static Option<DossierPaper[]> Option(Shell shell)
    {
        var option = new Option<DossierPaper[]>("--paper")
        {
            HelpName = shell.Say("khoá[=chính/chứng thực/sao]", "key[=originals/certified/copies]"),
            Description = shell.Say(
                "Giấy tờ nộp kèm; lặp lại cho từng loại. Không ghi số bản: một bản chính.",
                "A paper handed in; repeat for each. Without numbers: one original."),
            AllowMultipleArgumentsPerToken = false,
            Arity = ArgumentArity.ZeroOrMore,
        };
        option.CustomParser = result =>
        {
            var papers = new List<DossierPaper>();
            foreach (var token in result.Tokens)
            {
                if (TryRead(token.Value, out var paper))
                    papers.Add(paper);
                else
                    result.AddError(shell.Say($"--paper: '{token.Value}' sai; viết to-khai hoặc to-khai=1/0/2.", $"--paper: '{token.Value}' is wrong; write to-khai or to-khai=1/0/2."));
            }
            return [.. papers];
        };
        return option;
    }
}

using System.CommandLine;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Input;

/// <summary>Facts of the case, written <c>name=value</c>.</summary>
internal static class CaseFacts
{
    public static bool TryRead(string text, out FactValue fact)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        fact = at < 0 ? new FactValue() : new FactValue { Name = text[..at].Trim(), Value = text[(at + 1)..].Trim() };
        return fact is { Name.Length: > 0, Value.Length: > 0 };
    }

    public static Option<FactValue[]> Option(Shell shell)
    {
        var option = new Option<FactValue[]>("--fact")
        {
            HelpName = shell.Say("tên=giá trị", "name=value"),
            Description = shell.Say(
                "Dữ kiện hồ sơ mà thủ tục khai báo, dùng để xét điều kiện; lặp lại cho từng dữ kiện.",
                "A fact of the case that the procedure declares and its conditions read; repeat for each."),
            AllowMultipleArgumentsPerToken = false,
            Arity = ArgumentArity.ZeroOrMore,
        };
        option.CustomParser = result =>
        {
            var facts = new List<FactValue>();
            foreach (var token in result.Tokens)
            {
                if (TryRead(token.Value, out var fact))
                    facts.Add(fact);
                else
                    result.AddError(shell.Say($"--fact: '{token.Value}' sai; viết NeedsVerification=true.", $"--fact: '{token.Value}' is wrong; write NeedsVerification=true."));
            }
            return [.. facts];
        };
        return option;
    }
}

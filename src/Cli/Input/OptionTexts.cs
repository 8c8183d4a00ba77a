using System.CommandLine;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Input;

/// <summary>Short ways to declare options in both languages.</summary>
internal static class OptionTexts
{
    public static Option<string> Text(this Shell shell, string name, (string Vi, string En) value, string vietnamese, string english) =>
        new(name) { HelpName = shell.Say(value.Vi, value.En), Description = shell.Say(vietnamese, english) };

    public static Option<string> Required(this Shell shell, string name, (string Vi, string En) value, string vietnamese, string english) =>
        new(name) { HelpName = shell.Say(value.Vi, value.En), Description = shell.Say(vietnamese, english), Required = true };

    public static Option<string[]> Texts(this Shell shell, string name, (string Vi, string En) value, string vietnamese, string english, bool required = false) =>
        new(name) { HelpName = shell.Say(value.Vi, value.En), Description = shell.Say(vietnamese, english), Required = required };

    public static Option<bool> Flag(this Shell shell, string name, string vietnamese, string english) =>
        new(name) { Description = shell.Say(vietnamese, english) };

    /// <summary>One of a few fixed words, offered by completion.</summary>
    public static Option<string> Choice(this Shell shell, string name, string vietnamese, string english, params string[] choices)
    {
        var option = new Option<string>(name) { HelpName = string.Join('|', choices), Description = shell.Say(vietnamese, english) };
        option.AcceptOnlyFromAmong(choices);
        return option;
    }

    /// <summary>How many rows a list shows.</summary>
    public static Option<int> Limit(this Shell shell, int most = 50)
    {
        var option = new Option<int>("--limit")
        {
            HelpName = shell.Say("số dòng", "rows"),
            Description = shell.Say($"Nhiều nhất bao nhiêu dòng; 0: tất cả. Mặc định {most}.", $"At most how many rows; 0: all. Default {most}."),
            DefaultValueFactory = _ => most,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 0)
                result.AddError(shell.Say("--limit: không được âm.", "--limit: not negative."));
        });
        return option;
    }
}

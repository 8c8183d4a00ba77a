using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Tthc.Text.Diagnostics;

/// <summary>Fills the templates of diagnostics.</summary>
public static class MessageTemplate
{
    /// <summary>
    /// Replaces <c>{0}</c> to <c>{9}</c>; every other brace stands for itself, since messages about JSON are full of them.
    /// An argument that is not there shows as <c>?</c>: a message with a hole is better than a check that crashes.
    /// </summary>
    public static string Fill(string template, ImmutableArray<object> arguments, TextLanguage language)
    {
        var message = new StringBuilder(template.Length + 32);
        for (var i = 0; i < template.Length; i++)
        {
            if (!IsPlaceholder(template, i))
            {
                message.Append(template[i]);
                continue;
            }
            var index = template[i + 1] - '0';
            message.Append(index < arguments.Length ? Show(arguments[index], language) : "?");
            i += 2;
        }
        return message.ToString();
    }

    /// <summary>The placeholders of a template, each once, in order; a test holds both languages to the same ones.</summary>
    public static ImmutableSortedSet<int> Placeholders(string template) =>
        [.. Enumerable.Range(0, template.Length).Where(i => IsPlaceholder(template, i)).Select(i => template[i + 1] - '0')];

    private static bool IsPlaceholder(string template, int at) =>
        template[at] == '{' && at + 2 < template.Length && char.IsAsciiDigit(template[at + 1]) && template[at + 2] == '}';

    private static string Show(object argument, TextLanguage language)
    {
        var vietnamese = language == TextLanguage.Vietnamese;
        return argument switch
        {
            string text => VisibleText.Of(text),
            BilingualText text => VisibleText.Of(text.In(language), maxLength: 1000),
            decimal number when vietnamese => number.ToString(CultureInfo.InvariantCulture).Replace('.', ','),
            DateOnly date => date.ToString(vietnamese ? "dd/MM/yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => VisibleText.Of(argument.ToString() ?? ""),
        };
    }
}

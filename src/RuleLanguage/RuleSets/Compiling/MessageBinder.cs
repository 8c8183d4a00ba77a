using System.Collections.Immutable;
using Tthc.RuleLanguage.RuleSets.Results;
using Tthc.Text;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Compiling;

/// <summary>Finds what the <c>$(…)</c> of message templates name.</summary>
internal static class MessageBinder
{
    public static MessageText? Bind(RuleScope scope, Located<string>? template)
    {
        if (template is null || string.IsNullOrWhiteSpace(template.Value))
            return null;
        var parts = ImmutableArray.CreateBuilder<MessagePart>();
        var text = template.Value;
        var done = 0;
        while (text.IndexOf("$(", done, StringComparison.Ordinal) is >= 0 and var start && text.IndexOf(')', start) is >= 0 and var end)
        {
            parts.Add(new MessagePart(text[done..start], Value: null, IsPath: false));
            parts.Add(Named(scope, template, TextSpan.FromBounds(start, end + 1)));
            done = end + 1;
        }
        parts.Add(new MessagePart(text[done..], Value: null, IsPath: false));
        return new MessageText(parts.ToImmutable());
    }

    private static MessagePart Named(RuleScope scope, Located<string> template, TextSpan span)
    {
        var written = template.Value.Substring(span.Start, span.Length);
        var name = written[2..^1].Trim();
        var value = IsPath(name) ? scope.Try(name) : null;
        if (value is null)
            scope.Bag.Report(template.ProblemAt(span, RuleSetDiagnostics.TemplateName, name));
        return new MessagePart(written, value, name.Contains('.', StringComparison.Ordinal));
    }

    private static bool IsPath(string name) =>
        name.Split('.').All(part => part.Length > 0 && !char.IsDigit(part[0]) && part.All(c => char.IsLetterOrDigit(c) || c == '_'));
}

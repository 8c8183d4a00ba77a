using System.Collections.Immutable;
using System.Text;
using Tthc.RuleLanguage.Checking;
using Tthc.Text;

namespace Tthc.RuleLanguage.RuleSets.Results;

/// <summary>A message template: texts, and between them the facts or named values that <c>$(…)</c> names.</summary>
/// <param name="parts">The parts in order.</param>
internal sealed class MessageText(ImmutableArray<MessagePart> parts)
{
    /// <summary>As RulesEngine fills it: values as JSON, texts within a path without quotes; what is missing stays as it was written.</summary>
    public string AsJson(ScopeValues scope) => Fill(part => scope.Evaluate(part.Value!) is { Value: { } value }
        ? value is string text && part.IsPath ? text : ValueJson.Write(value, part.Value!.Type, indented: true)
        : part.Text);

    /// <summary>With instants, days and numbers as people write them; what is missing is said to be.</summary>
    public string ForPeople(ScopeValues scope, TextLanguage language)
    {
        var people = new PeopleText(language, scope.Context.LocalOffset);
        return Fill(part => people.Of(scope.Evaluate(part.Value!).Value, part.Value!.Type));
    }

    private string Fill(Func<MessagePart, string> value)
    {
        var message = new StringBuilder();
        foreach (var part in parts)
            message.Append(part.Value is null ? part.Text : value(part));
        return message.ToString();
    }
}

/// <summary>A part of a template.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Value">What it names; null: plain text.</param>
/// <param name="IsPath">Whether it names something inside a fact or named value.</param>
internal sealed record MessagePart(string Text, BoundExpression? Value, bool IsPath);

using System.Globalization;
using Tthc.RuleLanguage.Syntax;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.Syntax;

/// <summary>Trees as text in which nothing is left to precedence.</summary>
internal static class TreeText
{
    public static ExpressionSyntax Parse(string text)
    {
        var (tree, problems) = TryParse(text);
        Assert.True(tree is not null, $"{text}: {string.Join("; ", problems)}");
        return tree;
    }

    public static (ExpressionSyntax? Tree, IReadOnlyList<Diagnostic> Problems) TryParse(string text, LanguageLimits? limits = null)
    {
        var bag = new DiagnosticBag();
        var tree = ExpressionParser.Parse(ExpressionText.From(text), bag, limits);
        Assert.Equal(bag.HasErrors, tree is null);
        return (tree, bag.ToImmutable());
    }

    /// <summary><c>RULE-005 at 3+1</c> for each mistake, in the order of the text.</summary>
    public static string Problems(string text, LanguageLimits? limits = null) =>
        string.Join(", ", TryParse(text, limits).Problems.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Id} at {p.Location.Span.Start}+{p.Location.Span.Length}")));

    public static string Of(ExpressionSyntax node) => node switch
    {
        LiteralSyntax literal => Literal(literal.Value),
        NameSyntax name => name.Name,
        MemberSyntax member => $"{Of(member.Target)}.{member.Name}",
        CallSyntax call => $"{(call.Target is null ? "" : Of(call.Target) + ".")}{call.Name}({All(call.Arguments)})",
        IndexSyntax index => $"{Of(index.Target)}[{All(index.Arguments)}]",
        UnarySyntax unary => $"({unary.Operator} {Of(unary.Operand)})",
        BinarySyntax binary => $"({binary.Operator} {Of(binary.Left)} {Of(binary.Right)})",
        ConditionalSyntax c => $"(If {Of(c.Condition)} {Of(c.WhenTrue)} {Of(c.WhenFalse)})",
        InSyntax c => $"({(c.IsNegated ? "NotIn" : "In")} {Of(c.Value)} {All(c.Candidates)})",
        LambdaSyntax lambda => $"[{string.Join(",", lambda.Parameters.Select(p => p.Name))} => {Of(lambda.Body)}]",
        NewObjectSyntax made => $"new({string.Join(", ", made.Members.Select(m => $"{m.Name}: {Of(m.Value)}"))})",
        NewArraySyntax list => $"new {list.TypeName}[{All(list.Elements)}]",
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static string All(IEnumerable<ExpressionSyntax> nodes) => string.Join(", ", nodes.Select(Of));

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{VisibleText.Of(text, 1000)}\"",
        char c => $"'{VisibleText.Of(c.ToString())}'",
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        IFormattable other => $"{value.GetType().Name}:{other.ToString(null, CultureInfo.InvariantCulture)}",
        _ => throw new InvalidOperationException(value.GetType().Name),
    };
}

namespace Tthc.RuleLanguage.Syntax.Parsing;

/// <summary>
/// Holds a finished tree to the limits, so that every later walk may recurse. A chain such as <c>a + b + c …</c> is read by a loop and still makes a deep
/// tree; so this walk, alone of all, keeps its own stack.
/// </summary>
internal static class TreeBounds
{
    public static void Check(ExpressionSyntax root, LanguageLimits limits, SyntaxReport report)
    {
        var open = new Stack<(ExpressionSyntax Node, int Depth)>();
        open.Push((root, 1));
        for (var count = 1; open.TryPop(out var top); count++)
        {
            if (count > limits.Nodes)
            {
                report.Stop(SyntaxDiagnostics.TooManyNodes, top.Node.Span, limits.Nodes);
                return;
            }
            if (top.Depth > limits.Depth)
            {
                report.Stop(SyntaxDiagnostics.TooDeep, top.Node.Span, limits.Depth);
                return;
            }
            foreach (var child in SyntaxChildren.Of(top.Node))
                open.Push((child, top.Depth + 1));
        }
    }
}

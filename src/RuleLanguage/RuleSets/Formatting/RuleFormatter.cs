using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.RuleSets.Formatting;

/// <summary>
/// Lays out rule files and their tests in one way: two blanks a level, what fits on a line on one line, lists of rules and cases one a line. Order, comments, numbers,
/// texts and unknown fields stay as they are; formatting what was formatted changes nothing.
/// </summary>
public static class RuleFormatter
{
    /// <summary>The text laid out, ending with a line end; null where it is no JSON, after what is wrong has been reported.</summary>
    public static string? Format(SourceText file, DiagnosticBag bag)
    {
        var before = bag.ErrorCount;
        JsonDocumentReader.Read(file, bag);
        if (bag.ErrorCount > before)
            return null;
        var tokens = new LayoutTokens(file.Text);
        var document = new LayoutParser(tokens).Parse();
        return new LayoutWriter().Write(document);
    }
}

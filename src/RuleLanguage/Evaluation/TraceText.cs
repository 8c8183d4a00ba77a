using System.Globalization;
using System.Text;
using Tthc.RuleLanguage.Checking;
using Tthc.Text;

namespace Tthc.RuleLanguage.Evaluation;

/// <summary>Tells in words why a rule says what it says.</summary>
public static class TraceText
{
    /// <summary>
    /// A tree of lines, indented by two spaces: each part of the rule as it was written, what it came to, why it is missing, and when it may change.
    /// Instants are shown in the offset they carry.
    /// </summary>
    /// <param name="trace">What is told.</param>
    /// <param name="language">In which language.</param>
    public static string Render(RuleTrace trace, TextLanguage language)
    {
        var text = new StringBuilder();
        Rule(text, trace, new Words(language), 0);
        return text.ToString();
    }

    private static void Rule(StringBuilder text, RuleTrace trace, Words words, int depth)
    {
        Line(text, depth, $"{trace.Rule.Name}: {words.Of(trace.Verdict)}{words.Because(trace.Reason)}{words.Next(trace.Next)}");
        foreach (var parameter in trace.Parameters)
        {
            Line(text, depth + 1, $"{parameter.Variable.Name} = {words.Value(parameter.Value)}");
            Children(text, parameter.Value, parameter.Text, words, depth + 2);
        }
        if (trace.Condition is { } condition)
            Node(text, condition, (trace.Rule as BoundLeaf)?.Text, words, depth + 1);
        foreach (var child in trace.Children)
            Rule(text, child, words, depth + 1);
    }

    private static void Node(StringBuilder text, TraceNode node, ExpressionText? source, Words words, int depth)
    {
        if (node.Expression is BoundConstant or BoundFacts)
            return;
        var element = node.Element is { } index ? words.Element(index) : "";
        Line(text, depth, $"{element}{Written(node, source)} → {words.Value(node)}{words.Next(node.Next)}");
        Children(text, node, source, words, depth + 1);
    }

    private static void Children(StringBuilder text, TraceNode node, ExpressionText? source, Words words, int depth)
    {
        foreach (var child in node.Children)
        {
            if (child.Expression is BoundVariable { Variable.Kind: VariableKind.Element })
                continue;
            Node(text, child, source, words, depth);
        }
        if (node.Omitted > 0)
            Line(text, depth, words.Omitted(node.Omitted));
    }

    private static string Written(TraceNode node, ExpressionText? source)
    {
        var span = node.Expression.Span;
        if (source is null || span.Start < 0 || span.End > source.Text.Length)
            return "…";
        var written = source.Text.Substring(span.Start, span.Length);
        return string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', 2 * depth).Append(line).Append('\n');

    /// <summary>The words of a language.</summary>
    private sealed class Words(TextLanguage language)
    {
        private const int Longest = 200;

        public string Of(Verdict verdict) => verdict switch
        {
            Verdict.True => Say("đúng", "holds"),
            Verdict.False => Say("không đúng", "does not hold"),
            _ => Say("không xác định được", "cannot be told"),
        };

        public string Because(MissingReason? reason) => reason is null ? "" : $" ({reason.Text.In(language)})";

        public string Next(NextChange next) =>
            next.Instant is { } at ? Say($" [có thể đổi từ {Moment(at)}]", $" [may change from {Moment(at)}]") : "";

        public string Element(int index) => Say($"phần tử {index + 1}: ", $"element {index + 1}: ");

        public string Omitted(int count) => Say($"… và {count} phần tử nữa", $"… and {count} more elements");

        public string Value(TraceNode node) => node.Value is { } value ? Shown(value) : Say("thiếu", "missing") + Because(node.Reason);

        private string Shown(object value) => value switch
        {
            bool yes => yes ? Say("đúng", "true") : Say("sai", "false"),
            string text => "\"" + (text.Length > Longest ? text[..Longest] + "…" : text) + "\"",
            DateTimeOffset instant => Moment(instant),
            DateTime local => local.ToString(local.TimeOfDay == TimeSpan.Zero ? "dd/MM/yyyy" : "dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            TimeSpan span => Span(span),
            System.Collections.IEnumerable list => Counted(list),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => Say("(bản ghi)", "(record)"),
        };

        private string Counted(System.Collections.IEnumerable list)
        {
            var count = Values.Items.Of(list).Count;
            return Say($"danh sách {count} phần tử", $"a list of {count}");
        }

        private string Span(TimeSpan span)
        {
            var days = Math.Abs(span.Days);
            var sign = span < TimeSpan.Zero ? "-" : "";
            var clock = span.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
            return days == 0 ? sign + clock : sign + Say($"{days} ngày {clock}", days == 1 ? $"1 day {clock}" : $"{days} days {clock}");
        }

        private static string Moment(DateTimeOffset at) =>
            at.ToString(at.Second == 0 ? "dd/MM/yyyy HH:mm" : "dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

        private string Say(string vietnamese, string english) => language == TextLanguage.Vietnamese ? vietnamese : english;
    }
}

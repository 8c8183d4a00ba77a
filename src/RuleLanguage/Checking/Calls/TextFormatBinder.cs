using System.Collections.Immutable;
using System.Globalization;
using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Calls;

/// <summary>
/// <c>String.Format</c> with a format written in the rule: taken apart when the rule is checked, so that a wrong place or format is found then, and put
/// together as a balanced sum, so that a thousand places do not nest a thousand deep.
/// </summary>
internal sealed class TextFormatBinder(Binder binder, CheckReport report)
{
    private static readonly BilingualText s_literal = new("mẫu, ví dụ \"{0} ngày\"", "the format, such as \"{0} days\"");
    private static readonly BilingualText s_brace = new("dấu ngoặc nhọn không khép", "a brace is not closed");
    private static readonly BilingualText s_noArgument = new("không có đối số cho một chỗ trống", "a place has no argument");
    private static readonly BilingualText s_twice = new("một biểu thức dài chỉ dùng được một lần; hãy đặt nó thành tham số", "a long expression can be used once only; make it a parameter");
    private static readonly BilingualText s_noText = new("một đối số không viết thành chuỗi được", "an argument cannot be written as text");

    public BoundExpression Bind(CallSyntax call, ImmutableArray<BoundExpression> arguments)
    {
        if (arguments.Any(a => a is BoundError))
            return new BoundError(call.Span);
        if (arguments is not [BoundConstant { Value: string format } written, ..])
            return report.Error(CheckDiagnostics.LiteralNeeded, arguments.Length > 0 ? arguments[0].Span : call.NameSpan, "String.Format", s_literal);
        var parts = new List<BoundExpression>();
        if (Problem(format, written.Span, arguments, parts) is { } problem)
            return report.Error(CheckDiagnostics.BadFormat, written.Span, format, problem);
        return parts.Exists(p => p is BoundError) ? new BoundError(call.Span) : Sum(parts, 0, parts.Count, call) with { Span = call.Span };
    }

    private BilingualText? Problem(string format, TextSpan span, ImmutableArray<BoundExpression> arguments, List<BoundExpression> parts)
    {
        var used = new HashSet<int>();
        var plain = "";
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] is '{' or '}' && i + 1 < format.Length && format[i + 1] == format[i])
            {
                plain += format[i++];
                continue;
            }
            if (format[i] is not ('{' or '}'))
            {
                plain += format[i];
                continue;
            }
            var end = format.IndexOf('}', i);
            if (format[i] == '}' || end < 0)
                return s_brace;
            parts.Add(new BoundConstant(RuleType.String, span, plain));
            plain = "";
            if (Place(format[(i + 1)..end], arguments, used, parts) is { } problem)
                return problem;
            i = end;
        }
        parts.Add(new BoundConstant(RuleType.String, span, plain));
        return null;
    }

    /// <summary>One place: <c>0</c>, <c>0:dd/MM/yyyy</c>, <c>0,-20</c>.</summary>
    private BilingualText? Place(string place, ImmutableArray<BoundExpression> arguments, HashSet<int> used, List<BoundExpression> parts)
    {
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        var (head, format) = colon < 0 ? (place, null) : (place[..colon], place[(colon + 1)..]);
        var comma = head.IndexOf(',', StringComparison.Ordinal);
        var (number, width) = comma < 0 ? (head, null) : (head[..comma], head[(comma + 1)..]);
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index + 1 >= arguments.Length)
            return s_noArgument;
        var argument = arguments[index + 1];
        if (!used.Add(index) && !IsShort(argument))
            return s_twice;
        if ((format is null ? BuiltIns.Text(argument) : Member("ToString", argument, format)) is not { } text)
            return s_noText;
        if (width is not null)
        {
            if (!int.TryParse(width, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var cells) || Math.Abs((long)cells) > 1000)
                return s_noArgument;
            text = Padded(text, cells);
        }
        parts.Add(text);
        return null;
    }

    private BoundExpression? Member(string name, BoundExpression value, object argument)
    {
        var found = BuiltIns.Of(value.Type).Where(b => b.Shape.Name == name && b.Shape.Parameters.Length == 2).ToList();
        var constant = new BoundConstant(RuleType.Scalar(argument.GetType())!, value.Span, argument);
        return found.Count == 0 ? null : binder.Functions.BuiltIn(found, [value, constant], new CallPlace(name, value.Span, value.Span, 1));
    }

    private BoundExpression Padded(BoundExpression text, int cells) => Member(cells < 0 ? "PadRight" : "PadLeft", text, Math.Abs(cells))!;

    /// <summary>Whether computing it again costs nothing worth speaking of, however deep such forms nest.</summary>
    private static bool IsShort(BoundExpression e) => e is BoundConstant or BoundVariable or BoundClock or BoundMember { Receiver: BoundVariable or BoundFacts or BoundMember { Receiver: BoundFacts } };

    private static BoundExpression Sum(List<BoundExpression> parts, int from, int to, CallSyntax call)
    {
        if (to - from == 1)
            return parts[from];
        var middle = (from + to) / 2;
        return new BoundBinary(RuleType.String.AsNullable(), call.Span, BinaryOperator.Add, Sum(parts, from, middle, call), Sum(parts, middle, to, call));
    }
}

using Tthc.Text.Diagnostics;

namespace Tthc.Text.Json.Syntax;

/// <summary>The objects and arrays begun and not ended, and what to say about those that never are.</summary>
internal sealed class OpenBrackets(JsonReading reading, JsonScanner scanner)
{
    private readonly Stack<JsonToken> openers = new();
    private int openBraces;
    private (TextSpan Opener, TextSpan Closer)? misaligned;
    private bool abandoned;

    public int Depth => openers.Count;

    public void Push(JsonToken opener)
    {
        openers.Push(opener);
        openBraces += opener.Kind == JsonTokenKind.OpenBrace ? 1 : 0;
    }

    /// <summary>From now on nothing unclosed is reported: the rest of the text was given up on purpose.</summary>
    public void Abandon() => abandoned = true;

    /// <summary>The offset where the innermost object or array ends, if it ends at the next token.</summary>
    public int? TryClose()
    {
        var token = scanner.Peek();
        var opener = openers.Peek();
        if (token.Kind == JsonTokenKind.End)
        {
            Pop();
            if (!abandoned)
                ReportUnclosed(opener, token);
            return token.Span.End;
        }
        if (!token.Closes)
            return null;
        Pop();
        if (token.Kind == CloserOf(opener))
        {
            NoteAlignment(opener.Span, token.Span);
            scanner.Next();
            return token.Span.End;
        }
        return CloseMismatched(opener, token);
    }

    private int CloseMismatched(JsonToken opener, JsonToken token)
    {
        reading.Report(reading.Make(
            JsonDiagnostics.Mismatched, token.Span,
            reading.Source.Slice(token.Span), KindOf(opener), reading.Source.LineOf(opener.Span.Start), CloserText(opener))
            .WithRelated(reading.Source.At(opener.Span), "mở ở đây", "opened here"));
        // The closer of something further out ends this one too and is left for its owner.
        var wanted = token.Kind == JsonTokenKind.CloseBrace ? openBraces : openers.Count - openBraces;
        if (wanted > 0)
            return token.Span.Start;
        scanner.Next();
        return token.Span.End;
    }

    private void ReportUnclosed(JsonToken opener, JsonToken end)
    {
        var diagnostic = reading.Make(
            JsonDiagnostics.Unclosed, end.Span, CloserText(opener), KindOf(opener), reading.Source.LineOf(opener.Span.Start))
            .WithRelated(reading.Source.At(opener.Span), "mở ở đây", "opened here");
        if (misaligned is { } pair)
        {
            var line = reading.Source.LineOf(pair.Opener.Start);
            diagnostic = diagnostic.WithRelated(reading.Source.At(pair.Closer),
                $"dấu này đóng dấu mở ở dòng {line} nhưng thụt lề khác: có thể thiếu dấu đóng ở phía trên",
                $"this closes what line {line} opened but is indented differently: a closing one may be missing above");
        }
        reading.Report(diagnostic);
    }

    // Which bracket is missing cannot be known from the brackets alone; the indentation tells what was meant.
    private void NoteAlignment(TextSpan opener, TextSpan closer)
    {
        if (misaligned is not null || reading.Source.LineOf(opener.Start) == reading.Source.LineOf(closer.Start))
            return;
        var (openerIndent, _) = IndentOf(opener.Start);
        var (closerIndent, first) = IndentOf(closer.Start);
        if (first == closer.Start && openerIndent != closerIndent)
            misaligned = (opener, closer);
    }

    private (int Indent, int First) IndentOf(int offset)
    {
        var line = reading.Source.LineSpan(reading.Source.LineOf(offset));
        var first = line.Start;
        while (first < line.End && reading.Source.Text[first] is ' ' or '\t')
            first++;
        return (first - line.Start, first);
    }

    private void Pop() => openBraces -= openers.Pop().Kind == JsonTokenKind.OpenBrace ? 1 : 0;

    private static JsonTokenKind CloserOf(JsonToken opener) =>
        opener.Kind == JsonTokenKind.OpenBrace ? JsonTokenKind.CloseBrace : JsonTokenKind.CloseBracket;

    private static string CloserText(JsonToken opener) => opener.Kind == JsonTokenKind.OpenBrace ? "}" : "]";

    private static BilingualText KindOf(JsonToken opener) =>
        opener.Kind == JsonTokenKind.OpenBrace ? JsonWords.ObjectWord : JsonWords.ArrayWord;
}

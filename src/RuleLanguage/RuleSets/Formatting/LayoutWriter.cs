using System.Collections.Immutable;
using System.Text;

namespace Tthc.RuleLanguage.RuleSets.Formatting;

/// <summary>Writes values laid out.</summary>
internal sealed class LayoutWriter
{
    private const int Width = 140;

    // Lists whose elements are read one below the other, however short they are.
    private static readonly ImmutableHashSet<string> s_lists =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "\"Rules\"", "\"Rows\"", "\"cases\"", "\"Parameters\"");

    private readonly StringBuilder _text = new();

    public string Write(LayoutDocument document)
    {
        foreach (var comment in document.Root.Before)
            _text.Append(comment).Append('\n');
        Value(document.Root.Value, depth: 0, isBroken: true);
        _text.Append('\n');
        foreach (var comment in document.After)
            _text.Append(comment).Append('\n');
        return _text.ToString();
    }

    private void Value(LayoutValue value, int depth, bool isBroken)
    {
        if (value.Items is null || (value.Items.Count == 0 && value.Last.Count == 0))
        {
            _text.Append(value.Text).Append(value.Items is null ? "" : value.Close);
            return;
        }
        if (!isBroken && Inline(value) is { } line && Column() + line.Length <= Width)
        {
            _text.Append(line);
            return;
        }
        _text.Append(value.Text);
        for (var i = 0; i < value.Items.Count; i++)
            Item(value.Items[i], depth + 1, isLast: i == value.Items.Count - 1);
        foreach (var comment in value.Last)
            NewLine(depth + 1).Append(comment);
        NewLine(depth).Append(value.Close);
    }

    private void Item(LayoutItem item, int depth, bool isLast)
    {
        if (item.AfterBlankLine)
            _text.Append('\n');
        foreach (var comment in item.Before)
            NewLine(depth).Append(comment);
        NewLine(depth);
        if (item.Name is not null)
            _text.Append(item.Name).Append(": ");
        Value(item.Value, depth, isBroken: item.Value.HasComments || IsList(item));
        _text.Append(isLast ? "" : ",");
        foreach (var comment in item.After)
            _text.Append(' ').Append(comment);
    }

    /// <summary>The value on one line; null where something in it wants lines of its own.</summary>
    private static string? Inline(LayoutValue value)
    {
        if (value.Items is not { } items)
            return value.Text;
        if (value.HasComments || items.Exists(IsList))
            return null;
        if (items.Count == 0)
            return value.Text + value.Close;
        var parts = items.Select(i => Inline(i.Value) is { } inner ? (i.Name is null ? inner : $"{i.Name}: {inner}") : null).ToList();
        if (parts.Contains(null))
            return null;
        var inside = string.Join(", ", parts);
        return value.Text == "{" || items.Exists(i => i.Value.Items is not null) ? $"{value.Text} {inside} {value.Close}" : $"{value.Text}{inside}{value.Close}";
    }

    private static bool IsList(LayoutItem item) => item.Name is { } name && s_lists.Contains(name) && item.Value.Items is { Count: > 0 };

    private StringBuilder NewLine(int depth) => _text.Append('\n').Append(' ', 2 * depth);

    private int Column()
    {
        var at = _text.Length;
        while (at > 0 && _text[at - 1] != '\n')
            at--;
        return _text.Length - at;
    }
}

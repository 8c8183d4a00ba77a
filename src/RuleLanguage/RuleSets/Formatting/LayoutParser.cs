namespace Tthc.RuleLanguage.RuleSets.Formatting;

/// <summary>Reads tokens of a text that has been found well formed. Nesting was bounded by that reading.</summary>
internal sealed class LayoutParser
{
    private readonly LayoutTokens _tokens;
    private LayoutToken _next;

    public LayoutParser(LayoutTokens tokens)
    {
        _tokens = tokens;
        _next = tokens.Next();
    }

    public LayoutDocument Parse()
    {
        var root = Item(named: false, isFirst: true);
        var after = new List<string>();
        Comments(after);
        return new LayoutDocument(root, after);
    }

    private LayoutItem Item(bool named, bool isFirst)
    {
        var before = new List<string>();
        var blank = !isFirst && _next.LinesBefore > 1;
        Comments(before);
        string? name = null;
        if (named)
        {
            name = Take().Text;
            Comments(before);
            Take();
            Comments(before);
        }
        var item = new LayoutItem(name, Value()) { AfterBlankLine = blank };
        item.Before.AddRange(before);
        return item;
    }

    private LayoutValue Value()
    {
        var token = Take();
        if (token.Text is not ("{" or "["))
            return new LayoutValue(token.Text);
        var items = new List<LayoutItem>();
        var value = new LayoutValue(token.Text, items);
        while (true)
        {
            var pending = Pending(items.Count == 0);
            if (_next.Text == value.Close)
            {
                value.Last.AddRange(pending);
                Take();
                return value;
            }
            var item = Item(token.Text == "{", items.Count == 0);
            item.Before.InsertRange(0, pending);
            items.Add(item);
            Behind(item);
            if (_next.Text == ",")
                Take();
            Behind(item);
        }
    }

    /// <summary>Comments before the closing bracket, or before an item that follows without a blank line of its own.</summary>
    private List<string> Pending(bool isFirst)
    {
        var comments = new List<string>();
        // The blank line before the comments of an item belongs to the item, which sees it itself.
        if (!isFirst && _next.LinesBefore > 1 && _next.IsComment)
            return comments;
        Comments(comments);
        return comments;
    }

    private void Behind(LayoutItem item)
    {
        while (_next is { IsComment: true, LinesBefore: 0 })
            item.After.Add(Take().Text);
    }

    private void Comments(List<string> into)
    {
        while (_next.IsComment)
            into.Add(Take().Text);
    }

    private LayoutToken Take()
    {
        var taken = _next;
        _next = _tokens.Next();
        return taken;
    }
}

namespace Tthc.RuleLanguage.RuleSets.Formatting;

/// <summary>A value to be laid out: a scalar, or a container of items.</summary>
/// <param name="Text">The scalar, or the opening bracket.</param>
/// <param name="Items">What a container holds; null: a scalar.</param>
internal sealed record LayoutValue(string Text, List<LayoutItem>? Items = null)
{
    /// <summary>Comments after the last item.</summary>
    public List<string> Last { get; } = [];

    public string Close => Text == "{" ? "}" : "]";

    /// <summary>A comment cannot stand on one line with what follows it.</summary>
    public bool HasComments => Last.Count > 0 || Items?.Exists(i => i.Before.Count > 0 || i.After.Count > 0 || i.Value.HasComments) == true;
}

/// <summary>An item of a container, with the comments around it.</summary>
/// <param name="Name">Its name with quotes; null in a list.</param>
/// <param name="Value">Its value.</param>
internal sealed record LayoutItem(string? Name, LayoutValue Value)
{
    /// <summary>Comments on lines before it.</summary>
    public List<string> Before { get; } = [];

    /// <summary>Comments behind it on its line.</summary>
    public List<string> After { get; } = [];

    /// <summary>Whether a blank line stands before it.</summary>
    public bool AfterBlankLine { get; init; }
}

/// <summary>A whole text.</summary>
/// <param name="Root">The value, with the comments before it.</param>
/// <param name="After">Comments after it.</param>
internal sealed record LayoutDocument(LayoutItem Root, List<string> After);

using System.Collections.Immutable;

namespace Tthc.Workflows.Dossiers;

/// <summary>Why an act is not taken: an identifier fixed for ever, with named values. Nothing is written.</summary>
public sealed record Refusal(RefusalDescriptor Descriptor, ImmutableArray<KeyValuePair<string, string>> Arguments)
{
    /// <summary>The identifier.</summary>
    public string Id => Descriptor.Id;

    /// <summary>Text for people, Vietnamese.</summary>
    public string Vietnamese => Fill(Descriptor.Vietnamese);

    /// <summary>Text for people, English.</summary>
    public string English => Fill(Descriptor.English);

    private string Fill(string template)
    {
        foreach (var (key, value) in Arguments)
            template = template.Replace("{" + key + "}", value, StringComparison.Ordinal);
        return template;
    }
}

/// <summary>An entry of the list of refusals.</summary>
/// <param name="Id">Kebab text, fixed for ever.</param>
/// <param name="Kind">What kind of refusal it is.</param>
/// <param name="Vietnamese">Text with named places.</param>
/// <param name="English">Text with named places.</param>
public sealed record RefusalDescriptor(string Id, RefusalKind Kind, string Vietnamese, string English)
{
    /// <summary>A refusal with its values, given as name and value in turn.</summary>
    public Refusal With(params ReadOnlySpan<string> namesAndValues)
    {
        var arguments = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(namesAndValues.Length / 2);
        for (var i = 0; i + 1 < namesAndValues.Length; i += 2)
            arguments.Add(new(namesAndValues[i], namesAndValues[i + 1]));
        return new(this, arguments.ToImmutable());
    }
}

/// <summary>Kinds of refusal.</summary>
public enum RefusalKind
{
    /// <summary>The state of the dossier or the law forbids it.</summary>
    Precondition,

    /// <summary>The actor lacks a right.</summary>
    Permission,

    /// <summary>What the act names does not exist.</summary>
    NotFound,

    /// <summary>What was handed in is malformed.</summary>
    Invalid,
}

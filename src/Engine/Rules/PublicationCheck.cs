using System.Collections.Immutable;
using Tthc.Storage.Rules;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Dossiers;
using CompiledBundle = Tthc.Workflows.Bundles.RuleBundle;

namespace Tthc.Engine.Rules;

/// <summary>Whether changes hold together with the rest, on their day and on every day after it on which something else takes force.</summary>
internal sealed class PublicationCheck(PublishedRules published, DateOnly today)
{
    /// <summary>The set of a day with the changes laid over it.</summary>
    public (CompiledBundle? Bundle, ImmutableArray<Diagnostic> Diagnostics) Compile(ImmutableArray<RuleFileChange> changes, DateOnly day)
    {
        // What is due today but not taken yet is none of this publication's.
        ImmutableArray<RuleFileChange> waiting = day == today ? [] : published.ChangesOn(day);
        return RuleBundleCompiler.Compile(PublishedRules.Texts(published.Lay([.. waiting, .. changes])));
    }

    /// <summary>The set that takes force today.</summary>
    public (CompiledBundle? Bundle, ImmutableArray<Diagnostic> Diagnostics) CompileDue() =>
        RuleBundleCompiler.Load(PublishedRules.Texts(published.Lay(published.ChangesOn(today))));

    /// <summary>The first later day whose set would not hold together; null: all do.</summary>
    public PublishResult.Mistaken? FirstMistake(ImmutableArray<RuleFileChange> changes, DateOnly effective)
    {
        foreach (var day in published.DaysAfter(today).Where(d => d != effective))
            if (Compile(effective <= day ? changes : [], day) is { Bundle: null, Diagnostics: var diagnostics })
                return new PublishResult.Mistaken(diagnostics, day);
        return null;
    }
}

/// <summary>When the next publication takes force.</summary>
/// <param name="Next">Null: none waits.</param>
internal sealed record PublicationDays(DateTimeOffset? Next)
{
    public static PublicationDays None { get; } = new((DateTimeOffset?)null);

    /// <summary>A publication takes force as its day begins in the offices' local time.</summary>
    public static PublicationDays Of(PublishedRules published, RuleWorld world) =>
        published.DaysAfter(DateOnly.MinValue).Select(d => (DateOnly?)d).FirstOrDefault() is { } day
            ? new(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), world.LocalOffset).ToUniversalTime())
            : None;
}

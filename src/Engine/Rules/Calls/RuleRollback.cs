using System.Collections.Immutable;
using Grpc.Core;
using Tthc.Engine.Hosting;
using Tthc.Storage.Rules;
using Tthc.Workflows.Bundles;

namespace Tthc.Engine.Rules.Calls;

/// <summary>Going back is publishing an old text anew: under a new number, with a reason that names the old one.</summary>
internal sealed class RuleRollback(RuleBundleStore store, RulePublishing publishing)
{
    /// <summary>Publishes an old revision anew.</summary>
    /// <param name="kind">Of what it is.</param>
    /// <param name="what">Code or name, the old revision, and the newest as the caller knows it.</param>
    /// <param name="call">Who, why, from when.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="RpcException">NOT_FOUND, and everything that publishing is refused for.</exception>
    public async Task<PublishResult> RunAsync(RevisionKind kind, (string Code, string Revision, string Base) what, PublishCall call, ServerCallContext context)
    {
        var rows = await store.ListRevisionsAsync(kind, what.Code, context.CancellationToken);
        var old = rows.FirstOrDefault(r => RuleLabels.Of(r) == what.Revision) ?? throw UnknownRevision(what.Code, what.Revision);
        var source = (await store.LoadRevisionAsync(kind, old.Id, context.CancellationToken))!;
        // The file may have been renamed since: the text goes where its newest revision stands.
        var path = rows.Last(r => r.InForceFrom == old.InForceFrom).SourcePath;
        var edits = ImmutableArray.Create(new FileEdit(path, source.Content, what.Base));
        if (kind == RevisionKind.RuleSet && await TestsOfAsync(old, path, context.CancellationToken) is { } tests)
            edits = edits.Add(tests);
        var reason = $"{call.Reason} (quay về bản / back to {what.Revision})";
        return await publishing.PublishAsync(call with { Reason = reason }, edits, context);
    }

    public static RpcException UnknownRevision(string code, string revision) => CallErrors.NotFound(
        "unknown-revision", revision, $"{code} không có phiên bản {revision}.", $"{code} has no revision {revision}.");

    /// <summary>The tests a rule set had when it was first in force: an old text does not pass the tests of a newer one.</summary>
    private async Task<FileEdit?> TestsOfAsync(RevisionRow old, string path, CancellationToken cancellation) =>
        await store.LoadFirstBundleAsync(RevisionKind.RuleSet, old.Id, cancellation) is { } bundle
        && bundle.Files.FirstOrDefault(f => f.Path == RuleFileNames.TestsOf(old.SourcePath)) is { } tests
            ? new FileEdit(RuleFileNames.TestsOf(path), tests.Content, null)
            : null;
}

/// <summary>How rule files and the tests beside them are called.</summary>
internal static class RuleFileNames
{
    public static string TestsOf(string rules) => rules.EndsWith(RuleBundleCompiler.RuleFile, StringComparison.Ordinal)
        ? rules[..^RuleBundleCompiler.RuleFile.Length] + RuleBundleCompiler.RuleTestFile
        : rules + RuleBundleCompiler.RuleTestFile;
}

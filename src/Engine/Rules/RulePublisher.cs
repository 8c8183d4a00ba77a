using System.Collections.Immutable;
using Tthc.Engine.Hosting;
using Tthc.Storage.Rules;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;
using CompiledBundle = Tthc.Workflows.Bundles.RuleBundle;

namespace Tthc.Engine.Rules;

/// <summary>The one way in for rules: read, check whole, store as a revision, take over. A bad set is refused with every mistake; the last good one runs on.</summary>
internal sealed class RulePublisher(RuleBundleStore store, RuleFolder folder, EngineTime time, ILogger<RulePublisher> log)
{
    /// <summary>At start: the folder if it is good, else the last good bundle of the store, else nothing.</summary>
    public async Task<RulesInForce> StartAsync(CancellationToken cancellation)
    {
        try
        {
            if (await PublishAsync(cancellation) is { } published)
                return published;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            RuleLog.LookAgain(log, e.Message);
        }
        if (await store.LoadHeadAsync(cancellation) is { } head && Read(head.Files) is var stored && RuleBundleCompiler.Compile(stored).Bundle is { } last)
        {
            RuleLog.RunningOnStored(log, head.Row.Id, head.Row.Hash, folder.Path);
            return new RulesInForce(last, stored, head.Procedures);
        }
        RuleLog.NothingToRun(log, folder.Path);
        return new RulesInForce(CompiledBundle.Empty, [], []);
    }

    /// <summary>Checks the folder and publishes it; null when it is refused.</summary>
    public async Task<RulesInForce?> PublishAsync(CancellationToken cancellation)
    {
        var files = folder.Read();
        if (files.Count == 0)
        {
            RuleLog.EmptyFolder(log, folder.Path);
            return null;
        }
        var sources = Read(files);
        var (bundle, diagnostics) = RuleBundleCompiler.Compile(sources);
        foreach (var diagnostic in diagnostics)
        {
            var text = diagnostic.ToString();
            if (diagnostic.Severity == DiagnosticSeverity.Error)
                RuleLog.Mistake(log, text);
            else
                RuleLog.Hint(log, text);
        }
        if (bundle is null)
        {
            var errors = diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
            RuleLog.Refused(log, folder.Path, errors);
            return null;
        }
        var outcome = await store.PublishAsync(
            new RuleBundleDraft
            {
                Files = [.. files],
                Procedures = [.. bundle.Procedures.Select(p => new BundledProcedure(p.Code, p.InForceFrom, bundle.PathOf(p)))],
                PublishedBy = "folder",
                PublishedAt = time.Now,
            },
            cancellation);
        if (outcome is not BundlePublished published)
            return null;
        var hash = published.Bundle.Row.Hash[..12];
        RuleLog.Published(log, published.Bundle.Row.Id, hash, bundle.Procedures.Length, published.IsNew ? "new" : "unchanged");
        return new RulesInForce(bundle, sources, published.Bundle.Procedures);
    }

    private static ImmutableArray<SourceText> Read(IEnumerable<RuleFile> files) => [.. files.Select(f => SourceText.FromUtf8(f.Path, f.Content))];
}

internal static partial class RuleLog
{
    [LoggerMessage(EventId = 200, Level = LogLevel.Information, Message = "Rules: bundle {Bundle} ({Hash}) in force, {Count} procedures, {State}")]
    public static partial void Published(ILogger log, long bundle, string hash, int count, string state);

    [LoggerMessage(EventId = 201, Level = LogLevel.Error, Message = "Rules REFUSED in {Folder}: {Count} error(s); the last good bundle runs on. Quy tắc bị từ chối, bộ quy tắc tốt gần nhất vẫn chạy.")]
    public static partial void Refused(ILogger log, string folder, int count);

    [LoggerMessage(EventId = 202, Level = LogLevel.Error, Message = "{Mistake}")]
    public static partial void Mistake(ILogger log, string mistake);

    [LoggerMessage(EventId = 203, Level = LogLevel.Debug, Message = "{Hint}")]
    public static partial void Hint(ILogger log, string hint);

    [LoggerMessage(EventId = 204, Level = LogLevel.Error, Message = "Rules in {Folder} cannot be used; running on stored bundle {Bundle} ({Hash})")]
    public static partial void RunningOnStored(ILogger log, long bundle, string hash, string folder);

    [LoggerMessage(EventId = 205, Level = LogLevel.Error, Message = "No usable rules in {Folder} and none in the store: no dossier can be received until the files are mended")]
    public static partial void NothingToRun(ILogger log, string folder);

    [LoggerMessage(EventId = 206, Level = LogLevel.Error, Message = "No rule files in {Folder}; set Rules:Path")]
    public static partial void EmptyFolder(ILogger log, string folder);

    [LoggerMessage(EventId = 208, Level = LogLevel.Error, Message = "Looking at the rules failed; the last good bundle runs on")]
    public static partial void WatchFailed(ILogger log, Exception cause);

    [LoggerMessage(EventId = 209, Level = LogLevel.Information, Message = "A shadow rule judges otherwise than the live one: dossier {Id} ({Dossier}), {Difference}")]
    public static partial void ShadowDiffers(ILogger log, long id, string? dossier, Tthc.Workflows.Findings.ShadowDifference difference);

    [LoggerMessage(EventId = 207, Level = LogLevel.Warning, Message = "Rules folder could not be read just now, will look again: {Reason}")]
    public static partial void LookAgain(ILogger log, string reason);
}

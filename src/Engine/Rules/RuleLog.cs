using Tthc.Text.Diagnostics;

namespace Tthc.Engine.Rules;

internal static partial class RuleLog
{
    /// <summary>Tells every mistake as an error, every hint for those who want to know.</summary>
    public static void Tell(ILogger log, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var text = diagnostic.ToString();
            if (diagnostic.Severity == DiagnosticSeverity.Error)
                Mistake(log, text);
            else
                Hint(log, text);
        }
    }

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

    [LoggerMessage(EventId = 207, Level = LogLevel.Warning, Message = "Rules folder could not be read just now, will look again: {Reason}")]
    public static partial void LookAgain(ILogger log, string reason);

    [LoggerMessage(EventId = 213, Level = LogLevel.Error, Message = "Rules in {Folder} differ from bundle {Bundle} of the store, and were changed there too or never came from it: {Files}. The store's run on; publish the edits (tthc rules push) or take the store's files (tthc rules pull). Tệp quy tắc trong thư mục khác với kho; kho được dùng.")]
    public static partial void FolderContested(ILogger log, string folder, string files, long bundle);

    [LoggerMessage(EventId = 208, Level = LogLevel.Error, Message = "Looking at the rules failed; the last good bundle runs on")]
    public static partial void WatchFailed(ILogger log, Exception cause);

    [LoggerMessage(EventId = 212, Level = LogLevel.Information, Message = "Rules: publication {Publication} by {Author} stored, waits for {Day}")]
    public static partial void Waiting(ILogger log, long publication, string author, DateOnly day);

    [LoggerMessage(EventId = 210, Level = LogLevel.Error, Message = "Rules published cannot be written into {Folder} yet, will try again: {Reason}")]
    public static partial void FolderBehind(ILogger log, string folder, string reason);

    [LoggerMessage(EventId = 211, Level = LogLevel.Error, Message = "Rules that should take force on {Day} do not hold together any more ({Count} error(s)): publish them anew. The last good bundle runs on.")]
    public static partial void CannotTakeForce(ILogger log, DateOnly day, int count);

    [LoggerMessage(EventId = 209, Level = LogLevel.Information, Message = "A shadow rule judges otherwise than the live one: dossier {Id} ({Dossier}), {Difference}")]
    public static partial void ShadowDiffers(ILogger log, long id, string? dossier, Tthc.Workflows.Findings.ShadowDifference difference);

    [LoggerMessage(EventId = 230, Level = LogLevel.Information, Message = "Rules changed: {Count} dossiers that have not ended were judged anew")]
    public static partial void Swept(ILogger log, int count);

    [LoggerMessage(EventId = 231, Level = LogLevel.Warning, Message = "Dossier {Id} could not be judged by the new rules just now: {Outcome}")]
    public static partial void NotJudged(ILogger log, long id, string? outcome);

    [LoggerMessage(EventId = 232, Level = LogLevel.Error, Message = "Dossier {Id} could not be judged by the new rules")]
    public static partial void JudgingFailed(ILogger log, long id, Exception cause);

    [LoggerMessage(EventId = 233, Level = LogLevel.Error, Message = "Judging dossiers by the new rules was broken off; it begins anew")]
    public static partial void SweepFailed(ILogger log, Exception cause);
}

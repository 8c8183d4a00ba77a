using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.Workflows.Procedures.Compiling;

/// <summary>What can be wrong with the way of a dossier through a procedure, and with its time.</summary>
public static class SoundnessDiagnostics
{
    public static readonly DiagnosticDescriptor Unreachable = new("PROC-060", Error,
        "không có đường nào dẫn đến bước \"{0}\"", "no way leads to the step \"{0}\"");

    public static readonly DiagnosticDescriptor NoWayOut = new("PROC-061", Error,
        "hồ sơ đến bước \"{0}\" thì không còn đường kết thúc: {1}", "a dossier that comes to the step \"{0}\" has no way to the end: {1}");

    public static readonly DiagnosticDescriptor LoopWithoutBound = new("PROC-062", Error,
        "vòng lặp không có giới hạn: {1}; đặt \"atMost\" cho một bước trong vòng",
        "a loop without a bound: {1}; give one step of it an \"atMost\"");

    public static readonly DiagnosticDescriptor StuckBehindBound = new("PROC-063", Error,
        "khi bước \"{1}\" đã hết số lần được vào, bước \"{0}\" không còn đường đi nào khác",
        "when the step \"{1}\" may not be visited again, the step \"{0}\" has no other way on");

    public static readonly DiagnosticDescriptor NeverSettles = new("PROC-064", Error,
        "không bước nào ghi kết quả; cần một bước có \"act\": \"settle\"",
        "no step records the result; one step needs \"act\": \"settle\"");

    public static readonly DiagnosticDescriptor ReturnsBeforeSettling = new("PROC-065", Error,
        "kết quả có thể được trả ở \"{0}\" khi chưa ghi kết quả: {1}",
        "the result can be handed over at \"{0}\" before it is recorded: {1}");

    public static readonly DiagnosticDescriptor SettlesTwice = new("PROC-066", Error,
        "kết quả có thể bị ghi lần thứ hai ở \"{0}\": {1}", "the result can be recorded a second time at \"{0}\": {1}");

    public static readonly DiagnosticDescriptor RefusesAfterSettling = new("PROC-067", Error,
        "hồ sơ đã có kết quả vẫn có thể bị từ chối ở \"{0}\": {1}",
        "a dossier whose result is recorded can still be refused at \"{0}\": {1}");

    public static readonly DiagnosticDescriptor ChoiceWithoutOfficer = new("PROC-068", Error,
        "\"{0}\" cần cán bộ chọn, nhưng bước dẫn đến nó là \"{1}\" không có ai chọn",
        "\"{0}\" needs an officer to choose, but \"{1}\", which leads to it, asks nobody");

    public static readonly DiagnosticDescriptor AgencyOfSkippedStep = new("PROC-069", Error,
        "\"as:{1}\" chưa chắc có: có thể đến \"{0}\" mà không qua \"{1}\": {2}",
        "\"as:{1}\" may be missing: \"{0}\" can be reached without \"{1}\": {2}");

    public static readonly DiagnosticDescriptor StepsExceedLimit = new("PROC-080", Error,
        "các bước cộng lại vượt thời hạn{0}: {1} = {2} {5}, thời hạn {3} (quá {4})",
        "the steps exceed the limit{0}: {1} = {2} {5}, limit {3} ({4} too many)");

    public static readonly DiagnosticDescriptor StepsExceedCommitment = new("PROC-081", Warning,
        "các bước cộng lại vượt thời gian cam kết{0}: {1} = {2} {5}, cam kết {3} (quá {4})",
        "the steps exceed the promised time{0}: {1} = {2} {5}, promised {3} ({4} too many)");

    public static readonly DiagnosticDescriptor StepsExceedPhase = new("PROC-082", Error,
        "các bước của giai đoạn{0} cộng lại vượt thời gian của nó: {1} = {2} {5}, thời gian {3} (quá {4})",
        "the steps of the phase{0} exceed its time: {1} = {2} {5}, allowed {3} ({4} too many)");

    public static readonly DiagnosticDescriptor CommitmentLonger = new("PROC-083", Error,
        "thời gian cam kết không được dài hơn thời hạn", "the promised time cannot be longer than the limit");
}

using System.CommandLine;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Cli.Views;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

/// <summary>What all acts share: the four fields that every request begins with, the call, the dossier in the reply.</summary>
internal static class DossierAct
{
    /// <summary>Makes a command an act on one dossier, named by its first argument.</summary>
    public static CliCommand On<TRequest, TReply>(
        Shell shell, CliCommand command, Func<ParseResult, TRequest> read, Func<DossierService.DossierServiceClient, TRequest, CallOptions, AsyncUnaryCall<TReply>> call)
        where TRequest : IMessage
        where TReply : IMessage
    {
        var dossier = Code(shell);
        var version = ExpectedVersion(shell);
        var occurred = OccurredAt(shell);
        command.Arguments.Add(dossier);
        command.With(version, occurred);
        return Run(shell, command, call, parsed =>
        {
            var request = read(parsed);
            Set(request, "dossier", parsed.GetRequiredValue(dossier));
            Set(request, "expected_version", parsed.GetValue(version));
            Set(request, "occurred_at", parsed.GetValue(occurred));
            return request;
        });
    }

    /// <summary>Makes a command one that sends a request it fills itself, but for the request id.</summary>
    public static CliCommand Run<TRequest, TReply>(
        Shell shell, CliCommand command, Func<DossierService.DossierServiceClient, TRequest, CallOptions, AsyncUnaryCall<TReply>> call, Func<ParseResult, TRequest> read)
        where TRequest : IMessage
        where TReply : IMessage =>
        command.Calls(shell, async (parsed, session) =>
        {
            var request = read(parsed);
            Set(request, "request_id", session.Settings.RequestId);
            Show(shell, parsed, await call(session.Dossiers, request, session.Once));
            return ExitCode.Ok;
        });

    public static Argument<string> Code(Shell shell) =>
        new("dossier") { HelpName = shell.Say("mã hồ sơ", "code"), Description = shell.Say("Mã hồ sơ, hoặc mã nộp trực tuyến.", "Code of the dossier, or of the online filing.") };

    public static Option<Timestamp?> OccurredAt(Shell shell) =>
        Moments.Instant(shell, "--occurred-at", "Việc đã xảy ra lúc nào, nếu không phải bây giờ.", "When it happened, if not now.");

    public static Option<long> ExpectedVersion(Shell shell) => new("--expected-version")
    {
        HelpName = shell.Say("số", "number"),
        Description = shell.Say("Chỉ thực hiện nếu hồ sơ còn ở phiên bản này (mã thoát 4 nếu không).", "Only if the dossier still has this version (exit code 4 otherwise)."),
    };

    private static void Show(Shell shell, ParseResult parsed, IMessage reply)
    {
        if (shell.Json(parsed))
        {
            shell.Output.WriteLine(MessageJson.Of(reply));
            return;
        }
        if (Get(reply, "replayed") is true)
            shell.Output.WriteLine(shell.Say("(kết quả của lần gọi trước, không ghi thêm gì)", "(reply of the earlier call, nothing new recorded)"));
        new DossierView(shell.Words).WriteShort((Dossier)Get(reply, "dossier"), shell.Output);
    }

    // Every request of the contract names these fields alike; a test holds it to that.
    private static void Set(IMessage message, string field, object? value)
    {
        if (value is not null)
            message.Descriptor.FindFieldByName(field).Accessor.SetValue(message, value);
    }

    private static object Get(IMessage message, string field) => message.Descriptor.FindFieldByName(field).Accessor.GetValue(message);
}

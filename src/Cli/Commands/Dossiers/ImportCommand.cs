using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;
using Tthc.Text;

namespace Tthc.Cli.Commands.Dossiers;

internal static class ImportCommand
{
    private const int DossiersAStream = 2_000;

    public static Command Build(Shell shell)
    {
        var file = new Argument<string>("file")
        {
            HelpName = shell.Say("tệp", "file"),
            Description = shell.Say("Tệp JSON Lines, mỗi dòng một hồ sơ (ImportedDossier dạng JSON của protobuf); - là đầu vào chuẩn.", "JSON Lines, one dossier a line (ImportedDossier as protobuf JSON); - for standard input."),
        };
        var command = new CliCommand("import", shell.Say("nhập hồ sơ kèm lịch sử từ hệ thống khác", "take over dossiers with their histories from another system"))
        {
            Details = shell.Say(
                "Mỗi hồ sơ được ghi trọn hoặc không ghi. Chạy lại cùng tệp không ghi hai lần. Cần vai trò nhập dữ liệu (mặc định data-importer).",
                "Each dossier is written whole or not at all. The same file again writes nothing twice. Needs the role of importers (data-importer unless set otherwise)."),
            Examples = ["dossier import ho-so-2025.jsonl --as chuyen-doi --agency qn-trung-tam --roles data-importer"],
        };
        command.Arguments.Add(file);
        return command.Calls(shell, async (parsed, session) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (path != "-" && !File.Exists(path))
            {
                shell.Error.WriteLine(shell.Say($"Không có tệp '{path}'.", $"There is no file '{path}'."));
                return ExitCode.Usage;
            }
            using var reader = path == "-" ? Console.In : new StreamReader(path, Encoding.UTF8);
            var run = new ImportRun(shell, session, path);
            await run.RunAsync(reader, DossiersAStream);
            return run.Finish();
        });
    }
}

/// <summary>Sends a file of histories, some thousand a stream, and tells line by line what was not taken over.</summary>
internal sealed class ImportRun(Shell shell, EngineSession session, string path)
{
    private readonly List<(int Line, ImportedDossier Dossier)> _waiting = [];
    private long _imported;
    private long _known;
    private long _refused;

    public async Task RunAsync(TextReader reader, int dossiersAStream)
    {
        for (var number = 1; await reader.ReadLineAsync(session.Cancellation) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Read(number, line) is { } dossier)
                _waiting.Add((number, dossier));
            if (_waiting.Count == dossiersAStream)
                await SendAsync();
        }
        if (_waiting.Count > 0)
            await SendAsync();
        if (shell.Surroundings.ErrorIsTerminal)
            shell.Error.WriteLine();
    }

    public int Finish()
    {
        shell.Output.WriteLine(shell.Say(
            string.Create(CultureInfo.InvariantCulture, $"Đã nhập {_imported}, có từ trước {_known}, không nhập {_refused}."),
            string.Create(CultureInfo.InvariantCulture, $"Imported {_imported}, there before {_known}, not taken over {_refused}.")));
        return _refused == 0 ? ExitCode.Ok : ExitCode.Refused;
    }

    private ImportedDossier? Read(int number, string line)
    {
        try
        {
            var dossier = JsonParser.Default.Parse<ImportedDossier>(line);
            // The same line again is the same request.
            if (dossier.RequestId.Length == 0)
                dossier.RequestId = "line-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)))[..32];
            return dossier;
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException)
        {
            Refuse(number, "", e.Message);
            return null;
        }
    }

    private async Task SendAsync()
    {
        using var call = session.Dossiers.ImportDossiers(session.Stream);
        foreach (var (_, dossier) in _waiting)
            await call.RequestStream.WriteAsync(new ImportDossiersRequest { Dossier = dossier }, session.Cancellation);
        await call.RequestStream.CompleteAsync();
        var response = await call.ResponseAsync;
        (_imported, _known) = (_imported + response.Imported, _known + response.Known);
        foreach (var failure in response.Failures)
            Refuse(_waiting[(int)failure.Index].Line, $"{failure.Code} [{failure.Act}] ", MessageOf(failure.Error));
        _refused += response.Refused - response.Failures.Count;
        _waiting.Clear();
        if (shell.Surroundings.ErrorIsTerminal)
            await shell.Error.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"\r{_imported + _known + _refused:N0}   "));
    }

    private void Refuse(int line, string what, string message)
    {
        _refused++;
        shell.Error.WriteLine(VisibleText.Of(string.Create(CultureInfo.InvariantCulture, $"{path}:{line}: {what}{message}"), 2000));
    }

    private string MessageOf(Google.Rpc.Status status)
    {
        var texts = status.Details.Where(d => d.Is(Google.Rpc.LocalizedMessage.Descriptor)).Select(d => d.Unpack<Google.Rpc.LocalizedMessage>()).ToDictionary(m => m.Locale, m => m.Message);
        return texts.TryGetValue(shell.Say("vi", "en"), out var text) ? $"{text} ({status.Message})" : status.Message;
    }
}

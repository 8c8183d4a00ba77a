using System.Text.Encodings.Web;
using System.Text.Json;
using Grpc.Core;
using Tthc.Cli.Invocation;
using Tthc.Text;

namespace Tthc.Cli.Errors;

/// <summary>Writes a failure on the error stream, for people or for machines.</summary>
internal sealed class CallFailureWriter(Shell shell)
{
    // People read this JSON too: Vietnamese stays Vietnamese.
    private static readonly JsonWriterOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(CallFailure failure, bool json)
    {
        if (json)
            shell.Error.WriteLine(ToJson(failure));
        else
            WriteText(failure, shell.Error);
    }

    private void WriteText(CallFailure failure, TextWriter to)
    {
        var (first, second) = shell.Words.IsVietnamese ? (failure.Vietnamese, failure.English) : (failure.English, failure.Vietnamese);
        var name = failure.Reason.Length > 0 ? failure.Reason : CodeName(failure.Code);
        to.WriteLine($"{shell.Say("Không thực hiện được", "Not done")} [{VisibleText.Of(name)}]: {VisibleText.Of(first, 2000)}");
        if (!string.Equals(first, second, StringComparison.Ordinal))
            to.WriteLine($"  {VisibleText.Of(second, 2000)}");
        foreach (var violation in failure.Violations)
            to.WriteLine($"  - {VisibleText.Of(violation.Field)}: {VisibleText.Of(violation.Description, 500)}{Id(violation.Reason)}");
        foreach (var one in failure.Diagnostics)
            to.WriteLine(VisibleText.Of($"  - {one.Path}:{one.Line}:{one.Column}: {one.Severity} {one.Id}: {shell.Say(one.MessageVi, one.MessageEn)}", 2000));
        to.WriteLine($"  {shell.Say("Làm tiếp", "Next")}: {VisibleText.Of(NextStep.Of(failure, shell.Words), 500)}");
        to.WriteLine($"  {shell.Say("Mã lời gọi", "Request id")}: {failure.RequestId}");
    }

    private static string Id(string reason) => reason.Length > 0 ? $" [{VisibleText.Of(reason)}]" : "";

    private string ToJson(CallFailure failure)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_readable))
        {
            json.WriteStartObject();
            json.WriteString("code", CodeName(failure.Code));
            json.WriteString("reason", failure.Reason);
            json.WriteString("messageVi", failure.Vietnamese);
            json.WriteString("messageEn", failure.English);
            json.WriteStartObject("metadata");
            foreach (var (key, value) in failure.Facts)
                json.WriteString(key, value);
            json.WriteEndObject();
            json.WriteStartArray("fieldViolations");
            foreach (var violation in failure.Violations)
            {
                json.WriteStartObject();
                json.WriteString("field", violation.Field);
                json.WriteString("description", violation.Description);
                json.WriteString("reason", violation.Reason);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("nextStep", NextStep.Of(failure, shell.Words));
            json.WriteString("requestId", failure.RequestId);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The name as the gRPC specification writes it.</summary>
    private static string CodeName(StatusCode code) =>
        string.Concat(code.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));
}

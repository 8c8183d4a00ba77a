using System.CommandLine;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

/// <summary>What an applicant hands in.</summary>
internal sealed class IntakeOptions(Shell shell, bool procedureRequired)
{
    public Option<string> Procedure { get; } = procedureRequired
        ? shell.Required("--procedure", ("mã", "code"), "Mã thủ tục.", "Procedure code.")
        : shell.Text("--procedure", ("mã", "code"), "Mã thủ tục; bắt buộc khi không tiếp nhận hồ sơ đã nộp trực tuyến.", "Procedure code; required unless an online filing is accepted.");

    public Option<string> Case { get; } = shell.Text("--case", ("khoá", "key"), "Trường hợp của thủ tục; bỏ trống: trường hợp thường.", "Case of the procedure; left out: the ordinary one.");

    public Option<string> Agency { get; } = shell.Text("--receiving-agency", ("mã", "id"), "Nơi tiếp nhận; bỏ trống: cơ quan của người thực hiện.", "Receiving agency; left out: that of the one who acts.");

    public Option<string> Subject { get; } = shell.Text("--subject", ("lời văn", "words"), "Trích yếu.", "Abstract.");

    public Option<DossierPaper[]> Papers { get; } = Input.Papers.Option(shell);

    public Option<FactValue[]> Facts { get; } = CaseFacts.Option(shell);

    public PartyOptions Applicant { get; } = new(shell, "applicant", "người nộp", "applicant");

    public PartyOptions Owner { get; } = new(shell, "owner", "chủ hồ sơ", "owner");

    public IEnumerable<Option> All => [Procedure, Case, Agency, Subject, Papers, Facts, .. Applicant.All, .. Owner.All];
}

using System.CommandLine;
using Tthc.Cli.Input;

namespace Tthc.Cli.Invocation;

/// <summary>Options that every command understands.</summary>
internal sealed class GlobalOptions
{
    public const string DefaultServer = "http://127.0.0.1:5080";

    public GlobalOptions(Words words)
    {
        Server = Recursive(words, "--server", "URL", $"Địa chỉ engine. Mặc định {DefaultServer}; biến TTHC_SERVER.", $"Address of the engine. Default {DefaultServer}; variable TTHC_SERVER.");
        Actor = Recursive(words, "--as", words.Say("mã", "id"), "Người thực hiện (định danh công chức); biến TTHC_ACTOR.", "Who acts (identifier of the officer); variable TTHC_ACTOR.");
        Agency = Recursive(words, "--agency", words.Say("mã", "id"), "Cơ quan của người thực hiện; biến TTHC_AGENCY.", "Agency of the one who acts; variable TTHC_AGENCY.");
        Unit = Recursive(words, "--unit", words.Say("mã", "id"), "Bộ phận của người thực hiện; biến TTHC_UNIT.", "Unit of the one who acts; variable TTHC_UNIT.");
        Roles = Recursive(words, "--roles", "a,b", "Vai trò của người thực hiện, cách nhau dấu phẩy; biến TTHC_ROLES.", "Roles of the one who acts, separated by commas; variable TTHC_ROLES.");
        Json = new("--json")
        {
            Description = words.Say("In JSON cho máy đọc (JSON của protobuf; danh sách: mỗi dòng một đối tượng).", "Print JSON for machines (protobuf JSON; lists: one object a line)."),
            Recursive = true,
        };
        Language = Recursive(words, "--lang", "vi|en", "Ngôn ngữ hiển thị. Mặc định vi; biến TTHC_LANG.", "Language shown. Default vi; variable TTHC_LANG.");
        Language.CompletionSources.Add("vi", "en");
        Language.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not (null or "vi" or "en"))
                result.AddError(words.Say("--lang: chọn vi hoặc en.", "--lang: choose vi or en."));
        });
        NoColor = new("--no-color") { Description = words.Say("Không dùng màu; biến NO_COLOR.", "No colour; variable NO_COLOR."), Recursive = true };
        Timeout = new("--timeout")
        {
            HelpName = words.Say("giây", "seconds"),
            Description = words.Say("Chờ trả lời tối đa bao lâu. Mặc định 30.", "How long to wait for the reply. Default 30."),
            Recursive = true,
        };
        Timeout.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is <= 0 or > 86_400)
                result.AddError(words.Say("--timeout: từ 1 đến 86400 giây.", "--timeout: from 1 to 86400 seconds."));
        });
        RequestId = Recursive(words, "--request-id", words.Say("mã", "id"), "Mã lời gọi: gọi lại cùng mã thì nhận lại đúng kết quả cũ. Mặc định một mã mới, in ra khi hỏng.", "Identifier of the call: repeated, the first reply comes back. Default a new one, printed on failure.");
        RequestId.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } id && (id.Length is 0 or > 64 || !Ascii.IsPrintable(id)))
                result.AddError(words.Say("--request-id: 1 đến 64 ký tự ASCII.", "--request-id: 1 to 64 ASCII characters."));
        });
    }

    public Option<string> Server { get; }

    public Option<string> Actor { get; }

    public Option<string> Agency { get; }

    public Option<string> Unit { get; }

    public Option<string> Roles { get; }

    public Option<bool> Json { get; }

    public Option<string> Language { get; }

    public Option<bool> NoColor { get; }

    public Option<int?> Timeout { get; }

    public Option<string> RequestId { get; }

    public IReadOnlyList<Option> All => [Server, Actor, Agency, Unit, Roles, Json, Language, NoColor, Timeout, RequestId];

    private static Option<string> Recursive(Words words, string name, string helpName, string vietnamese, string english) =>
        new(name) { HelpName = helpName, Description = words.Say(vietnamese, english), Recursive = true };
}

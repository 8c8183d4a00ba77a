using System.CommandLine;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Input;

/// <summary>A person or organisation given by options that share a prefix.</summary>
internal sealed class PartyOptions
{
    private readonly Option<string> _name;
    private readonly Option<string> _id;
    private readonly Option<string> _address;
    private readonly Option<string> _phone;
    private readonly Option<string> _email;
    private readonly Option<bool> _organisation;

    public PartyOptions(Shell shell, string prefix, string vietnamese, string english)
    {
        var (vi, en) = (vietnamese, english);
        _name = shell.Text($"--{prefix}", ("họ tên", "name"), $"Họ tên {vi}.", $"Full name of the {en}.");
        _id = shell.Text($"--{prefix}-id", ("số", "number"), $"Số định danh, hộ chiếu hoặc mã số thuế của {vi}.", $"Identity number, passport or tax code of the {en}.");
        _address = shell.Text($"--{prefix}-address", ("địa chỉ", "address"), $"Địa chỉ của {vi}.", $"Address of the {en}.");
        _phone = shell.Text($"--{prefix}-phone", ("số", "number"), $"Điện thoại của {vi}.", $"Telephone of the {en}.");
        _email = shell.Text($"--{prefix}-email", ("thư", "mail"), $"Thư điện tử của {vi}.", $"E-mail of the {en}.");
        _organisation = new($"--{prefix}-is-organisation") { Description = shell.Say($"{char.ToUpperInvariant(vi[0])}{vi[1..]} là tổ chức.", $"The {en} is an organisation.") };
    }

    public IEnumerable<Option> All => [_name, _id, _address, _phone, _email, _organisation];

    /// <summary>Null when no name was given: whether it may be missing is the engine's to say.</summary>
    public Party? Read(ParseResult parsed) => parsed.GetValue(_name) is not { } name
        ? null
        : new Party
        {
            Name = name,
            IdNumber = parsed.GetValue(_id) ?? "",
            Address = parsed.GetValue(_address) ?? "",
            Phone = parsed.GetValue(_phone) ?? "",
            Email = parsed.GetValue(_email) ?? "",
            IsOrganisation = parsed.GetValue(_organisation),
        };
}

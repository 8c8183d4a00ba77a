using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>The page docs/events.md, made from the event types and their comments.</summary>
internal sealed class EventPage
{
    private static readonly Dictionary<string, string> s_names = new()
    {
        ["submitted"] = "Nộp trực tuyến",
        ["received"] = "Tiếp nhận",
        ["declined"] = "Không tiếp nhận",
        ["step-claimed"] = "Nhận việc",
        ["step-assigned"] = "Phân công",
        ["step-advanced"] = "Chuyển bước",
        ["step-sent-back"] = "Trả lại bước trước",
        ["tacitly-consented"] = "Im lặng là đồng ý",
        ["wait-ended"] = "Hết thời gian niêm yết",
        ["child-ended"] = "Hồ sơ liên thông kết thúc",
        ["deadline-passed"] = "Qua thời hạn",
        ["supplement-requested"] = "Yêu cầu bổ sung",
        ["supplement-received"] = "Nhận bổ sung",
        ["payment-requested"] = "Thông báo nghĩa vụ tài chính",
        ["payment-confirmed"] = "Đã thực hiện nghĩa vụ tài chính",
        ["suspended"] = "Tạm dừng",
        ["resumed"] = "Tiếp tục",
        ["apology-issued"] = "Xin lỗi, hẹn lại",
        ["settled"] = "Có kết quả",
        ["returned"] = "Trả kết quả",
        ["withdrawn"] = "Rút hồ sơ",
        ["stopped"] = "Dừng giải quyết",
        ["reopened"] = "Mở lại",
        ["imported"] = "Nhập từ hệ thống khác",
        ["finding-raised"] = "Phát hiện",
        ["finding-cleared"] = "Xóa phát hiện",
        ["obligation-discharged"] = "Đã thực hiện nghĩa vụ",
    };

    private readonly Dictionary<string, XElement> _comments = XDocument.Load(Path.ChangeExtension(typeof(DossierEvent).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);

    private readonly StringBuilder _page = new();
    private readonly List<Type> _parts = [];

    public static string Write()
    {
        var page = new EventPage();
        page._page.Append("""
            # Sự kiện của hồ sơ · Events of a dossier

            Nhật ký sự kiện là hồ sơ pháp lý: chỉ thêm, không sửa. Mỗi sự kiện có lúc ghi (máy chủ) và lúc xảy ra (người làm nói); tên loại và tên trường không
            bao giờ đổi.

            *The log of events is the legal record: it is only added to. Each event bears the instant it was recorded (server) and the instant it is said to have
            happened; names of kinds and fields never change. What is empty is left out of the JSON. Instants are UTC, durations are `d.hh:mm:ss`. This page is
            made from the code and held by a test.*

            ## Chung cho mọi sự kiện · In every event


            """);
        page.Table(typeof(DossierEvent), own: false);
        foreach (var kind in EventKinds.All)
        {
            page._page.Append($"\n## `{kind}` · {s_names[kind]}\n\n{page.Summary(EventKinds.TypeOf(kind))}\n\n");
            page.Table(EventKinds.TypeOf(kind), own: true);
        }
        page._page.Append("\n# Phần dùng chung · Shared parts\n");
        for (var i = 0; i < page._parts.Count; i++)
        {
            page._page.Append($"\n## {page._parts[i].Name}\n\n{page.Summary(page._parts[i])}\n\n");
            page.Table(page._parts[i], own: true);
        }
        return page._page.ToString();
    }

    private void Table(Type type, bool own)
    {
        if (type.IsDefined(typeof(JsonPolymorphicAttribute), false))
        {
            _page.Append("| unit | field | meaning |\n|---|---|---|\n");
            foreach (var shape in type.GetCustomAttributes<JsonDerivedTypeAttribute>())
                _page.Append($"| `{shape.TypeDiscriminator}` | {string.Join(", ", Fields(shape.DerivedType, true).Select(f => $"`{Json(f)}`"))} | {Summary(shape.DerivedType)} |\n");
            return;
        }
        var fields = Fields(type, own).ToList();
        if (fields.Count == 0)
        {
            _page.Append("Không có trường riêng. *No field of its own.*\n");
            return;
        }
        _page.Append("| field | type | meaning |\n|---|---|---|\n");
        foreach (var field in fields)
            _page.Append($"| `{Json(field)}` | {Describe(field.PropertyType)} | {Meaning(type, field)} |\n");
    }

    private static IEnumerable<PropertyInfo> Fields(Type type, bool own) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | (own ? BindingFlags.DeclaredOnly : 0))
        .Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always } && p.GetIndexParameters().Length == 0 && p.CanWrite);

    private static string Json(PropertyInfo field) => JsonNamingPolicy.CamelCase.ConvertName(field.Name);

    private string Describe(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Describe(inner);
        if (type.IsGenericType)
            return $"list of {Describe(type.GenericTypeArguments[0])}";
        if (type.IsEnum)
            return string.Join(" · ", Enum.GetNames(type).Where(n => n != "None").Select(n => $"`{n}`"));
        if (type.Namespace?.StartsWith("Tthc", StringComparison.Ordinal) != true)
            return type.Name switch { "DateTimeOffset" => "instant", "DateOnly" => "date", "TimeOnly" => "time of day", "TimeSpan" => "duration", "Boolean" => "true", "String" => "text", _ => "number" };
        if (!_parts.Contains(type))
            _parts.Add(type);
        return $"[{type.Name}](#{type.Name.ToLowerInvariant()})";
    }

    private string Meaning(Type type, PropertyInfo field)
    {
        var ofProperty = _comments.GetValueOrDefault($"P:{Name(type)}.{field.Name}")?.Element("summary");
        var ofParameter = _comments.GetValueOrDefault($"T:{Name(type)}")?.Elements("param").FirstOrDefault(p => p.Attribute("name")!.Value == field.Name);
        var text = Plain(ofProperty ?? ofParameter);
        Assert.True(text.Length > 0, $"{type.Name}.{field.Name} has no comment");
        return text;
    }

    private string Summary(Type type) => Plain(_comments[$"T:{Name(type)}"].Element("summary"));

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static string Plain(XElement? element)
    {
        if (element is null)
            return "";
        var text = string.Concat(element.Nodes().Select(n => n is XElement { } e ? e.Attribute("cref")?.Value.Split('.')[^1] ?? e.Attribute("name")?.Value ?? e.Value : n.ToString()));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);
    }
}

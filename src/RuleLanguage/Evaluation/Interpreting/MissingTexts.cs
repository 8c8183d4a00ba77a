using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Tthc.RuleLanguage.Checking;
using Tthc.Text;

namespace Tthc.RuleLanguage.Evaluation.Interpreting;

/// <summary>Words for the reasons why a value is missing.</summary>
internal static class MissingTexts
{
    private static readonly FrozenDictionary<MissingKind, BilingualText> s_texts = new Dictionary<MissingKind, BilingualText>
    {
        [MissingKind.MissingFact] = new("thiếu một dữ kiện", "a fact is missing"),
        [MissingKind.NullWritten] = new("giá trị viết là null", "the value is written as null"),
        [MissingKind.DividedByZero] = new("chia cho 0", "division by zero"),
        [MissingKind.Overflow] = new("kết quả vượt phạm vi của kiểu số hoặc kiểu ngày", "the result is beyond what its type holds"),
        [MissingKind.OutOfBounds] = new("vị trí nằm ngoài danh sách hoặc văn bản", "the index is outside the list or text"),
        [MissingKind.BadText] = new("giá trị không đọc được theo kiểu cần dùng", "the value cannot be read as the type wanted"),
        [MissingKind.NoElement] = new("danh sách không có phần tử được hỏi", "the list has no such element"),
        [MissingKind.SeveralElements] = new("danh sách có nhiều hơn một phần tử", "the list has more than one element"),
        [MissingKind.NoResult] = new("hàm không cho kết quả với các giá trị này", "the function has no result for these values"),
        [MissingKind.Budget] = new("danh sách dài hơn mức một lần đánh giá được xem", "the lists are longer than one evaluation may look at"),
        [MissingKind.TooLong] = new("văn bản tạo ra dài quá mức cho phép", "the text made is longer than allowed"),
    }.ToFrozenDictionary();

    /// <summary>Facts are missing often, each for the same reason.</summary>
    private static readonly ConditionalWeakTable<BoundMember, MissingReason> s_facts = [];

    public static MissingReason Of(MissingKind kind, TextSpan span) => new(kind, span, s_texts[kind]);

    /// <summary>A fact that is not there, called by its path.</summary>
    public static MissingReason Fact(BoundMember member) => s_facts.GetValue(member, Describe);

    private static MissingReason Describe(BoundMember member)
    {
        var (path, about) = (PathOf(member), member.Member.Description);
        return new MissingReason(MissingKind.MissingFact, member.Span, new BilingualText(
            $"chưa có {path} ({about.Vietnamese})", $"{path} ({about.English}) is missing"));
    }

    /// <summary>A function that could not tell.</summary>
    public static MissingReason Call(BoundCall call)
    {
        var (name, about) = (call.Function.Name, call.Function.Description);
        return new MissingReason(MissingKind.NoResult, call.Span, new BilingualText(
            $"hàm {name} ({about.Vietnamese}) không cho kết quả với các giá trị này", $"the function {name} ({about.English}) has no result for these values"));
    }

    /// <summary>A variable that stands for nothing.</summary>
    public static MissingReason Variable(BoundVariable variable) => new(MissingKind.MissingFact, variable.Span, new BilingualText(
        $"chưa có {variable.Variable.Name}", $"{variable.Variable.Name} is missing"));

    private static string PathOf(BoundMember member) => member.Receiver switch
    {
        BoundMember outer => $"{PathOf(outer)}.{member.Member.Name}",
        BoundVariable variable => $"{variable.Variable.Name}.{member.Member.Name}",
        _ => member.Member.Name,
    };
}

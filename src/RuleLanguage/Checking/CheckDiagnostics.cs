using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.RuleLanguage.Checking;

/// <summary>What can be wrong with an expression that is well written.</summary>
public static class CheckDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownName = new("RULE-100", Error,
        "không có tên \"{0}\"; ở đây dùng được: {1}", "there is no name \"{0}\"; known here: {1}");

    public static readonly DiagnosticDescriptor UnknownMember = new("RULE-101", Error,
        "{0} không có thành phần \"{1}\"; có: {2}", "{0} has no member \"{1}\"; it has: {2}");

    public static readonly DiagnosticDescriptor MissingFact = new("RULE-102", Warning,
        "dữ liệu mẫu của {0} không có \"{1}\": được coi là thiếu dữ kiện", "the data of {0} have no \"{1}\": it is taken for a missing fact");

    public static readonly DiagnosticDescriptor NameCase = new("RULE-103", Info,
        "\"{0}\" được hiểu là \"{1}\"; nên viết đúng chữ hoa, chữ thường", "\"{0}\" is read as \"{1}\"; better write it with that case");

    public static readonly DiagnosticDescriptor AmbiguousName = new("RULE-104", Warning,
        "\"{0}\" được hiểu là tên đã đặt bên ngoài, không phải thành phần cùng tên của {1}; muốn lấy thành phần, viết it.{0}",
        "\"{0}\" is read as the name known outside, not as the member of {1}; write it.{0} for the member");

    public static readonly DiagnosticDescriptor NotAValue = new("RULE-105", Error,
        "{0} không phải là giá trị", "{0} is not a value");

    public static readonly DiagnosticDescriptor NoElementHere = new("RULE-106", Error,
        "\"{0}\" chỉ dùng bên trong truy vấn trên danh sách, ví dụ steps.Any({0}.IsLate)", "\"{0}\" is known inside a query over a list only, such as steps.Any({0}.IsLate)");

    public static readonly DiagnosticDescriptor UnknownFunction = new("RULE-107", Error,
        "không có hàm \"{0}\"; dùng được: {1}", "there is no function \"{0}\"; known: {1}");

    public static readonly DiagnosticDescriptor UnknownMethod = new("RULE-108", Error,
        "{0} không có hàm \"{1}\"; có: {2}", "{0} has no function \"{1}\"; it has: {2}");

    public static readonly DiagnosticDescriptor Forbidden = new("RULE-109", Error,
        "\"{0}\" không dùng được trong quy tắc: {1}", "\"{0}\" cannot be used in a rule: {1}");

    public static readonly DiagnosticDescriptor WrongOperands = new("RULE-110", Error,
        "phép toán {0} không làm việc với {1} và {2}", "the operator {0} does not work on {1} and {2}");

    public static readonly DiagnosticDescriptor WrongOperand = new("RULE-111", Error,
        "phép toán {0} không làm việc với {1}", "the operator {0} does not work on {1}");

    public static readonly DiagnosticDescriptor TextDoesNotFit = new("RULE-112", Error,
        "\"{0}\" không đọc được thành {1}: {2}", "\"{0}\" cannot be read as {1}: {2}");

    public static readonly DiagnosticDescriptor TextVariable = new("RULE-113", Error,
        "không so sánh, tính toán được một chuỗi ký tự với {0}; hãy chuyển kiểu rõ ràng, ví dụ {1}", "a text cannot be compared or reckoned with {0}; convert it openly, such as {1}");

    public static readonly DiagnosticDescriptor DecimalWithDouble = new("RULE-114", Error,
        "không trộn decimal với {0}: chọn một kiểu, ví dụ decimal(x)", "decimal and {0} do not mix: choose one of them, such as decimal(x)");

    public static readonly DiagnosticDescriptor NotACondition = new("RULE-115", Error,
        "cần một điều kiện (bool), lại gặp {0}", "a condition (bool) is needed, {0} was found");

    public static readonly DiagnosticDescriptor WrongResult = new("RULE-116", Error,
        "biểu thức phải cho {0}, lại cho {1}", "the expression must give {0}, it gives {1}");

    public static readonly DiagnosticDescriptor NullOperand = new("RULE-117", Error,
        "null chỉ dùng với == và !=, không dùng với {0}", "null goes with == and != only, not with {0}");

    public static readonly DiagnosticDescriptor NoOrder = new("RULE-118", Error,
        "{0} không có thứ tự lớn bé", "values of {0} have no order");

    public static readonly DiagnosticDescriptor NoCommonType = new("RULE-119", Error,
        "{0} và {1} không cùng một kiểu", "{0} and {1} have no type in common");

    public static readonly DiagnosticDescriptor UnitsDiffer = new("RULE-120", Error,
        "{0} và {1} là hai đơn vị khác nhau, không cộng, trừ, so sánh với nhau được", "{0} and {1} are different units; they cannot be added, subtracted or compared");

    public static readonly DiagnosticDescriptor UnitWithDuration = new("RULE-121", Error,
        "{0} không phải thời gian theo đồng hồ (TimeSpan): phút làm việc chỉ tính trong giờ làm việc, còn TimeSpan tính cả đêm và ngày nghỉ",
        "{0} are not time on the wall clock (TimeSpan): working time runs in office hours only, a TimeSpan runs through nights and holidays too");

    public static readonly DiagnosticDescriptor NoUnit = new("RULE-122", Error,
        "{0} {1} {2} không có đơn vị nào gọi tên được", "there is no unit for {0} {1} {2}");

    public static readonly DiagnosticDescriptor PlainNumber = new("RULE-123", Warning,
        "số này không ghi đơn vị, được coi là {0}", "this number has no unit and is taken for {0}");

    public static readonly DiagnosticDescriptor NeverMissing = new("RULE-130", Warning,
        "giá trị này không bao giờ thiếu: so với null luôn là {0}", "this value is never missing: the comparison with null is always {0}");

    public static readonly DiagnosticDescriptor UselessFallback = new("RULE-131", Warning,
        "giá trị này không bao giờ thiếu: giá trị thay thế không bao giờ được dùng", "this value is never missing: the fallback is never used");

    public static readonly DiagnosticDescriptor ConstantCondition = new("RULE-132", Warning,
        "điều kiện này luôn là {0}: {1}", "this condition is always {0}: {1}");

    public static readonly DiagnosticDescriptor SameOperands = new("RULE-133", Warning,
        "hai vế giống hệt nhau", "both sides are the same");

    public static readonly DiagnosticDescriptor DuplicateCandidate = new("RULE-134", Warning,
        "giá trị này đã có trong danh sách", "this value is in the list already");

    public static readonly DiagnosticDescriptor TextOrder = new("RULE-135", Info,
        "chuỗi được xếp theo mã ký tự, không theo bảng chữ cái tiếng Việt: \"B\" đứng trước \"a\", \"Z\" đứng trước \"Đ\"",
        "texts are ordered by character code, not by an alphabet: \"B\" comes before \"a\", \"Z\" before \"Đ\"");

    public static readonly DiagnosticDescriptor DivisionByZero = new("RULE-136", Error,
        "chia cho 0", "division by zero");

    public static readonly DiagnosticDescriptor TooLarge = new("RULE-137", Error,
        "kết quả vượt quá phạm vi của {0}", "the result is beyond what {0} can hold");

    public static readonly DiagnosticDescriptor NoValue = new("RULE-138", Error,
        "{0} không có giá trị nào với các đối số này", "{0} has no value for these arguments");

    public static readonly DiagnosticDescriptor ArgumentCount = new("RULE-140", Error,
        "{0} không nhận {1} đối số; cách gọi: {2}", "{0} does not take {1} arguments; it is called as {2}");

    public static readonly DiagnosticDescriptor WrongArgument = new("RULE-141", Error,
        "đối số {0} của {1} cần {2}, lại gặp {3}", "argument {0} of {1} needs {2}, {3} was found");

    public static readonly DiagnosticDescriptor NoOverload = new("RULE-142", Error,
        "{0} không nhận ({1}); cách gọi: {2}", "{0} does not take ({1}); it is called as {2}");

    public static readonly DiagnosticDescriptor LiteralNeeded = new("RULE-143", Error,
        "{0} cần một hằng ghi thẳng trong quy tắc: {1}", "{0} needs a constant written in the rule: {1}");

    public static readonly DiagnosticDescriptor UnknownType = new("RULE-144", Error,
        "không có kiểu \"{0}\"; dùng được: {1}", "there is no type \"{0}\"; known: {1}");

    public static readonly DiagnosticDescriptor BadFormat = new("RULE-145", Error,
        "mẫu định dạng \"{0}\" không dùng được: {1}", "the format \"{0}\" cannot be used: {1}");

    public static readonly DiagnosticDescriptor LambdaNotHere = new("RULE-146", Error,
        "biểu thức => chỉ đứng làm đối số của truy vấn trên danh sách", "a => expression stands as the argument of a query over a list only");

    public static readonly DiagnosticDescriptor LambdaParameters = new("RULE-147", Error,
        "biểu thức => của {0} có đúng một tham số, ví dụ q => q.IsLate", "the => expression of {0} has exactly one parameter, such as q => q.IsLate");

    public static readonly DiagnosticDescriptor WrongElements = new("RULE-148", Error,
        "{0} cần {1}, lại gặp {2}", "{0} needs {1}, {2} was found");

    public static readonly DiagnosticDescriptor NotIndexable = new("RULE-149", Error,
        "không lấy phần tử [{0}] của {1}", "{1} has no element [{0}]");

    public static readonly DiagnosticDescriptor NotOrdered = new("RULE-151", Error,
        "{0} phải đứng ngay sau OrderBy hoặc OrderByDescending", "{0} must follow OrderBy or OrderByDescending");

    public static readonly DiagnosticDescriptor EmptyList = new("RULE-152", Error,
        "không biết kiểu của danh sách rỗng; viết rõ, ví dụ new int[] {}", "the type of an empty list is not known; write it, such as new int[] {}");

    public static readonly DiagnosticDescriptor BadConversion = new("RULE-153", Error,
        "không đổi được {0} thành {1}", "{0} cannot be converted to {1}");
}

using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.Workflows.Procedures.Conditions;

/// <summary>What can be wrong with the facts of the case and with what depends on them; what is wrong inside an expression the rule language says.</summary>
public static class ConditionDiagnostics
{
    public static readonly DiagnosticDescriptor BadFactName = new("PROC-091", Error,
        "tên dữ kiện \"{0}\" phải viết liền, chữ đầu hoa, chỉ chữ cái không dấu và số, ví dụ \"NeedsVerification\"",
        "the fact \"{0}\" needs a name in one word with a capital first, unaccented letters and digits, such as \"NeedsVerification\"");

    public static readonly DiagnosticDescriptor MissingElse = new("PROC-092", Error,
        "thiếu { \"else\": … } ở cuối: mọi trường hợp còn lại thì sao", "{ \"else\": … } is missing at the end: what holds in all other cases");

    public static readonly DiagnosticDescriptor ElseNotLast = new("PROC-093", Error,
        "\"else\" phải đứng cuối: những gì sau nó không bao giờ được xét", "\"else\" comes last: what stands after it is never looked at");

    public static readonly DiagnosticDescriptor AlternativeShape = new("PROC-094", Error,
        "mỗi lựa chọn là { \"when\": điều kiện, \"{0}\": … } hoặc { \"else\": … }", "each alternative is { \"when\": condition, \"{0}\": … } or { \"else\": … }");

    public static readonly DiagnosticDescriptor ConstantCondition = new("PROC-095", Warning,
        "điều kiện này {0} với mọi hồ sơ", "this condition is {0} for every dossier");

    public static readonly DiagnosticDescriptor ElseOfParallel = new("PROC-096", Error,
        "bước song song \"{0}\": cần \"else\" khi mọi nhánh đều có \"when\" (có thể không nhánh nào mở), và chỉ khi đó",
        "the parallel \"{0}\" needs \"else\" when every branch has a \"when\" (none may open), and only then");

    public static readonly DiagnosticDescriptor EveryActionGuarded = new("PROC-097", Error,
        "mọi hành động của bước \"{0}\" đều có \"when\" nên có thể không còn đường ra; bỏ \"when\" ở một hành động hoặc dùng \"then\" có \"else\"",
        "every action of the step \"{0}\" has a \"when\", so there may be no way out; leave one without, or use \"then\" with an \"else\"");

    public static readonly DiagnosticDescriptor CommitmentElsewhere = new("PROC-098", Error,
        "thời hạn tính theo dữ kiện thì \"commitment\" ghi trong từng lựa chọn của \"limit\"", "with a limit that depends on facts, \"commitment\" stands in each alternative of \"limit\"");

    public static readonly DiagnosticDescriptor MissingWhenAutomatic = new("PROC-099", Warning,
        "từ \"{0}\" hồ sơ tự đi tiếp, không ai bổ sung được dữ kiện {1}; nếu lúc đó chưa có thì đi theo \"else\"",
        "from \"{0}\" the dossier goes on by itself and nobody can give {1}; where it is missing then, \"else\" is taken");
}

using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.RuleLanguage.RuleSets.Tables;

/// <summary>What can be wrong with a decision table.</summary>
public static class TableDiagnostics
{
    public static readonly DiagnosticDescriptor Empty = new("RULE-320", Error,
        "bảng \"{0}\" cần ít nhất một cột Inputs và một dòng Rows", "the table \"{0}\" needs at least one of Inputs and one of Rows");

    public static readonly DiagnosticDescriptor CellCount = new("RULE-321", Error,
        "dòng có {0} ô điều kiện, bảng có {1} cột Inputs", "the row has {0} conditions, the table has {1} Inputs");

    public static readonly DiagnosticDescriptor OutputCount = new("RULE-322", Error,
        "mỗi dòng của bảng cho giá trị cần đúng một ô Then, dòng này có {0}", "every row of a table that gives a value needs exactly one Then, this one has {0}");

    public static readonly DiagnosticDescriptor Cell = new("RULE-323", Error,
        "không hiểu ô \"{0}\"; viết một giá trị, > 5, 1..10, in (…), not in (…) hoặc -", "the cell \"{0}\" means nothing; write a value, > 5, 1..10, in (…), not in (…) or -");

    public static readonly DiagnosticDescriptor OutputTypes = new("RULE-324", Error,
        "ô này thuộc kiểu {0}, các dòng khác cho kiểu {1}", "this cell is of type {0}, other rows give {1}");

    public static readonly DiagnosticDescriptor NotANumber = new("RULE-325", Error,
        "HitPolicy này cần giá trị là số, ô này thuộc kiểu {0}", "this HitPolicy needs numbers, this cell is of type {0}");

    public static readonly DiagnosticDescriptor OutputsUnused = new("RULE-326", Warning,
        "bảng làm điều kiện của quy tắc không dùng Then", "a table that is the condition of a rule does not use Then");

    public static readonly DiagnosticDescriptor Overlap = new("RULE-327", Error,
        "dòng {0} và dòng {1} cùng áp dụng khi {2}, mà bảng là unique", "rows {0} and {1} both apply when {2}, and the table is unique");

    public static readonly DiagnosticDescriptor Gap = new("RULE-328", Warning,
        "không dòng nào áp dụng khi {0}", "no row applies when {0}");

    public static readonly DiagnosticDescriptor Unreachable = new("RULE-329", Warning,
        "dòng {0} không bao giờ được dùng: các dòng trước đã gồm mọi trường hợp của nó", "row {0} is never used: the rows before it take every case of it");
}

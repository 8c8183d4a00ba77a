using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.Workflows.Procedures.Compiling;

/// <summary>What can be wrong when the steps of a procedure are put together: names, branches, joins.</summary>
public static class FlowDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownStep = new("PROC-030", Error,
        "không có bước nào tên \"{0}\"", "there is no step \"{0}\"");

    public static readonly DiagnosticDescriptor UnknownPaper = new("PROC-031", Error,
        "\"papers\" không có giấy tờ \"{0}\"", "there is no paper \"{0}\" under \"papers\"");

    public static readonly DiagnosticDescriptor UnknownResult = new("PROC-032", Error,
        "\"results\" không có kết quả \"{0}\"", "there is no result \"{0}\" under \"results\"");

    public static readonly DiagnosticDescriptor UnknownCase = new("PROC-033", Error,
        "\"cases\" không có trường hợp \"{0}\"", "there is no case \"{0}\" under \"cases\"");

    public static readonly DiagnosticDescriptor UnknownPhase = new("PROC-034", Error,
        "\"phases\" không có giai đoạn \"{0}\"", "there is no phase \"{0}\" under \"phases\"");

    public static readonly DiagnosticDescriptor FirstStep = new("PROC-035", Error,
        "bước đầu tiên \"{0}\" tiếp nhận hồ sơ nên phải là việc của người (\"by\") tại nơi tiếp nhận (\"receiving\")",
        "the first step \"{0}\" receives the dossier, so it must be a person's work (\"by\") at the receiving agency (\"receiving\")");

    public static readonly DiagnosticDescriptor EndWithoutAct = new("PROC-036", Error,
        "bước \"{0}\" đi đến \"end\" nhưng không kết thúc hồ sơ; cần \"act\": \"return\" hoặc \"act\": \"refuse\"",
        "the step \"{0}\" leads to \"end\" but does not end the dossier; it needs \"act\": \"return\" or \"act\": \"refuse\"");

    public static readonly DiagnosticDescriptor ActInBranch = new("PROC-037", Error,
        "bước \"{0}\" nằm trong nhánh \"{1}\" nên không được ghi kết quả hay kết thúc hồ sơ; việc đó làm sau khi hợp nhánh",
        "the step \"{0}\" stands in the branch \"{1}\", so it cannot record the result or end the dossier; that is done after the join");

    public static readonly DiagnosticDescriptor LeavesBranch = new("PROC-038", Error,
        "bước \"{0}\" ở {1} không đi thẳng sang \"{2}\" ở {3} được: nhánh chỉ ra ngoài qua bước hợp nhánh",
        "the step \"{0}\", {1}, cannot lead to \"{2}\", {3}: a branch is left through its join only");

    public static readonly DiagnosticDescriptor WrongJoin = new("PROC-039", Error,
        "bước hợp nhánh \"{0}\" đóng \"{1}\" nhưng bước \"{2}\" không nằm trong nhánh nào của \"{1}\"",
        "the join \"{0}\" closes \"{1}\", but the step \"{2}\" stands in no branch of it");

    public static readonly DiagnosticDescriptor JoinWithoutFork = new("PROC-040", Error,
        "bước hợp nhánh \"{0}\" cần tên một bước song song ở \"of\"; \"{1}\" không phải",
        "the join \"{0}\" needs a parallel step in \"of\"; \"{1}\" is none");

    public static readonly DiagnosticDescriptor ForkWithoutJoin = new("PROC-041", Error,
        "bước song song \"{0}\" có nhánh dài nên cần một bước hợp nhánh: { \"join\": \"all\", \"of\": \"{0}\", \"then\": … }",
        "the parallel \"{0}\" has longer branches, so it needs a join: { \"join\": \"all\", \"of\": \"{0}\", \"then\": … }");

    public static readonly DiagnosticDescriptor ForkWithoutThen = new("PROC-042", Error,
        "bước song song \"{0}\" thiếu \"then\": xong các nhánh thì đi đâu",
        "the parallel \"{0}\" lacks \"then\": where it goes when the branches are done");

    public static readonly DiagnosticDescriptor JoinedTwice = new("PROC-043", Error,
        "bước song song \"{0}\" được hợp ở hai chỗ; chỉ giữ một: \"join\"/\"then\" của chính nó hoặc một bước hợp nhánh",
        "the parallel \"{0}\" is joined in two places; keep one: its own \"join\"/\"then\" or one join step");

    public static readonly DiagnosticDescriptor JoinTooLarge = new("PROC-044", Error,
        "cần xong {0} nhánh nhưng \"{1}\" chỉ có {2} nhánh", "{0} branches must be done, but \"{1}\" has {2}");

    public static readonly DiagnosticDescriptor ConsentWithoutLimit = new("PROC-045", Error,
        "lấy ý kiến \"{0}\" coi im lặng là đồng ý thì phải có thời hạn trả lời",
        "the consultation \"{0}\" takes silence for consent, so it needs a time limit");

    public static readonly DiagnosticDescriptor BadWithin = new("PROC-046", Error,
        "bước \"{0}\" không dùng chung thời gian với \"{1}\" được: phải là bước việc khác, cùng nhánh, có \"limit\" riêng",
        "the step \"{0}\" cannot share the time of \"{1}\": that must be another person's step of the same branch with a \"limit\" of its own");

    public static readonly DiagnosticDescriptor BadSendBack = new("PROC-047", Error,
        "bước \"{0}\" không trả lại cho \"{1}\" được: chỉ trả lại cho bước việc đứng trước, trong cùng nhánh",
        "the step \"{0}\" cannot send back to \"{1}\": it goes to an earlier person's step of the same branch only");

    public static readonly DiagnosticDescriptor SendBackToChosen = new("PROC-048", Error,
        "không trả lại cho \"{0}\" được: nơi làm bước đó do người chuyển đến chọn (\"chosen\")",
        "nothing can be sent back to \"{0}\": its agency is named by whoever leads into it (\"chosen\")");

    public static readonly DiagnosticDescriptor SelectorNotHere = new("PROC-049", Error,
        "\"{0}\" không dùng được ở đây; có thể dùng: {1}", "\"{0}\" cannot be used here; possible: {1}");

    public static readonly DiagnosticDescriptor PhaseUnused = new("PROC-050", Warning,
        "không bước nào thuộc giai đoạn \"{0}\"", "no step belongs to the phase \"{0}\"");
}

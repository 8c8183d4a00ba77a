using System.Collections.Immutable;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;
using Tthc.Text;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Facts;

namespace Tthc.Workflows.Procedures.Conditions;

/// <summary>What the conditions of one procedure speak of: everything rules know of a dossier, and <c>case</c> with the facts the procedure declares.</summary>
public sealed class CaseSchema
{
    /// <summary>The name under which conditions find the facts of the case.</summary>
    public const string CaseName = "case";

    private static readonly ImmutableArray<FactMember> s_common = ComplianceFacts.Schema.Root.Members;
    private static readonly BilingualText s_description = new("Dữ kiện của hồ sơ, do thủ tục khai báo", "Facts of the case, as the procedure declares them");

    private readonly ImmutableArray<CaseFact> _declared;
    private readonly Lazy<(RecordShape Case, FactSchema Schema)> _shapes;

    /// <summary>The schema of a procedure that declares these facts; made when first needed.</summary>
    public CaseSchema(ImmutableArray<CaseFact> declared)
    {
        _declared = declared;
        _shapes = new Lazy<(RecordShape Case, FactSchema Schema)>(Make);
    }

    /// <summary>The schema, for checking expressions.</summary>
    public FactSchema Schema => _shapes.Value.Schema;

    /// <summary>No fact at all.</summary>
    internal DataRecord Empty => new(Schema.Root, new object?[Schema.Root.Members.Length]);

    /// <summary>The facts of a dossier, held as the schema says.</summary>
    public DataRecord FactsOf(Dossier dossier, FactSources sources)
    {
        var common = new ComplianceFacts(dossier, sources);
        var values = new object?[_declared.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = dossier.FactOf(_declared[i].Key) is { } text ? CaseFactText.Read(_declared[i].Type, text) : null;
        return new DataRecord(Schema.Root, [.. s_common.Select(member => member.Get(common)), new DataRecord(_shapes.Value.Case, values)]);
    }

    private (RecordShape Case, FactSchema Schema) Make()
    {
        var record = DataRecord.ShapeOf(CaseName, _declared.Select(fact => (fact.Key, TypeOf(fact.Type).AsNullable(), fact.Name)));
        var members = s_common.Select(member => (member.Name, member.Type, member.Description)).Append((CaseName, RuleType.Of(record), s_description));
        return (record, ComplianceFacts.Schema with { Root = DataRecord.ShapeOf("facts", members) });
    }

    private static RuleType TypeOf(CaseFactType type) => type switch
    {
        CaseFactType.Boolean => RuleType.Boolean,
        CaseFactType.Whole => RuleType.Int64,
        CaseFactType.Decimal => RuleType.Decimal,
        CaseFactType.Date => RuleType.Date,
        _ => RuleType.String,
    };
}

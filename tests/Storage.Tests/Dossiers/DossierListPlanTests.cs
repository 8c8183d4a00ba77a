using Tthc.Storage.Database;
using Tthc.Storage.Dossiers;
using Xunit;

namespace Tthc.Storage.Tests.Dossiers;

/// <summary>The lists that people open all day walk an index in its order instead of sorting what they find.</summary>
public sealed class DossierListPlanTests : IDisposable
{
    private readonly TestStore _test = TestStore.Sqlite();

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData(DossierOrder.ReceivedDescending, true, false, "dossier_agency_received")]
    [InlineData(DossierOrder.ReceivedDescending, false, false, "dossier_received")]
    [InlineData(DossierOrder.DueAscending, true, true, "dossier_agency_open_due")]
    [InlineData(DossierOrder.DueAscending, false, true, "dossier_open_due")]
    [InlineData(DossierOrder.Code, false, false, "dossier_code")]
    [InlineData(DossierOrder.EndedAscending, false, false, "dossier_ended")]
    public async Task Walks_the_index_made_for_it(DossierOrder order, bool ofAgency, bool openOnly, string index)
    {
        var filter = new DossierFilter { Agencies = ofAgency ? ["A"] : [], OpenOnly = openOnly };
        var sql = "explain query plan " + _test.Store.Dialect.Fill(DossierListSql.Text(filter, order));

        var steps = await _test.Store.ReadAsync(
            source => source.QueryAsync(sql, Parameters()).AllAsync(row => row.GetString(3)), default);

        Assert.Contains(steps, step => step.Contains($"USING INDEX {index} ", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    private static Parameter[] Parameters() =>
    [
        ("@agency", "A"), new("@agencies", null, ParameterType.Text), new("@competent_agency", null, ParameterType.Text), new("@procedure_code", null, ParameterType.Text),
        new("@statuses", null, ParameterType.Text), new("@received_from", null, ParameterType.Text), new("@received_to", null, ParameterType.Text), new("@due_before", null, ParameterType.Text),
        new("@open_only", null, ParameterType.Text), new("@overdue_as_of", null, ParameterType.Text), new("@parent_id", null, ParameterType.Text), ("@after_instant", 0), ("@after_id", 0),
        ("@after_code", ""), ("@start", 0), ("@end", 0), ("@limit", 10), new("@ended_from", null, ParameterType.Text), new("@ended_to", null, ParameterType.Text), new("@late_offset", null, ParameterType.Text),
    ];
}

using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.Workflows.Tests.Procedures;

/// <summary>The arithmetic of a procedure whose ways, limits and totals depend on facts.</summary>
public sealed class ConditionTimeTests
{
    [Fact]
    public void Leaves_out_what_a_fixed_fact_closes() => Assert.Empty(Reported("{ \"else\": \"6 working days\" }", "{ \"else\": \"5 working days\" }"));

    [Fact]
    public void Reckons_with_every_way_when_the_fact_may_change()
    {
        var told = Assert.Single(Reported("\"required\": true, \"fixed\": true", "\"required\": true"));
        Assert.Equal("PROC-080", told.Id);
        Assert.Contains("when not: case.NeedsVerification", told.Message(TextLanguage.English), StringComparison.Ordinal);
        Assert.Contains("verify 2", told.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_conditions_of_the_way_that_is_too_long()
    {
        var told = Assert.Single(Reported("{ \"else\": \"6 working days\" }", "{ \"else\": \"4 working days\" }"));
        var message = told.Message(TextLanguage.English);
        Assert.Contains("check 1", message, StringComparison.Ordinal);
        Assert.Contains("case.Area > 500", message, StringComparison.Ordinal);
        Assert.Contains("case.Storeys > 7", message, StringComparison.Ordinal);
        Assert.DoesNotContain("verify 2", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Holds_a_promise_to_its_own_alternative()
    {
        var told = Reported("\"commitment\": \"7 working days\"", "\"commitment\": \"6 working days\"");
        Assert.Equal("PROC-081", Assert.Single(told).Id);
        Assert.Equal("PROC-083", Assert.Single(Reported("\"commitment\": \"7 working days\"", "\"commitment\": \"9 working days\"")).Id);
    }

    [Fact]
    public void Says_what_is_wrong_inside_a_condition_at_its_place()
    {
        var told = Assert.Single(Reported("\"case.Storeys > 7\"", "\"case.Storey > 7\""), d => d.Severity == DiagnosticSeverity.Error);
        Assert.StartsWith("RULE-", told.Id, StringComparison.Ordinal);
        var line = told.Location.Source.Text.Split('\n')[told.Location.Start.Line - 1];
        Assert.Equal("Storey ", line[(told.Location.Start.Column - 1)..][..7]);
    }

    private static List<Diagnostic> Reported(string text, string by)
    {
        var source = ProcedureFixtures.Load("conditions.procedure.json").Text;
        Assert.Contains(text, source, StringComparison.Ordinal);
        var (_, bag) = ProcedureFixtures.Compile(SourceText.From("conditions.procedure.json", source.Replace(text, by, StringComparison.Ordinal)));
        return [.. bag.ToImmutable().Where(d => d.Id != "PROC-099")];
    }
}

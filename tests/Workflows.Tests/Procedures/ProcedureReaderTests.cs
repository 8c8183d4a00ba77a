using FsCheck;
using FsCheck.Fluent;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Procedures.Reading;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Procedures;

public sealed class ProcedureReaderTests
{
    [Fact]
    public void Survives_damage_and_never_compiles_what_it_complains_about() =>
        Prop.ForAll(Damage.Of(RepositoryFiles.Rules("procedures", "*.procedure.json")), files =>
        {
            foreach (var file in files)
            {
                var (procedure, bag) = ProcedureFixtures.Compile(file);
                Assert.True(procedure is null == bag.HasErrors, $"{file}: {DiagnosticRenderer.Render(bag.ToImmutable())}");
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Says_everything_at_once()
    {
        var text = ProcedureFixtures.Permit("\"sufficient\": \"sign\"", "\"sufficient\": \"sing\"").Text
            .Replace("\"limit\": \"7 working days\"", "\"limit\": \"7 days\"", StringComparison.Ordinal)
            .Replace("\"needs\": [\"application\"]", "\"needs\": [\"aplication\"]", StringComparison.Ordinal);
        var (_, bag) = ProcedureFixtures.Compile(SourceText.From("p.procedure.json", text));
        var said = bag.ToImmutable();
        Assert.Equal(["PROC-003", "PROC-031", "PROC-030"], said.Select(d => d.Id));
        Assert.Equal(
            ["did you mean \"7 calendar days\"?", "did you mean \"application\"?", "did you mean \"sign\"?"],
            said.Select(d => d.Suggestion!.English));
    }

    [Fact]
    public void Names_every_writing_of_a_limit_it_takes()
    {
        var (_, bag) = ProcedureFixtures.Compile(ProcedureFixtures.Permit("\"limit\": \"7 working days\"", "\"limit\": \"bảy ngày\""));
        var bad = Assert.Single(bag.ToImmutable());
        foreach (var accepted in LimitText.Accepted.Split(", \"", StringSplitOptions.None))
            Assert.NotNull(LimitText.Parse(accepted.Trim('"')));
        Assert.Contains(LimitText.Accepted, bad.Message(TextLanguage.Vietnamese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10 ngày làm việc", "10 working days")]
    [InlineData("10 ngày", "10 calendar days")]
    [InlineData("0,5 working day", "0.5 working day")]
    [InlineData("3 workin days", "3 working days")]
    [InlineData("4 giờ", "4 working hours")]
    public void Guesses_what_was_meant_by_a_limit(string written, string meant) => Assert.Equal(meant, LimitText.Suggest(written));

    [Fact]
    public void Reads_parts_of_days_as_working_time()
    {
        Assert.Equal(new Limit.WorkingTime(240), LimitText.Parse("0.5 working day"));
        Assert.Equal(new Limit.WorkingTime(90), LimitText.Parse("1.5 working hours"));
        Assert.Equal(new Limit.SameDay(new(15, 0)), LimitText.Parse("same day, cut-off 15:00"));
        Assert.Equal(new StepLimit(StepLimitKind.WorkingDays, 0.25m), LimitText.ParseStep("0.25 working day"));
        Assert.NotEqual(StepLimit.None, LimitText.ParseStep("0"));
        Assert.Null(LimitText.Parse("0 working days"));
        Assert.Null(LimitText.Parse("1.5 calendar days"));
        Assert.Null(LimitText.ParseStep("0.333 working day"));
        Assert.Null(LimitText.Parse("-1 working days"));
    }

    [Fact]
    public void Compiles_a_stored_revision_that_a_later_check_would_refuse()
    {
        var source = ProcedureFixtures.Load("TTHC-TINH-09.procedure.json");
        var (procedure, diagnostics) = ProcedureCompiler.CompileStored(source);
        Assert.Empty(diagnostics);
        Assert.Equal("TTHC-TINH-09", procedure!.Code);
        Assert.True(ProcedureFixtures.Compile(source).Bag.HasErrors);
    }

    [Fact]
    public void Gives_no_stored_revision_that_does_not_hang_together()
    {
        var (procedure, diagnostics) = ProcedureCompiler.CompileStored(ProcedureFixtures.Permit("\"then\": \"examine\"", "\"then\": \"nowhere\""));
        Assert.Null(procedure);
        Assert.Contains(diagnostics, d => d.Id == "PROC-030");
    }
}

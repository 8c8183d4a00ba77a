using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Procedures;

public sealed class ProcedureCompilerTests
{
    [Fact]
    public void Compiles_a_permit_with_consultation_and_inspection()
    {
        var (procedure, bag) = ProcedureFixtures.Compile(ProcedureFixtures.Permit());
        Assert.Empty(bag.ToImmutable());
        Assert.NotNull(procedure);
        Assert.Equal(new Limit.WorkingDays(7), procedure.DefaultCase.Limit);
        Assert.Equal<string>(["receive", "examine", "inspect", "opinions", "opinions/fire", "opinions/culture", "sign", "return", "refused"], procedure.StepOrder);
        Assert.Equal("receive", procedure.Start);
    }

    [Fact]
    public void Makes_steps_of_branches_written_in_place()
    {
        var procedure = ProcedureFixtures.Compile(ProcedureFixtures.Permit()).Procedure!;
        var fire = procedure.Steps["opinions/fire"];
        Assert.Equal((StepKind.Consultation, "opinions", Silence.Consent), (fire.Kind, fire.Scope, fire.Silence));
        Assert.Equal(new AgencySelector(AgencySelectorKind.Nearest, "fire-police"), fire.At);
        Assert.Equal(Target.BranchEnd, fire.Next!.Target);
        var fork = procedure.Steps["opinions"].Fork!;
        Assert.Equal((0, Target.To("sign"), true), (fork.JoinCount, fork.Then, fork.ChooseSome));
    }

    [Fact]
    public void Gives_every_step_the_way_on_that_its_verb_needs()
    {
        var procedure = ProcedureFixtures.Compile(ProcedureFixtures.Permit()).Procedure!;
        Assert.Equal(Target.To("return"), procedure.Steps["sign"].Next!.Target);
        Assert.Equal(Target.End, procedure.Steps["return"].Next!.Target);
        Assert.Equal((Target.End, "03"), (procedure.Steps["refused"].Next!.Target, procedure.Steps["refused"].Form!));
        Assert.Equal<string>(["sufficient", "consult", "refuse", "field-check"], procedure.Steps["examine"].ActionOrder);
        Assert.True(procedure.Steps["examine"].Actions["consult"].NoteRequired);
        Assert.Equal(new Limit.WorkingDays(2), procedure.Steps["examine"].Actions["field-check"].Extends!.By);
        Assert.Equal(AgencySelector.Receiving, procedure.Steps["receive"].At);
        Assert.Equal(AgencySelector.Competent, procedure.Steps["examine"].At);
    }

    [Fact]
    public void Lets_a_step_within_another_run_on_its_clock()
    {
        var inspect = ProcedureFixtures.Compile(ProcedureFixtures.Permit()).Procedure!.Steps["inspect"];
        Assert.Equal(("examine", new StepLimit(StepLimitKind.WorkingDays, 3m)), (inspect.ClockStep, inspect.Limit));
    }

    [Fact]
    public void Adds_up_the_longest_path_and_points_at_the_limit_that_overflows()
    {
        var (procedure, bag) = ProcedureFixtures.Compile(ProcedureFixtures.Permit("\"limit\": \"1 working day\"", "\"limit\": \"2 working days\""));
        Assert.Null(procedure);
        var overrun = Assert.Single(bag.ToImmutable(), d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(("PROC-080", "steps.sign.limit"), (overrun.Id, overrun.JsonPath));
        Assert.Equal(
            "the steps exceed the limit: receive 0.5 + examine 3 + opinions/fire 2 + sign 2 + return 0 = 7.5 working days, limit 7 (0.5 too many)",
            overrun.Message(TextLanguage.English));
    }

    [Fact]
    public void Refuses_the_template_whose_steps_exceed_its_limit()
    {
        var file = MarkedFile.Load(Path.Combine(ProcedureFixtures.Folder, "TTHC-TINH-09.procedure.json"));
        var (procedure, bag) = ProcedureFixtures.Compile(file.Source);
        Assert.Null(procedure);
        Assert.Equal(file.Expected, file.Reported(bag));
        var overrun = Assert.Single(bag.ToImmutable());
        Assert.Equal("steps.submit.limit", overrun.JsonPath);
        Assert.Equal(
            "các bước cộng lại vượt thời hạn: receive 0,5 + examine 9 + submit 2 + sign 0,5 + return 0 = 12,0 ngày làm việc, thời hạn 10 (quá 2)",
            overrun.Message(TextLanguage.Vietnamese));
    }
}

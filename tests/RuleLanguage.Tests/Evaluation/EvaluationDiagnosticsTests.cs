using Tthc.RuleLanguage.Evaluation;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.Evaluation;

public sealed class EvaluationDiagnosticsTests
{
    [Fact]
    public void Notes_the_part_that_makes_a_rule_be_polled()
    {
        const string Wrong = "case.Urgent && now.ToString(\"HH:mm\") == \"12:00\"";
        var bag = new DiagnosticBag();

        WakeUp.NoteIfPolled(World.Check(Wrong)!, ExpressionText.From(Wrong), bag);

        var note = Assert.Single(bag.ToImmutable());
        Assert.Equal(("RULE-200", DiagnosticSeverity.Info), (note.Id, note.Severity));
        Assert.Equal(Wrong.IndexOf("now", StringComparison.Ordinal) + 1, note.Location.Start.Column);
    }

    [Fact]
    public void Is_silent_about_a_rule_whose_change_can_be_told()
    {
        const string Right = "now.Hour == 12 && now.Minute == 0";
        var bag = new DiagnosticBag();

        WakeUp.NoteIfPolled(World.Check(Right)!, ExpressionText.From(Right), bag);

        Assert.Empty(bag.ToImmutable());
    }
}

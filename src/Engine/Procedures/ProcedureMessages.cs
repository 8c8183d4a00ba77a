using Tthc.Engine.Rules;
using Tthc.Engine.Rules.Calls;
using Tthc.Protos.V1;
using Tthc.Storage.Rules;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Procedures;

namespace Tthc.Engine.Procedures;

/// <summary>Procedures and diagnostics as callers see them.</summary>
internal static class ProcedureMessages
{
    public static ProcedureSummary SummaryOf(CompiledProcedure procedure, RevisionRow? row) => new()
    {
        Code = procedure.Code,
        Name = procedure.Name.Vietnamese,
        NameEn = procedure.Name.English,
        Field = procedure.Field.Vietnamese,
        Level = procedure.Level,
        InForceFrom = Dates.Of(procedure.InForceFrom),
        InForceTo = Dates.Of(procedure.InForceTo),
        Limit = LimitWords.Of(procedure.DefaultCase.Limit),
        Revision = row is null ? "" : RuleLabels.Of(row),
        SourcePath = row?.SourcePath ?? "",
    };

    public static void Fill(GetProcedureResponse response, CompiledProcedure procedure)
    {
        foreach (var id in procedure.StepOrder)
            response.Steps.Add(StepOf(procedure.Steps[id]));
        foreach (var paper in procedure.Papers.Values.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var message = new ProcedurePaper { Key = paper.Key, Name = paper.Name.Vietnamese, Optional = paper.Optional };
            message.Cases.Add(paper.Cases);
            response.Papers.Add(message);
        }
        foreach (var kase in procedure.Cases.Values.OrderBy(c => c.Key, StringComparer.Ordinal))
            response.Cases.Add(new ProcedureCaseSummary { Key = kase.Key, Name = kase.Name.Vietnamese, Limit = LimitWords.Of(kase.Limit) });
    }

    public static CheckProcedureResponse CheckOf(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var response = new CheckProcedureResponse { Accepted = diagnostics.All(d => d.Severity != DiagnosticSeverity.Error) };
        response.Diagnostics.AddRange(diagnostics.Select(RuleMessages.Of));
        return response;
    }

    private static Protos.V1.ProcedureStep StepOf(CompiledStep step)
    {
        var message = new Protos.V1.ProcedureStep
        {
            Key = step.Id,
            Name = step.Name.Vietnamese,
            Kind = step.Kind.ToString().ToLowerInvariant(),
            Role = step.Role ?? "",
            At = LimitWords.Of(step.At),
            Limit = LimitWords.Of(step.Limit),
        };
        foreach (var key in step.ActionOrder)
        {
            var action = step.Actions[key];
            message.Actions[key] = NameOf(action.Target);
            if (action.When is { } open)
                message.ConditionalWays.Add(new ConditionalWay { Action = key, When = open.Text });
            foreach (var way in action.TargetWhen)
                message.ConditionalWays.Add(new ConditionalWay { Action = key, When = way.When.Text, Target = NameOf(way.Value) });
        }
        message.SendBackTo.Add(step.SendBackTo);
        message.Needs.Add(step.Needs);
        return message;
    }

    private static string NameOf(Target target) => target.Kind switch { TargetKind.Step => target.Step!, TargetKind.BranchEnd => "join", _ => "end" };
}

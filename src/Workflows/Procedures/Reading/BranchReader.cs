using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;
using static Tthc.Workflows.Procedures.Reading.ProcedureTextDiagnostics;

namespace Tthc.Workflows.Procedures.Reading;

/// <summary>Reads a parallel step and its branches.</summary>
internal static class BranchReader
{
    private static readonly NamedValues<bool> ChooseWords = new(("all", false), ("some", true));
    private static readonly NamedValues<Silence> SilenceWords = new(("consent", Silence.Consent), ("wait", Silence.Wait));

    public static ParallelStep Parallel(Located<string> key, BilingualText name, ObjectReader body)
    {
        var map = body.Required("parallel");
        var branches = ProcedureFields.Keyed(map).Select(entry => Branch(entry.Name, entry.Value)).OfType<ParallelBranch>().ToImmutableArray();
        if (map is { Node: JsonObject { Properties.Length: 0 } })
            map.Report(NoBranches, key.Value);
        var join = ProcedureFields.Join(body.Optional("join"));
        var then = ProcedureFields.Way(body.Optional("then"));
        var choose = body.OptionalEnum("choose", ChooseWords)?.Value ?? false;
        return new ParallelStep(key, name, branches, join, then?.Otherwise, choose) { ThenWhen = then?.When ?? [], Else = body.Optional("else")?.NonBlankString() };
    }

    private static ParallelBranch? Branch(Located<string> key, JsonCursor value)
    {
        if (value.Node is JsonString)
            return value.NonBlankString() is { } step ? new StepBranch(key, step) : null;
        if (value.Object() is not { } body)
            return null;
        var when = ProcedureFields.When(body);
        var name = ProcedureFields.Text(body.Optional("name"));
        var branch = (body.Has("ask"), body.Has("open"), body.Has("by"), body.Has("step")) switch
        {
            (true, false, _, false) => Ask(key, name, body),
            (false, true, false, false) => Child(key, name, body),
            (false, false, true, false) => new TaskBranch(key, name, WorkReader.Read(body)),
            (false, false, false, true) => body.RequiredString("step") is { } first ? new StepBranch(key, first) : null,
            _ => Mixed(key, value, body),
        };
        if (branch is not null)
            body.Finish();
        return Under(when, branch);
    }

    private static ParallelBranch? Under(Located<string>? when, ParallelBranch? branch) => branch is null ? null : branch with { When = when };

    private static ParallelBranch? Mixed(Located<string> key, JsonCursor value, ObjectReader body)
    {
        // What the fields belong to is unknown, so that none of them can be called unknown.
        body.Rest();
        value.Bag.Report(key.Problem(BranchShape, key.Value));
        return null;
    }

    private static AskBranch Ask(Located<string> key, BilingualText? name, ObjectReader body)
    {
        body.Required("ask");
        body.Required("limit");
        var at = WorkReader.Place(body, "ask");
        var by = WorkReader.By(body);
        var limit = WorkReader.Time(body);
        var silence = body.OptionalEnum("silence", SilenceWords)?.Value ?? Silence.Wait;
        var unit = WorkReader.Unit(body);
        var work = new Work(by.Otherwise, at?.Otherwise, unit?.Otherwise.Value, limit?.Otherwise, null, null)
        {
            RoleWhen = by.When,
            AtWhen = at?.When ?? [],
            UnitWhen = unit?.When ?? [],
            LimitWhen = limit?.When ?? [],
        };
        return new AskBranch(key, name, work, silence);
    }

    private static ChildBranch? Child(Located<string> key, BilingualText? name, ObjectReader body)
    {
        var procedure = body.RequiredString("open");
        body.Required("at");
        var at = WorkReader.Place(body, "at");
        if (procedure is not null && at is not null)
            return new ChildBranch(key, name, procedure, at.Otherwise) { AtWhen = at.When };
        body.Finish();
        return null;
    }
}

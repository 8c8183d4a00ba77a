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
        return new ParallelStep(
            key, name, branches,
            ProcedureFields.Join(body.Optional("join")),
            body.Optional("then")?.NonBlankString(),
            body.OptionalEnum("choose", ChooseWords)?.Value ?? false);
    }

    private static ParallelBranch? Branch(Located<string> key, JsonCursor value)
    {
        if (value.Node is JsonString)
            return value.NonBlankString() is { } step ? new StepBranch(key, step) : null;
        if (value.Object() is not { } body)
            return null;
        ProcedureFields.RefuseWhen(body);
        var name = ProcedureFields.Text(body.Optional("name"));
        var branch = (body.Has("ask"), body.Has("open"), body.Has("by")) switch
        {
            (true, false, _) => Ask(key, name, body),
            (false, true, false) => Child(key, name, body),
            (false, false, true) => new TaskBranch(key, name, WorkReader.Read(body)),
            _ => Mixed(key, value, body),
        };
        if (branch is not null)
            body.Finish();
        return branch;
    }

    private static ParallelBranch? Mixed(Located<string> key, JsonCursor value, ObjectReader body)
    {
        // What the fields belong to is unknown, so that none of them can be called unknown.
        body.Rest();
        value.Bag.Report(key.Problem(BranchShape, key.Value));
        return null;
    }

    private static AskBranch Ask(Located<string> key, BilingualText? name, ObjectReader body)
    {
        var at = ProcedureFields.Selector(body.Required("ask"));
        var role = WorkReader.Role(body);
        var limit = ProcedureFields.StepTime(body.Required("limit"));
        var silence = body.OptionalEnum("silence", SilenceWords)?.Value ?? Silence.Wait;
        var unit = body.OptionalString("unit")?.Value;
        return new AskBranch(key, name, new Work(role, at, unit, limit, null, null), silence);
    }

    private static ChildBranch? Child(Located<string> key, BilingualText? name, ObjectReader body)
    {
        var procedure = body.RequiredString("open");
        var at = ProcedureFields.Selector(body.Required("at"));
        if (procedure is not null && at is not null)
            return new ChildBranch(key, name, procedure, at);
        body.Finish();
        return null;
    }
}

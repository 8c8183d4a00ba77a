using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Deadlines;
using static Tthc.Workflows.Procedures.Reading.ProcedureTextDiagnostics;

namespace Tthc.Workflows.Procedures.Reading;

/// <summary>Reads a person's step with its ways on.</summary>
internal static class TaskReader
{
    private const int MostVisits = 1000;
    private static readonly NamedValues<StepAct> ActWords = new(("settle", StepAct.Settle), ("return", StepAct.Return), ("refuse", StepAct.Refuse));
    private static readonly NamedValues<bool> NoteWords = new(("required", true), ("optional", false));

    public static TaskStep Read(Located<string> key, BilingualText name, ObjectReader body)
    {
        var actions = body.Optional("actions");
        var then = ProcedureFields.Way(body.Optional("then"));
        var step = new TaskStep(key, name)
        {
            Work = WorkReader.Read(body),
            Within = body.Optional("within")?.NonBlankString(),
            Needs = ProcedureFields.Names(body.Optional("needs")),
            AtMost = body.OptionalInt("atMost", 1, MostVisits)?.Value,
            Then = then?.Otherwise,
            ThenWhen = then?.When ?? [],
            Actions = [.. ProcedureFields.Keyed(actions).Select(entry => Action(entry.Name, entry.Value)).OfType<WrittenAction>()],
            SendBack = ProcedureFields.Names(body.Optional("sendBack")),
            Act = body.OptionalEnum("act", ActWords)?.Value ?? StepAct.Advance,
            Form = body.Optional("form")?.NonBlankString(),
        };
        CheckTime(step, body);
        CheckWayOn(step, body, actions);
        CheckForm(step, body);
        return step;
    }

    private static void CheckTime(TaskStep step, ObjectReader body)
    {
        if (body.Has("limit") == body.Has("within"))
            body.Cursor.Bag.Report(step.Key.Problem(LimitOrWithin, step.Key.Value));
    }

    private static void CheckWayOn(TaskStep step, ObjectReader body, JsonCursor? actions)
    {
        var bag = body.Cursor.Bag;
        var ends = step.Act is StepAct.Return or StepAct.Refuse;
        if (actions is { Node: JsonObject { Properties.Length: 0 } })
            actions.Report(NoActions, step.Key.Value);
        if (ends && (step.ThenWhen is [{ Value: var other }, ..] ? other : step.Then) is { Value: not "end" } then)
            bag.Report(then.Problem(EndingStepGoesOn, step.Key.Value, then.Value));
        if (ends && actions is not null)
            bag.Report(EndingStepGoesOn.At(actions.Location, actions.Path.ToString(), step.Key.Value, "actions"));
        if (step.Act == StepAct.Settle && actions is not null)
            actions.Report(SettleHasActions, step.Key.Value);
        else if (!ends && body.Has("then") == body.Has("actions"))
            bag.Report(step.Key.Problem(ThenOrActions, step.Key.Value));
    }

    private static void CheckForm(TaskStep step, ObjectReader body)
    {
        if (step.Act == StepAct.Refuse && !body.Has("form"))
            body.Cursor.Bag.Report(step.Key.Problem(RefusalWithoutForm, step.Key.Value));
        if (step.Act != StepAct.Refuse && step.Form is { } form)
            body.Cursor.Bag.Report(form.Problem(FormWithoutRefusal));
    }

    private static WrittenAction? Action(Located<string> key, JsonCursor value)
    {
        if (value.Node is JsonString or JsonArray)
            return ProcedureFields.Way(value) is { } way ? new WrittenAction(key, null, way.Otherwise) { ToWhen = way.When } : null;
        if (value.Object() is not { } body)
            return null;
        var to = ProcedureFields.Way(body.Required("to"));
        var name = ProcedureFields.Text(body.Optional("name"));
        var note = body.OptionalEnum("note", NoteWords)?.Value ?? false;
        var extends = body.Object("extends", Extension);
        var needs = ProcedureFields.Names(body.Optional("needs"));
        var when = ProcedureFields.When(body);
        body.Finish();
        return to is null ? null : new WrittenAction(key, name, to.Otherwise) { When = when, ToWhen = to.When, NoteRequired = note, Needs = needs, Extends = extends };
    }

    private static LimitExtension? Extension(ObjectReader body)
    {
        var by = ProcedureFields.Limit(body.Required("by"));
        var basis = ProcedureFields.Basis(body.Required("basis"));
        body.Finish();
        if (by is { Value: Limit.None or Limit.SameDay })
            body.Cursor.Bag.Report(by.Problem(ExtensionLength));
        return by is null || basis is null ? null : new LimitExtension(by.Value, basis);
    }
}

using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Deadlines;
using static Tthc.Workflows.Procedures.Reading.ProcedureTextDiagnostics;

namespace Tthc.Workflows.Procedures.Reading;

/// <summary>Reads one step.</summary>
internal static class StepReader
{
    private static readonly NamedValues<WaitKind> WaitWords = new(("payment", WaitKind.Payment), ("posting", WaitKind.Posting), ("outside", WaitKind.Outside));
    private static readonly string[] ShapeNames = ["by", "parallel", "of", "wait"];
    private static readonly NamedValues<bool> ClockWords = new(("paused", true), ("running", false));

    public static ProcedureStep Read(Located<string> key, JsonCursor value)
    {
        if (value.Object() is not { } body)
            return Unreadable(key);
        var name = ProcedureFields.Text(body.Required("name")) ?? new BilingualText(key.Value, key.Value);
        ProcedureStep? step = (body.Has("wait"), body.Has("parallel"), body.Has("of"), body.Has("by")) switch
        {
            (true, false, false, _) => Wait(key, name, body),
            (false, true, false, false) => BranchReader.Parallel(key, name, body),
            (false, false, true, false) => Join(key, name, body),
            (false, false, false, true) => TaskReader.Read(key, name, body),
            _ => null,
        };
        if (step is null && !body.Has("of") && !body.Has("wait"))
        {
            // What the fields belong to is unknown, so that none of them can be called unknown.
            var names = body.Rest().Select(entry => entry.Name.Value);
            value.Bag.Report(key.Problem(StepShape, key.Value).WithNearest(Misspelt(names)));
        }
        body.Finish();
        return step ?? new UnreadableStep(key, name);
    }

    /// <summary>Stands for a step of which only the name is known.</summary>
    public static UnreadableStep Unreadable(Located<string> key) => new(key, new BilingualText(key.Value, key.Value));

    private static string? Misspelt(IEnumerable<string> names) =>
        names.Select(name => NameSuggestion.Nearest(name, ShapeNames)).FirstOrDefault(name => name is not null);

    private static JoinStep? Join(Located<string> key, BilingualText name, ObjectReader body)
    {
        var join = ProcedureFields.Join(body.Required("join"));
        var of = body.RequiredString("of");
        var then = ProcedureFields.Way(body.Required("then"));
        return join is null || of is null || then is null ? null : new JoinStep(key, name, join, of, then.Otherwise) { ThenWhen = then.When };
    }

    private static WaitStep? Wait(Located<string> key, BilingualText name, ObjectReader body)
    {
        var kind = body.RequiredEnum("wait", WaitWords);
        var paused = body.OptionalEnum("clock", ClockWords)?.Value;
        var length = ProcedureFields.Limit(body.Optional("limit"));
        var role = body.Optional("by")?.NonBlankString();
        var at = ProcedureFields.Selector(body.Optional("at"));
        var unit = body.OptionalString("unit")?.Value;
        var then = ProcedureFields.Way(body.Required("then"));
        if (kind is null || then is null)
            return null;
        if (kind.Value == WaitKind.Posting && (!body.Has("limit") || length is { Value: Limit.None }))
            body.Cursor.Bag.Report(key.Problem(PostingWithoutLimit, key.Value));
        if (kind.Value == WaitKind.Outside && !body.Has("by"))
            body.Cursor.Bag.Report(key.Problem(OutsideWithoutRole, key.Value));
        return new WaitStep(key, name, kind.Value, then.Otherwise)
        {
            ThenWhen = then.When,
            ClockPaused = paused ?? kind.Value == WaitKind.Payment,
            Length = length,
            Role = role,
            At = at,
            Unit = unit,
        };
    }
}

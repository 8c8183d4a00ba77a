using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Agencies;

/// <summary>Reads one agency file by itself.</summary>
internal static class AgencyFileReader
{
    /// <summary>What could be read of the file; whatever could not has been reported.</summary>
    public static AgencyFile? Read(SourceText source, DiagnosticBag bag)
    {
        if (JsonCursor.AtRoot(JsonDocumentReader.Read(source, bag), bag).Object() is not { } root)
            return null;
        if (root.Optional("name") is { } title)
            BilingualField.Read(title);
        var kinds = root.MapOf("kinds", (key, value) =>
            IsKey(key, bag) && BilingualField.Read(value) is { } name ? new Keyed<BilingualText>(key, name) : null);
        var roles = root.MapOf("roles", Role);
        var sets = root.MapOf("unitSets", (key, value) => IsKey(key, bag) ? new Keyed<ImmutableArray<WrittenUnit>>(key, Units(value)) : null);
        var agencies = root.MapOf("agencies", (key, value) => ReadAgency(key, value, sets));
        root.Finish();
        return new AgencyFile(kinds, roles, agencies);
    }

    private static WrittenRole? Role(Located<string> key, JsonCursor value)
    {
        if (!IsKey(key, value.Bag) || value.Object() is not { } body)
            return null;
        var name = body.Required("name") is { } text ? BilingualField.Read(text) : null;
        var assigns = body.Array("assigns", item => item.NonBlankString());
        body.Finish();
        return name is null ? null : new WrittenRole(key, name, assigns);
    }

    private static ImmutableArray<WrittenUnit> Units(JsonCursor value) =>
        [.. value.Entries().Select(entry => Unit(entry.Name, entry.Value)).OfType<WrittenUnit>()];

    private static WrittenUnit? Unit(Located<string> key, JsonCursor value)
    {
        if (!IsKey(key, value.Bag) || value.Object() is not { } body)
            return null;
        var name = body.Required("name") is { } text ? BilingualField.Read(text) : null;
        var roles = body.Array("roles", item => item.NonBlankString());
        body.Finish();
        return name is null ? null : new WrittenUnit(key, name, roles);
    }

    private static WrittenAgency? ReadAgency(Located<string> key, JsonCursor value, ImmutableArray<Keyed<ImmutableArray<WrittenUnit>>> sets)
    {
        if (!IsKey(key, value.Bag) || value.Object() is not { } body)
            return null;
        var id = Identifier(body);
        var confirmed = body.OptionalBoolean("confirmed")?.Value ?? false;
        var name = body.Required("name") is { } text ? BilingualField.Read(text) : null;
        var kind = body.RequiredString("kind");
        var parent = body.Optional("parent")?.NonBlankString();
        var serves = body.Array("serves", item => item.NonBlankString());
        var (from, to) = (body.OptionalDate("from"), body.OptionalDate("to"));
        var successor = body.Optional("successor")?.NonBlankString();
        var calendar = body.Optional("calendar")?.NonBlankString();
        var units = UnitsOf(body.Optional("units"), sets);
        CheckDates(key, from, to, successor, value.Bag);
        body.Finish();
        return id is null || name is null || kind is null ? null : new WrittenAgency
        {
            Key = key, Id = id, Confirmed = confirmed, Name = name, Kind = kind, Parent = parent, Serves = serves,
            From = from, To = to, Successor = successor, Calendar = calendar, Units = units,
        };
    }

    private static Located<string>? Identifier(ObjectReader body)
    {
        if (body.RequiredString("id") is not { } id)
            return null;
        if (AgencyId.IsValid(id.Value))
            return id;
        body.Cursor.Bag.Report(id.Problem(AgencyDiagnostics.BadId, id.Value));
        return null;
    }

    /// <summary>Units written out, or the name of a set that several agencies share.</summary>
    private static ImmutableArray<WrittenUnit> UnitsOf(JsonCursor? cursor, ImmutableArray<Keyed<ImmutableArray<WrittenUnit>>> sets)
    {
        if (cursor is not { Node: JsonString })
            return cursor is null ? [] : Units(cursor);
        if (cursor.NonBlankString() is not { } name)
            return [];
        if (sets.FirstOrDefault(set => set.Key.Value == name.Value) is { } found)
            return found.Value;
        cursor.Bag.Report(name.Problem(AgencyDiagnostics.UnknownUnitSet, name.Value)
            .WithNearest(NameSuggestion.Nearest(name.Value, sets.Select(set => set.Key.Value))));
        return [];
    }

    private static void CheckDates(Located<string> key, Located<DateOnly>? from, Located<DateOnly>? to, Located<string>? successor, DiagnosticBag bag)
    {
        if (from is not null && to is not null && to.Value < from.Value)
            bag.Report(to.Problem(AgencyDiagnostics.Backwards, to.Value, from.Value));
        if (successor is not null && to is null)
            bag.Report(successor.Problem(AgencyDiagnostics.SuccessorWithoutEnd));
        if (successor is null && to is not null)
            bag.Report(to.Problem(AgencyDiagnostics.NoSuccessor, key.Value, to.Value));
    }

    private static bool IsKey(Located<string> key, DiagnosticBag bag)
    {
        if (KebabName.IsValid(key.Value))
            return true;
        bag.Report(key.Problem(AgencyDiagnostics.BadKey, key.Value));
        return false;
    }
}

namespace Tthc.Text.Json.Syntax;

/// <summary>The names of one object while it is read; reports the second of a kind.</summary>
internal sealed class JsonNames(JsonReading reading)
{
    private readonly Dictionary<string, JsonString> seen = new(StringComparer.Ordinal);

    public void Add(JsonString name)
    {
        if (seen.TryAdd(name.Value, name))
            return;
        reading.Report(JsonDiagnostics.DuplicateName
            .At(name.Location, reading.Path.Property(name.Value).ToString(), name.Value)
            .WithRelated(seen[name.Value].Location, "lần đầu ở đây", "first here"));
    }
}

using System.Collections.Immutable;

namespace Tthc.Text.Diagnostics;

/// <summary>
/// Collects the diagnostics of one check, of one or several files. Keeps at most a fixed number a file, errors before
/// warnings, so that a broken file cannot fill the memory; counts the rest.
/// </summary>
/// <param name="limitPerFile">How many diagnostics of a file are kept.</param>
public sealed class DiagnosticBag(int limitPerFile = DiagnosticBag.DefaultLimitPerFile)
{
    /// <summary>How many diagnostics of a file are kept unless told otherwise.</summary>
    public const int DefaultLimitPerFile = 200;

    private readonly Dictionary<string, FileDiagnostics> files = new(StringComparer.Ordinal);

    /// <summary>Number of errors reported, the uncounted ones of full files included.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>Number of diagnostics reported of any severity.</summary>
    public int Count { get; private set; }

    /// <summary>Whether anything was reported that makes a file unusable.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <summary>Adds a diagnostic.</summary>
    public void Report(Diagnostic diagnostic)
    {
        Count++;
        if (diagnostic.Severity == DiagnosticSeverity.Error)
            ErrorCount++;
        if (!files.TryGetValue(diagnostic.Location.Path, out var file))
            files.Add(diagnostic.Location.Path, file = new FileDiagnostics(limitPerFile));
        file.Add(diagnostic);
    }

    /// <summary>Adds a diagnostic of a kind at a place.</summary>
    public void Report(DiagnosticDescriptor descriptor, SourceLocation location, string jsonPath, params object[] arguments) =>
        Report(descriptor.At(location, jsonPath, arguments));

    /// <summary>Adds several.</summary>
    public void ReportAll(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            Report(diagnostic);
    }

    /// <summary>
    /// Everything kept, files by path, each by position (then in order of report), each full file closed with
    /// <see cref="TextDiagnostics.AndMore"/>.
    /// </summary>
    public ImmutableArray<Diagnostic> ToImmutable() =>
        [.. files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value.Ordered())];

    private sealed class FileDiagnostics(int limit)
    {
        private readonly List<Diagnostic> errors = [];
        private readonly List<Diagnostic> others = [];
        private int errorCount;
        private int count;
        private SourceText? source;

        public void Add(Diagnostic diagnostic)
        {
            source = diagnostic.Location.Source;
            count++;
            var isError = diagnostic.Severity == DiagnosticSeverity.Error;
            errorCount += isError ? 1 : 0;
            var list = isError ? errors : others;
            if (list.Count < limit)
                list.Add(diagnostic);
        }

        public IEnumerable<Diagnostic> Ordered()
        {
            var kept = errors.Concat(others).Take(limit).ToList();
            var ordered = kept.OrderBy(d => d.Location.Span.Start);
            return source is null || count == kept.Count
                ? ordered
                : ordered.Append(TextDiagnostics.AndMore.At(
                    source.At(new TextSpan(source.Length, 0)), "", count - kept.Count, errorCount - Math.Min(errorCount, limit)));
        }
    }
}

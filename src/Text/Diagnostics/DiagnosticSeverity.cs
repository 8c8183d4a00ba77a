namespace Tthc.Text.Diagnostics;

/// <summary>How grave a diagnostic is; ordered.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing need be done.</summary>
    Info,

    /// <summary>Probably not what was meant; the file is still accepted.</summary>
    Warning,

    /// <summary>The file is refused.</summary>
    Error,
}

namespace Tthc.Text.Diagnostics;

/// <summary>Diagnostics that any file may have.</summary>
public static class TextDiagnostics
{
    /// <summary>Closes the list of a file that had more to report than is useful to read at once.</summary>
    public static readonly DiagnosticDescriptor AndMore = new(
        "TEXT-001", DiagnosticSeverity.Info,
        "còn {0} thông báo nữa trong tệp này ({1} lỗi), chưa liệt kê",
        "and {0} more in this file ({1} of them errors), not listed");
}

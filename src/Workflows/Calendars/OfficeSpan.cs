using System.Runtime.InteropServices;

namespace Tthc.Workflows.Calendars;

/// <summary>One unbroken stretch of office hours on a day: time counts from <paramref name="From"/> up to, not including, <paramref name="To"/>.</summary>
/// <param name="From">Opening, local time, whole minutes.</param>
/// <param name="To">Closing, local time, whole minutes, later than <paramref name="From"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OfficeSpan(TimeOnly From, TimeOnly To);

using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace Tthc.Cli.Output;

/// <summary>Instants as an office in Vietnam reads them. One zone, no daylight saving: the offset is enough.</summary>
internal static class LocalTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static string Of(Timestamp? instant) =>
        instant is null ? "" : Of(instant.ToDateTimeOffset());

    public static string Of(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    public static string Of(Date? day) =>
        day is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{day.Day:00}/{day.Month:00}/{day.Year:0000}");
}

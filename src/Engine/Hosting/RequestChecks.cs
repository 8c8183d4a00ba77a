using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Tthc.Engine.Hosting;

/// <summary>Collects what is malformed in a request, all fields at once.</summary>
internal sealed class RequestChecks
{
    private readonly BadRequest _bad;
    private readonly string _inside;

    public RequestChecks()
        : this(new BadRequest(), "")
    {
    }

    private RequestChecks(BadRequest bad, string inside) => (_bad, _inside) = (bad, inside);

    public bool HasProblems => _bad.FieldViolations.Count > 0;

    public void Add(string field, string reason, string description) =>
        _bad.FieldViolations.Add(new BadRequest.Types.FieldViolation { Field = _inside + field, Reason = reason, Description = description });

    /// <summary>Checks of a part: its fields are named inside it, its problems are problems of the whole.</summary>
    public RequestChecks In(string field) => new(_bad, $"{_inside}{field}.");

    /// <summary>A text that must be there.</summary>
    public string Required(string field, string value, int most)
    {
        if (string.IsNullOrWhiteSpace(value))
            Add(field, "required", "Bắt buộc / required.");
        return Bounded(field, value, most);
    }

    /// <summary>A text that may be empty, no longer than it may be, without characters nobody can see.</summary>
    public string Bounded(string field, string value, int most)
    {
        if (value.Length > most)
            Add(field, "too-long", $"Dài quá {most} ký tự / longer than {most} characters.");
        foreach (var c in value)
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            {
                Add(field, "control-character", "Có ký tự điều khiển / contains a control character.");
                break;
            }
        return value;
    }

    /// <summary>A text that may be missing, then null.</summary>
    public string? Optional(string field, string value, int most) => Bounded(field, value, most) is { Length: > 0 } text ? text : null;

    /// <summary>An instant that may be missing, then null.</summary>
    public DateTimeOffset? Instant(string field, Timestamp? value)
    {
        if (value is null)
            return null;
        // 1900 to 2200: wide enough for every office, far enough from the ends of time that local time can be reckoned.
        if (value.Nanos is < 0 or > 999_999_999 || value.Seconds is < -2_208_988_800 or > 7_258_118_400)
        {
            Add(field, "bad-instant", "Không phải thời điểm hợp lệ / not a valid instant.");
            return null;
        }
        var instant = value.ToDateTimeOffset().ToUniversalTime();
        return new DateTimeOffset(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }

    /// <summary>A day that may be missing, then null.</summary>
    public DateOnly? Day(string field, Google.Type.Date? value)
    {
        if (value is null)
            return null;
        if (value.Year is >= 1900 and <= 9999 && value.Month is >= 1 and <= 12 && value.Day >= 1 && value.Day <= DateTime.DaysInMonth(value.Year, value.Month))
            return new DateOnly(value.Year, value.Month, value.Day);
        Add(field, "bad-date", "Không phải ngày hợp lệ / not a valid date.");
        return null;
    }

    /// <summary>A page size: 0 is the usual one.</summary>
    public int PageSize(int value, int usual, int most)
    {
        if (value < 0 || value > most)
            Add("page_size", "out-of-range", $"Từ 1 đến {most} / from 1 to {most}.");
        return value <= 0 ? usual : Math.Min(value, most);
    }

    /// <summary>A list that may not be longer than it may be.</summary>
    public void Count(string field, int count, int most)
    {
        if (count > most)
            Add(field, "too-many", $"Nhiều quá {most} phần tử / more than {most} elements.");
    }

    /// <summary>Ends the call if anything was malformed.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT with every field.</exception>
    public void ThrowIfAny()
    {
        if (HasProblems)
            throw ToException();
    }

    /// <summary>INVALID_ARGUMENT with every field.</summary>
    public RpcException ToException() =>
        CallErrors.Of(StatusCode.InvalidArgument, $"malformed: {string.Join(", ", _bad.FieldViolations.Select(v => v.Field).Distinct())}", _bad);
}

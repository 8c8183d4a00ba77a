namespace Tthc.Workflows.Calendars;

/// <summary>A compiled working calendar: working time and working days between and after any two moments.</summary>
/// <remarks>
/// <para>Working time is reckoned in ticks (100 ns), so seconds are neither lost nor invented: the working time between
/// <c>s</c> and <c>AddWorkingTime(s, b)</c> is exactly <c>b</c> for every <c>s</c>. Office hours themselves are whole minutes.</para>
/// <para>Sums over all covered days are made once; a question costs O(log days) whatever the span, and allocates nothing.</para>
/// <para>A span of office hours counts from its opening up to, not including, its closing. A budget that runs out exactly at
/// closing time is due at that closing, not at the next opening.</para>
/// <para>Instants come in with any offset and go out in UTC. Immutable; safe to share between threads.</para>
/// </remarks>
public sealed class WorkCalendar
{
    private readonly DayTable _days;
    private readonly long _origin;
    private readonly long _end;
    private readonly CalendarOutOfRange _outOfRange;

    private WorkCalendar(CalendarDefinition definition)
    {
        Definition = definition;
        _days = new DayTable(definition);
        _origin = (_days.First * TimeSpan.TicksPerDay) - definition.UtcOffset.Ticks;
        _end = _days.Count * TimeSpan.TicksPerDay;
        _outOfRange = new CalendarOutOfRange(definition.Id, definition.CoversFrom, definition.CoversTo);
    }

    /// <summary>What was written.</summary>
    public CalendarDefinition Definition { get; }

    /// <summary>Stable name of the calendar.</summary>
    public string Id => Definition.Id;

    /// <summary>What one working day is worth when a part of a day is granted (see <see cref="CalendarDefinition.WorkingDayMinutes"/>).</summary>
    public TimeSpan WorkingDay => TimeSpan.FromMinutes(Definition.WorkingDayMinutes);

    /// <summary>Compiles a definition the reader has found clean.</summary>
    /// <exception cref="ArgumentException">The definition contradicts itself, which the reader would have said.</exception>
    public static WorkCalendar Compile(CalendarDefinition definition) => new(definition);

    /// <summary>Whether the day is within the years loaded.</summary>
    public bool Covers(DateOnly date) => TryIndex(date, out _);

    /// <summary>Whether the instant is within the years loaded; the midnight that ends the last day is.</summary>
    public bool Covers(DateTimeOffset instant) => TryPosition(instant, out _, out _);

    /// <summary>The local date of an instant. Needs no loaded year.</summary>
    public DateOnly LocalDate(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Definition.UtcOffset).DateTime);

    /// <summary>The local time of day of an instant. Needs no loaded year.</summary>
    public TimeOnly LocalTime(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.ToOffset(Definition.UtcOffset).DateTime);

    /// <summary>The instant of a local date and time of day.</summary>
    public DateTimeOffset At(DateOnly date, TimeOnly time) =>
        new DateTimeOffset(date.ToDateTime(time), Definition.UtcOffset).ToUniversalTime();

    /// <summary>24:00 of a local date: where its last moment ends (Civil Code 91/2015/QH13 art. 148).</summary>
    public DateTimeOffset EndOfDay(DateOnly date) => At(date, TimeOnly.MinValue).AddDays(1);

    /// <summary>Whether the office is open at all on the day; worked Saturdays are working days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not covered: ask <see cref="Covers(DateOnly)"/> first.</exception>
    public bool IsWorkingDay(DateOnly date) => _days.Patterns[Index(date)].Total > 0;

    /// <summary>Whether working time runs at the instant; at closing time it no longer does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is not covered: ask <see cref="Covers(DateTimeOffset)"/> first.</exception>
    public bool IsWorkingTime(DateTimeOffset instant)
    {
        var (day, time) = Math.DivRem(instant.UtcTicks - _origin, TimeSpan.TicksPerDay);
        return Covers(instant) ? _days.Patterns[day].IsOpenAt(time) : throw NotCovered(nameof(instant));
    }

    /// <summary>When the office opens on the day; null on a day off.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not covered.</exception>
    public DateTimeOffset? OpensAt(DateOnly date)
    {
        var day = Index(date);
        return _days.Patterns[day] is { Total: > 0 } open ? Instant(day, open.Opening) : null;
    }

    /// <summary>When the office closes on the day; null on a day off.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not covered.</exception>
    public DateTimeOffset? ClosesAt(DateOnly date)
    {
        var day = Index(date);
        return _days.Patterns[day] is { Total: > 0 } open ? Instant(day, open.Closing) : null;
    }

    /// <summary>Working time from <paramref name="from"/> to <paramref name="to"/>, exact; negative when <paramref name="to"/> is earlier.</summary>
    public Reckoned<TimeSpan> WorkingTimeBetween(DateTimeOffset from, DateTimeOffset to) =>
        TryPosition(from, out var start, out _) && TryPosition(to, out var end, out _) ? new TimeSpan(end - start) : _outOfRange;

    /// <summary>Whole working minutes from <paramref name="from"/> to <paramref name="to"/>; a begun minute does not count.</summary>
    public Reckoned<long> WorkingMinutesBetween(DateTimeOffset from, DateTimeOffset to) =>
        TryPosition(from, out var start, out _) && TryPosition(to, out var end, out _) ? (end - start) / TimeSpan.TicksPerMinute : _outOfRange;

    /// <summary>
    /// The earliest instant by which <paramref name="budget"/> of working time has passed since <paramref name="start"/>; for a
    /// negative budget the latest instant from which that much remains up to it. No budget: <paramref name="start"/> itself, open or not.
    /// </summary>
    public Reckoned<DateTimeOffset> AddWorkingTime(DateTimeOffset start, TimeSpan budget)
    {
        if (!TryPosition(start, out var position, out var day))
            return _outOfRange;
        if (budget.Ticks > 0)
            return Forward(position, budget.Ticks, day);
        return budget.Ticks < 0 ? Backward(position, budget.Ticks, day) : start;
    }

    /// <inheritdoc cref="AddWorkingTime"/>
    /// <param name="start">From when.</param>
    /// <param name="minutes">Working minutes; may be negative.</param>
    public Reckoned<DateTimeOffset> AddWorkingMinutes(DateTimeOffset start, long minutes) =>
        AddWorkingTime(start, new TimeSpan(minutes * TimeSpan.TicksPerMinute));

    /// <summary>The instant itself when working time runs, else the next opening.</summary>
    public Reckoned<DateTimeOffset> NextWorkingInstant(DateTimeOffset start)
    {
        if (!TryPosition(start, out var position, out var day))
            return _outOfRange;
        if (position == _days.TicksBefore[^1])
            return _outOfRange;
        var opensOn = _days.DayReaching(position + 1, Math.Min(day, _days.Count - 1));
        var opening = Instant(opensOn, _days.Patterns[opensOn].Latest(position - _days.TicksBefore[opensOn]));
        return opening > start ? opening : start;
    }

    /// <summary>
    /// The <paramref name="count"/>-th working day after <paramref name="date"/>, which is itself not counted (Civil Code art. 147);
    /// before it when negative; for zero the date itself, working or not.
    /// </summary>
    public Reckoned<DateOnly> AddWorkingDays(DateOnly date, int count)
    {
        if (!TryIndex(date, out var day))
            return _outOfRange;
        if (count == 0)
            return date;
        var rank = count > 0
            ? (long)_days.WorkingDaysBefore[day + 1] + count - 1
            : (long)_days.WorkingDaysBefore[day] + count;
        return rank >= 0 && rank < _days.WorkingDays.Length ? Date(_days.WorkingDays[rank]) : _outOfRange;
    }

    /// <summary>The day itself when it is a working day, else the next working day (Civil Code art. 148).</summary>
    public Reckoned<DateOnly> RollForward(DateOnly date)
    {
        if (!TryIndex(date, out var day))
            return _outOfRange;
        var rank = _days.WorkingDaysBefore[day];
        return rank < _days.WorkingDays.Length ? Date(_days.WorkingDays[rank]) : _outOfRange;
    }

    /// <summary>The date <paramref name="count"/> calendar days later, rolled forward to a working day when it is a day off (art. 148 clause 5).</summary>
    public Reckoned<DateOnly> AddCalendarDays(DateOnly date, int count)
    {
        var day = date.DayNumber + (long)count;
        return day >= 0 && day <= DateOnly.MaxValue.DayNumber ? RollForward(DateOnly.FromDayNumber((int)day)) : _outOfRange;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when <paramref name="to"/> is earlier.</summary>
    public Reckoned<int> WorkingDaysBetween(DateOnly from, DateOnly to) =>
        TryIndex(from, out var first) && TryIndex(to, out var last)
            ? _days.WorkingDaysBefore[last + 1] - _days.WorkingDaysBefore[first + 1]
            : _outOfRange;

    /// <summary>Whether any day from <paramref name="from"/> to <paramref name="to"/>, both included, rests on an unconfirmed source. Days not covered are left out.</summary>
    public bool DependsOnUnconfirmed(DateOnly from, DateOnly to)
    {
        var first = Math.Clamp(from.DayNumber - _days.First, 0, _days.Count);
        var last = Math.Clamp(to.DayNumber - _days.First + 1, first, _days.Count);
        return _days.UnconfirmedBefore[last] > _days.UnconfirmedBefore[first];
    }

    /// <summary>
    /// The instant on a working day that corresponds to a time of day: itself while the office is open, opening before it,
    /// closing after it, the end of the morning during the lunch break.
    /// </summary>
    internal DateTimeOffset WorkingMomentOn(DateOnly workingDay, TimeOnly time)
    {
        var day = Index(workingDay);
        var pattern = _days.Patterns[day];
        var worked = pattern.Until(time.Ticks);
        return Instant(day, worked == 0 ? pattern.Opening : pattern.Earliest(worked));
    }

    private Reckoned<DateTimeOffset> Forward(long position, long budget, int day)
    {
        if (budget > _days.TicksBefore[^1] - position)
            return _outOfRange;
        var target = position + budget;
        var found = _days.DayReaching(target, day);
        return Instant(found, _days.Patterns[found].Earliest(target - _days.TicksBefore[found]));
    }

    private Reckoned<DateTimeOffset> Backward(long position, long budget, int day)
    {
        if (budget < -position)
            return _outOfRange;
        var target = position + budget;
        var found = _days.DayLeaving(target, day);
        return Instant(found, _days.Patterns[found].Latest(target - _days.TicksBefore[found]));
    }

    /// <summary>Working ticks from the first covered midnight to the instant.</summary>
    private bool TryPosition(DateTimeOffset instant, out long position, out int day)
    {
        var local = instant.UtcTicks - _origin;
        if (local < 0 || local > _end)
        {
            position = 0;
            day = 0;
            return false;
        }
        day = (int)(local / TimeSpan.TicksPerDay);
        position = _days.TicksBefore[day] + _days.Patterns[day].Until(local - (day * TimeSpan.TicksPerDay));
        return true;
    }

    private bool TryIndex(DateOnly date, out int day)
    {
        day = date.DayNumber - _days.First;
        return day >= 0 && day < _days.Count;
    }

    private int Index(DateOnly date) => TryIndex(date, out var day) ? day : throw NotCovered(nameof(date));

    private DateTimeOffset Instant(int day, long timeOfDay) =>
        new(_origin + (day * TimeSpan.TicksPerDay) + timeOfDay, TimeSpan.Zero);

    private DateOnly Date(int day) => DateOnly.FromDayNumber(_days.First + day);

    private ArgumentOutOfRangeException NotCovered(string parameter) =>
        new(parameter, $"Calendar {Id} covers {Definition.CoversFrom:O} to {Definition.CoversTo:O} only.");
}

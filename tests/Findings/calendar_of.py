"""Office hours and days off, read from rules/calendars and rules/agencies. Nothing of the engine is used."""
import json
import re
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path


def read(path):
    """JSON with comment lines and trailing commas, as the rule files allow them."""
    text = re.sub(r"^\s*//.*$", "", Path(path).read_text(encoding="utf-8"), flags=re.M)
    return json.loads(re.sub(r",(\s*[}\]])", r"\1", text))


def day_of(text):
    return date.fromisoformat(text) if text else None


class Calendar:
    """Working time of one office."""

    def __init__(self, office, holidays):
        hours, minutes = (int(p) for p in holidays["utcOffset"].lstrip("+").split(":"))
        self.day_minutes = holidays["workingDayMinutes"]
        self.zone = timezone(timedelta(hours=hours, minutes=minutes))
        self.hours = [(day_of(h.get("from")), [tuple(time.fromisoformat(t) for t in span.split("-")) for span in h["weekdays"]]) for h in office["hours"]]
        self.off, self.on = set(), set()
        for year in holidays["years"].values():
            for entry in year["days"]:
                first = day_of(entry.get("date") or entry["from"])
                last = day_of(entry.get("date") or entry["to"])
                for offset in range((last - first).days + 1):
                    (self.on if entry["kind"] == "swap-work" else self.off).add(first + timedelta(offset))

    def local(self, at):
        return at.astimezone(self.zone)

    def day(self, at):
        return self.local(at).date()

    def hour(self, at):
        t = self.local(at)
        return t.hour + t.minute / 60 + (t.second + t.microsecond / 1e6) / 3600

    def midnight_after(self, day):
        return datetime.combine(day + timedelta(1), time(), self.zone)

    def works(self, day):
        return day in self.on or (day.weekday() < 5 and day not in self.off)

    def spans(self, day):
        if not self.works(day):
            return []
        spans = [s for since, s in self.hours if since is None or since <= day][-1]
        return [(datetime.combine(day, a, self.zone), datetime.combine(day, b, self.zone)) for a, b in spans]

    def closes(self, day):
        spans = self.spans(day)
        return spans[-1][1] if spans else None

    def working_seconds(self, start, end):
        """Office time between two instants; negative when the second is earlier."""
        if end < start:
            return -self.working_seconds(end, start)
        total, day = 0.0, self.day(start)
        while day <= self.day(end):
            for a, b in self.spans(day):
                total += max(0.0, (min(b, end) - max(a, start)).total_seconds())
            day += timedelta(1)
        return total

    def working_minutes(self, start, end):
        """Whole minutes, cut towards nought."""
        return int(self.working_seconds(start, end) / 60)

    def add_minutes(self, at, minutes):
        """The earliest instant by which so many working minutes have passed."""
        left, day = timedelta(minutes=minutes), self.day(at)
        while True:
            for a, b in self.spans(day):
                a = max(a, at)
                if b - a >= left:
                    return a + left
                left -= max(timedelta(), b - a)
            day += timedelta(1)

    def add_days(self, day, count):
        step = timedelta(1 if count > 0 else -1)
        while count:
            day += step
            count -= (1 if step.days > 0 else -1) if self.works(day) else 0
        return day

    def working_days(self, first, last):
        """Working days after the first up to and including the last."""
        return sum(self.works(first + timedelta(i + 1)) for i in range((last - first).days))


class Offices:
    """Which calendar an agency goes by."""

    def __init__(self, rules):
        files = [read(p) for p in sorted((Path(rules) / "calendars").glob("*.json"))]
        by_id = {f["id"]: f for f in files}
        self.calendars = {f["id"]: Calendar(f, by_id[f["extends"]]) for f in files if "extends" in f}
        self.by_id = {}
        for path in sorted((Path(rules) / "agencies").glob("*.json")):
            agencies = read(path)["agencies"]
            for key, agency in agencies.items():
                above = agency
                while "calendar" not in above:
                    above = agencies[above["parent"]]
                self.by_id[agency["id"]] = self.calendars[above["calendar"]]

    def calendar(self, agency):
        return self.by_id[agency]

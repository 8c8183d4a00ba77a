#!/usr/bin/env python3
"""Counts violations from an event export alone and compares them with the findings the engine wrote.

    tthc watch --until-caught-up --json | python3 tests/Findings/count.py [--rules rules] [--events file]

Nothing of the engine is used: the events say what happened, rules/ says when offices are open, who does a step, and where the thresholds
lie; the rest is arithmetic on instants. Of each rule it is counted in which dossier, and how often, it began to hold and ceased to, and
compared with what was raised and cleared. Exit code 1 when anything differs; the dossiers that differ are named.
"""
import argparse
import json
import sys
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path

# Nothing is left behind in the repository.
sys.dont_write_bytecode = True
from calendar_of import Offices, day_of, read

ENDS = {"settled", "withdrawn", "stopped", "declined"}
OPEN = {"Received", "Processing", "AwaitingSupplement", "AwaitingPayment"}
FINDINGS = {"finding-raised", "finding-cleared", "obligation-discharged"}
CHECKED = Path(__file__).resolve().parents[2] / "rules"


def instant(text):
    return None if text is None else datetime.fromisoformat(text.replace("Z", "+00:00"))


def blank(text):
    return not (text or "").strip()


class Procedures:
    """What the counts need of a procedure: who does a step, what kind it is, which papers there are."""

    def __init__(self, rules):
        self.files = [read(p) for p in sorted((Path(rules) / "procedures").glob("*.json"))]

    def find(self, code, day):
        for file in self.files:
            force = file["inForce"]
            if file["code"] == code and day_of(force["from"]) <= day and (not force.get("to") or day <= day_of(force["to"])):
                return Procedure(file)
        raise ValueError(f"no procedure {code} on {day}")


class Procedure:
    def __init__(self, file):
        self.papers = file.get("papers", {})
        self.steps = {}
        for key, step in file["steps"].items():
            self.steps[key] = step
            for branch, inner in (step.get("parallel") or {}).items():
                self.steps[f"{key}/{branch}"] = inner
        self.start = next(iter(file["steps"]))

    def role(self, step):
        return self.steps.get(step, {}).get("by")

    def asks(self, step):
        return "ask" in self.steps.get(step, {})

    def silence_consents(self, step):
        return self.asks(step) and self.steps[step].get("silence") == "consent"

    def papers_required(self, case):
        return sum(not p.get("optional") and (not p.get("cases") or case in p["cases"]) for p in self.papers.values())


class Thresholds:
    """Parameters of the rule files, and which findings are never cleared."""

    def __init__(self, rules):
        self.values, self.forever, self.raising = {}, set(), set()
        for path in sorted((Path(rules) / "compliance").glob("*.rules.json")):
            file = read(path)
            for parameter in file.get("Parameters", []):
                self.values[parameter["Name"]] = parameter["Values"]
            for rule in file["Rules"]:
                if rule["Properties"].get("finding", True):
                    self.raising.add(rule["Properties"]["id"])
                    if rule["Properties"].get("clearedBy") == "never":
                        self.forever.add(rule["Properties"]["id"])

    def of(self, name, day):
        held = [v["value"] for v in self.values[name] if not v.get("from") or day_of(v["from"]) <= day]
        return held[-1]


class World:
    def __init__(self, rules):
        self.offices, self.procedures, self.thresholds = Offices(rules), Procedures(rules), Thresholds(rules)
        # Who settled or returned what when: for what is counted over many dossiers.
        self.ended = defaultdict(list)


class Dossier:
    """What the events so far say of a dossier."""

    def __init__(self, world):
        self.world = world
        self.status = "None"
        self.code = self.case = self.clock = self.competent = self.procedure = self.calendar = None
        self.received = self.receipt_recorded = self.acceptance_due = None
        self.ended = self.end_recorded = self.end_slip = self.end_reason = None
        self.result = self.handover = self.reappointed = self.transferred = self.last_act = None
        self.papers, self.people, self.late_steps = set(), set(), set()
        self.came, self.events, self.supplements, self.payments, self.pauses, self.apologies = [], [], [], [], [], []
        self.tokens, self.done_by = {}, {}
        self.batch = 0
        self.live = True
        self.holds, self.begun, self.ceased = set(), Counter(), Counter()
        self.raised, self.cleared, self.odd = Counter(), Counter(), Counter()

    # -- what happened

    def apply(self, event, kind, facts):
        self.last_act = event
        self.clock = facts.get("clock", self.clock)
        self.status = facts.get("status", self.status)
        self.events.append((kind, event, facts))
        if event.agency:
            self.people.add(event.actor)
        self.take_papers(event, facts)
        self.take_pauses(facts)
        self.take_moves(facts.get("moves") or {})
        getattr(self, "on_" + kind.replace("-", "_"), lambda *_: None)(event, facts)
        if kind in ENDS:
            self.ended, self.end_recorded = event.occurred, event.recorded

    def take_papers(self, event, facts):
        new = [p["key"] for p in (facts.get("intake") or {}).get("papers", []) + facts.get("papers", [])]
        self.papers.update(new)
        self.came.append((event.occurred, new))

    def take_pauses(self, facts):
        for name in ("pause", "nextPause"):
            row = facts.get(name)
            if row and self.pauses and self.pauses[-1]["from"] == row["from"]:
                self.pauses[-1] = row
            elif row:
                self.pauses.append(row)

    def take_moves(self, moves):
        for left in moves.get("left", []):
            self.tokens.pop(left["token"], None)
            if left.get("lateMinutes", 0) > 0:
                self.late_steps.add(left["step"])
        for entered in moves.get("entered", []):
            self.tokens[entered["token"]["id"]] = dict(entered["token"])
        for moved in moves.get("rescheduled", []):
            self.tokens[moved["token"]]["dueAt"] = moved.get("dueAt")

    def begin(self, event, intake, competent):
        day = (event.occurred + timedelta(hours=7)).date()
        self.procedure = self.world.procedures.find(event.procedure, day)
        self.competent, self.calendar = competent, self.world.offices.calendar(competent)
        self.case = (intake or {}).get("caseKey", self.case)

    def on_submitted(self, event, facts):
        self.begin(event, facts["intake"], facts["intake"]["competentAgency"])
        self.acceptance_due = instant(facts.get("acceptanceDueAt"))

    def on_received(self, event, facts):
        self.begin(event, facts.get("intake"), facts["competentAgency"])
        self.code, self.received, self.receipt_recorded = facts["code"], event.occurred, event.recorded

    def on_step_claimed(self, event, facts):
        self.tokens[facts["token"]]["officer"] = facts["officer"]

    on_step_assigned = on_step_claimed

    def on_step_advanced(self, event, facts):
        self.done_by[facts["step"]] = event.actor
        if facts["step"] == self.procedure.start and self.transferred is None:
            self.transferred = event.occurred

    def on_supplement_requested(self, event, facts):
        request = dict(facts["request"])
        asked = instant(request["requestedAt"])
        request["onFile"] = sum(any(p in new for at, new in self.came if at <= asked) for p in request["papers"])
        self.supplements.append(request)

    def on_supplement_received(self, event, facts):
        self.supplements[-1]["receivedAt"] = event.occurred
        self.acceptance_due = instant(facts.get("acceptanceDueAt")) or self.acceptance_due

    def on_payment_requested(self, event, facts):
        self.payments.append({"confirmed": None, "receipt": None})

    def on_payment_confirmed(self, event, facts):
        self.payments[-1].update(confirmed=event.occurred, receipt=facts.get("receiptNumber"))

    def on_apology_issued(self, event, facts):
        self.apologies.append({**facts["slip"], "recorded": event.recorded})
        self.reappointed = instant(facts["slip"]["newDueAt"])

    def on_declined(self, event, facts):
        self.end_slip, self.end_reason = facts.get("slipNumber"), facts.get("reason")

    def on_stopped(self, event, facts):
        self.end_slip, self.end_reason = facts.get("slipNumber"), facts.get("ground")
        self.stopped_by_person = bool(event.agency)

    def on_settled(self, event, facts):
        self.result = facts["result"]
        self.note_end(event)

    def on_returned(self, event, facts):
        self.handover = facts["handover"]
        self.note_end(event)

    def on_reopened(self, event, facts):
        self.result = self.ended = self.end_recorded = None

    def on_imported(self, event, facts):
        self.live = True

    def note_end(self, event):
        others = self.world.ended[event.actor, event.agency]
        self.batch = 1 + len({key for at, key in others if at > event.recorded - timedelta(minutes=1)}) if event.agency else 0
        others.append((event.recorded, id(self)))

    # -- what it comes to

    def threshold(self, name):
        return self.world.thresholds.of(name, self.calendar.day(self.received or self.events[0][1].occurred))

    def limit(self):
        return self.clock["limit"] if self.clock else {}

    @property
    def same_day(self):
        return self.limit().get("unit") == "same-day"

    def clock_at(self, name):
        return instant(self.clock.get(name)) if self.clock else None

    @property
    def paused(self):
        return instant(self.clock["suspensions"].get("openSince")) if self.clock else None

    def late(self, at):
        """The last moment the clock ran lies beyond the limit."""
        limit = self.clock_at("lateFrom")
        return bool(limit and at) and min(at, self.paused or at) > limit

    def in_fact(self):
        """A signature bears a day: on another day than the end it counts until the office closed on it."""
        signed = day_of(self.result["date"])
        return self.ended if self.calendar.day(self.ended) == signed else self.calendar.closes(signed) or self.calendar.midnight_after(signed)

    def at_work(self):
        return [t for t in self.tokens.values() if t.get("agency")]

    def judge(self, now):
        """Rises and falls of every rule."""
        if not self.live or self.procedure is None:
            return
        for rule, holds in RULES.items():
            if bool(holds(self, now)) == (rule in self.holds):
                continue
            if rule not in self.holds:
                self.holds.add(rule)
                self.begun[rule] += 1
            elif rule not in self.world.thresholds.forever:
                self.holds.remove(rule)
                self.ceased[rule] += 1


def complete(slip):
    return not any(blank(slip.get(k)) for k in ("slipNumber", "reason", "signer")) and instant(slip["newDueAt"]) > instant(slip["issuedAt"])


def end_or(d, now):
    return d.ended or now


def v04(d, now):
    if d.status in ("Settled", "Returned") and not d.result:
        return True
    if d.result and (blank(d.result.get("number")) or blank(d.result.get("file"))):
        return True
    if d.status == "Returned" and not d.handover:
        return True
    if not d.handover:
        return False
    nobody = d.handover.get("receiver") is None and d.handover.get("reference") is None
    return nobody or (d.result and d.calendar.day(instant(d.handover["handedOverAt"])) < day_of(d.result["date"]))


def v05b(d, now):
    unit = d.limit()
    if not d.clock or d.same_day or (unit.get("days", 99) if unit.get("unit") == "working-days" else 99) <= d.threshold("shortLimitDays"):
        return False
    least = d.threshold("lastDays") * d.calendar.day_minutes
    return any(p["kind"] in ("Supplement", "Payment", "Suspension") and p.get("dueBefore")
               and d.calendar.working_minutes(instant(p["from"]), instant(p["dueBefore"])) < least for p in d.pauses)


def v06b(d, now):
    quick = d.result and d.received and d.end_recorded - d.receipt_recorded <= timedelta(minutes=d.threshold("backfillMinutes"))
    return quick and not d.same_day and len(d.people) == 1


def v07(d, now):
    if not d.received:
        return False
    late = d.receipt_recorded - d.received > timedelta(minutes=d.threshold("slipWithinMinutes"))
    no_date = d.limit().get("unit", "none") != "none" and not d.clock_at("originalDueAt")
    return late or no_date or (not d.papers and d.procedure.papers_required(d.case) > 0)


def v30(d, now):
    due = d.clock_at("dueAt")
    if not d.apologies or not due:
        return False
    local = d.calendar.local(due)
    latest = datetime.combine(d.calendar.add_days(local.date(), -d.threshold("apologyDaysBefore")), local.timetz())
    return any(a["recorded"] > latest for a in d.apologies)


def v34(d, now):
    promised, limit = d.clock_at("originalDueAt"), d.limit()
    if not promised or limit.get("unit") not in ("working-days", "calendar-days", "same-day"):
        return False
    day, cut_off = d.calendar.day(d.received), limit.get("cutOff") or d.clock["policy"].get("lateFilingCutOff")
    while not d.calendar.works(day) or (day == d.calendar.day(d.received) and cut_off and d.calendar.local(d.received).time().isoformat() > cut_off):
        day += timedelta(1)
    if limit["unit"] == "working-days":
        day = d.calendar.add_days(day, limit["days"])
    elif limit["unit"] == "calendar-days":
        day += timedelta(limit["days"])
        while not d.calendar.works(day):
            day += timedelta(1)
    return promised != d.calendar.closes(day)


def v37(d, now):
    return bool(d.late_steps) or (not d.paused and any(t.get("dueAt") and now > instant(t["dueAt"]) for t in d.at_work()))


def v38(d, now):
    if not d.received or d.same_day:
        return False
    morning = d.calendar.add_minutes(d.calendar.midnight_after(d.calendar.day(d.received)), int(d.threshold("transferGraceHours") * 60))
    early = d.calendar.hour(d.received) < d.threshold("transferCutOff")
    latest = (d.calendar.closes(d.calendar.day(d.received)) if early else None) or morning
    return (d.transferred or d.ended or d.paused or now) > latest


def v39(d, now):
    most = d.threshold("acknowledgeHours") * 60
    return not d.paused and any(not t.get("officer") and d.calendar.working_minutes(instant(t["arrivedAt"]), now) > most for t in d.at_work())


def v40(d, now):
    if d.status == "Declined":
        return blank(d.end_slip) or (d.acceptance_due and d.end_recorded > d.acceptance_due)
    return d.status == "Stopped" and ((d.stopped_by_person and blank(d.end_slip)) or d.late(d.ended))


def v42(d, now):
    if d.status == "AwaitingSupplement" and all(s.get("receivedAt") for s in d.supplements):
        return True
    if d.status == "AwaitingPayment" and not d.payments:
        return True
    return any(not p.get("until") and p.get("answerDueAt") and now > instant(p["answerDueAt"]) for p in d.pauses)


def v43(d, now):
    least = d.threshold("resumeWithinDays") * d.calendar.day_minutes
    return d.status == "AwaitingPayment" and d.payments and all(
        p["confirmed"] and d.calendar.working_minutes(p["confirmed"], now) > least for p in d.payments)


def v44(d, now):
    tolerance = timedelta(minutes=d.threshold("consentToleranceMinutes"))
    return any(d.procedure.silence_consents(t["step"]) and t.get("dueAt") and now > instant(t["dueAt"]) + tolerance for t in d.tokens.values())


def v45(d, now):
    return any(d.procedure.asks(s) for s in d.late_steps) or any(
        d.procedure.asks(t["step"]) and t.get("dueAt") and now > instant(t["dueAt"]) for t in d.tokens.values())


def v46(d, now):
    return d.acceptance_due and d.status != "AwaitingSupplement" and (d.received or d.ended or now) > d.acceptance_due


def v50(d, now):
    paid = [p for p in d.payments if p["confirmed"]]
    return any(blank(p["receipt"]) for p in paid) or (d.status in ("Declined", "Withdrawn", "Stopped") and bool(paid))


def v51(d, now):
    parts = (d.code or "").split("-")
    return len(parts) == 3 and len(parts[1]) == 6 and date(2000 + int(parts[1][:2]), int(parts[1][2:4]), int(parts[1][4:])) != d.calendar.day(d.received)


def v52(d, now):
    receiver = next((e.actor for kind, e, _ in d.events if kind == "received" and e.agency), None)
    counter = d.procedure.role(d.procedure.start)
    return receiver and any(who == receiver and d.procedure.role(step) not in (None, counter) for step, who in d.done_by.items())


def v54(d, now):
    first, last = d.threshold("nightFrom"), d.threshold("nightTo")
    return any(e.agency and kind not in BY_APPLICANTS and not last <= d.calendar.hour(e.recorded) < first for kind, e, _ in d.events)


BY_APPLICANTS = ("submitted", "withdrawn", "supplement-received")

RULES = {
    "V01": lambda d, now: d.late(end_or(d, now)) and not any(complete(a) for a in d.apologies),
    "V02": lambda d, now: d.status in ("Settled", "Returned") and d.late(d.ended),
    "V03": lambda d, now: d.status in OPEN and d.late(now),
    "V04": v04,
    "V05a": lambda d, now: d.ended and d.end_recorded - d.ended > timedelta(hours=d.threshold("backdatedHours")),
    "V05b": v05b,
    "V05c": lambda d, now: any(kind == "reopened" for kind, _, _ in d.events),
    "V06a": lambda d, now: d.result and day_of(d.result["date"]) < d.calendar.day(d.received),
    "V06b": v06b,
    "V07": v07,
    "V09": lambda d, now: any(p not in d.procedure.papers for s in d.supplements for p in s["papers"]),
    "V10": lambda d, now: sum(not s.get("officerFault") for s in d.supplements) > d.threshold("requestsAtMost"),
    "V11a": lambda d, now: d.result and not d.late(d.in_fact()) and d.late(d.end_recorded),
    "V11b": lambda d, now: d.result and d.late(d.in_fact()) and not d.late(d.end_recorded),
    "V30": v30,
    "V31": lambda d, now: any(not complete(a) or instant(a["newDueAt"]) <= d.clock_at("originalDueAt") for a in d.apologies),
    "V32": lambda d, now: len(d.apologies) > d.threshold("reAppointments"),
    "V33": lambda d, now: d.reappointed and not d.paused and end_or(d, now) > d.reappointed,
    "V34": v34,
    "V35": lambda d, now: d.clock_at("originalDueAt") and not d.calendar.works(d.calendar.day(d.clock_at("originalDueAt"))),
    "V37": v37,
    "V38": v38,
    "V39": v39,
    "V40": v40,
    "V41": lambda d, now: d.status == "Stopped" and blank(d.end_reason),
    "V42": v42,
    "V43": v43,
    "V44": v44,
    "V45": v45,
    "V46": v46,
    "V47": lambda d, now: d.status == "Settled" and d.calendar.working_days(d.calendar.day(d.ended), d.calendar.day(now)) > d.threshold("collectWithinDays"),
    "V50": v50,
    "V51": v51,
    "V52": v52,
    "V54": v54,
    "V54b": lambda d, now: d.batch > d.threshold("batchAtMost"),
    "V55": lambda d, now: any(s["number"] > 1 and not s.get("officerFault") and s["onFile"] > 0 for s in d.supplements),
}


class Event:
    def __init__(self, written):
        self.recorded, self.occurred = instant(written["recordedAt"]), instant(written["occurredAt"])
        self.actor, self.agency, self.procedure = written["actor"], written["agency"], written["procedureCode"]

    @property
    def judged(self):
        """What the engine does by itself it does at its legal instant, whenever that is observed."""
        return self.recorded if self.agency else self.occurred


def follow(lines, world):
    """Every dossier of the export, followed from act to act."""
    events = [json.loads(line) for line in lines if line.strip()]
    imported = {e["dossierCode"] for e in events if e["kind"] == "imported"}
    dossiers, last = {}, None
    for written in events:
        key, kind, facts = written["dossierCode"], written["kind"], json.loads(written["payloadJson"])
        event = Event(written)
        last = event.recorded if last is None else max(last, event.recorded)
        if key not in dossiers:
            dossiers[key] = Dossier(world)
            # What another system did is judged once, when it is taken over.
            dossiers[key].live = key not in imported
        dossier = dossiers[key]
        if kind in FINDINGS:
            note(dossier, kind, facts)
            continue
        dossier.batch = 0
        dossier.judge(event.judged)
        dossier.apply(event, kind, facts)
        dossier.judge(event.judged)
    for dossier in dossiers.values():
        dossier.batch = 0
        dossier.judge(last)
    return dossiers


def note(dossier, kind, facts):
    if kind == "finding-raised":
        (dossier.raised if facts["finding"].get("kind", "Violation") == "Violation" else dossier.odd)[facts["finding"]["rule"]] += 1
    elif kind == "finding-cleared":
        dossier.cleared[facts["rule"]] += 1


def compare(dossiers, world):
    """One line a rule; the number of rules that differ."""
    wrong = 0
    print(f"{'rule':6}{'counted':>9}{'found':>9}{'ceased':>9}{'cleared':>9}{'dossiers':>10}")
    for rule in sorted(world.thresholds.raising):
        if rule not in RULES:
            print(f"{rule:6}  not counted: {sum(d.raised[rule] for d in dossiers.values())} found")
            continue
        differ = sorted(k for k, d in dossiers.items() if (d.begun[rule], d.ceased[rule], 0) != (d.raised[rule], d.cleared[rule], d.odd[rule]))
        counted, found, ceased, cleared = (sum(getattr(d, name)[rule] for d in dossiers.values()) for name in ("begun", "raised", "ceased", "cleared"))
        print(f"{rule:6}{counted:>9}{found:>9}{ceased:>9}{cleared:>9}{sum(d.begun[rule] > 0 for d in dossiers.values()):>10}"
              + (f"   differ: {len(differ)}: " + ", ".join(differ[:5]) if differ else ""))
        wrong += bool(differ)
    return wrong


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--rules", default=CHECKED, help="the rules folder; default: that of this repository")
    arguments.add_argument("--events", type=argparse.FileType(encoding="utf-8"), default=sys.stdin, help="the export; default: standard input")
    given = arguments.parse_args()
    world = World(given.rules)
    dossiers = follow(given.events, world)
    wrong = compare(dossiers, world)
    fired = sum(any(d.begun[rule] for d in dossiers.values()) for rule in RULES)
    print(f"{len(dossiers)} dossiers, {len(RULES)} rules counted, {fired} of them held somewhere, {wrong} differ")
    return 1 if wrong or not dossiers else 0


if __name__ == "__main__":
    sys.exit(main())

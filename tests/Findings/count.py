#!/usr/bin/env python3
"""Counts violations from an event export alone and compares them with the findings the engine wrote.

    tthc watch --until-caught-up --json | python3 tests/Findings/count.py

Nothing of the engine is used: the limits of each clock stand in the events, the rest is arithmetic on instants. Exit code 1 when a
count differs; the dossiers that differ are named.
"""
import json
import sys
from collections import defaultdict
from datetime import datetime, timedelta, timezone

JUDGED = ["V01", "V02", "V03", "V05c", "V09", "V10", "V31", "V32", "V33"]


def instant(text):
    return None if text is None else datetime.fromisoformat(text.replace("Z", "+00:00"))


class Dossier:
    def __init__(self):
        self.clock = None
        self.received = False
        self.open = False
        self.apologies = []
        self.reappointed = None
        self.supplements = 0
        self.expected = set()
        self.found = set()
        self.last = None

    def late_at(self, at):
        """Late: the last moment the clock ran lies beyond the limit."""
        if not self.clock or not self.clock.get("lateFrom"):
            return False
        paused = instant((self.clock.get("suspensions") or {}).get("openSince"))
        ran = paused if paused and paused < at else at
        return ran > instant(self.clock["lateFrom"])

    def paused(self):
        return bool(self.clock and (self.clock.get("suspensions") or {}).get("openSince"))

    def pass_time(self, until):
        """What became true by itself since the act before."""
        if not self.open:
            return
        if self.late_at(until):
            self.expected.add("V03")
            if not any(complete(a) for a in self.apologies):
                self.expected.add("V01")
        if self.reappointed and not self.paused() and until > self.reappointed:
            self.expected.add("V33")

    def act(self, kind, facts, occurred, recorded):
        self.pass_time(min(recorded, occurred) if kind in ENDS else recorded)
        if facts.get("clock"):
            self.clock = facts["clock"]
        if kind == "received":
            self.received = self.open = True
        elif kind == "apology-issued":
            slip = facts["slip"]
            self.apologies.append(slip)
            self.reappointed = instant(slip["newDueAt"])
            if not complete(slip) or self.reappointed <= instant(self.clock["originalDueAt"]):
                self.expected.add("V31")
            if len(self.apologies) > 1:
                self.expected.add("V32")
        elif kind == "supplement-requested" and not facts["request"].get("officerFault"):
            self.supplements += 1
            if self.supplements > 1:
                self.expected.add("V10")
        elif kind == "reopened":
            self.expected.add("V05c")
            self.open = True
        elif kind in ENDS and self.received:
            self.open = False
            if self.late_at(occurred):
                if kind == "settled":
                    self.expected.add("V02")
                if not any(complete(a) for a in self.apologies):
                    self.expected.add("V01")
            if self.reappointed and occurred > self.reappointed:
                self.expected.add("V33")


ENDS = {"settled", "withdrawn", "stopped", "declined"}


def complete(slip):
    return all((slip.get(k) or "").strip() for k in ("slipNumber", "reason", "signer")) and instant(slip["newDueAt"]) > instant(slip["issuedAt"])


def main():
    dossiers = defaultdict(Dossier)
    last = None
    for line in sys.stdin:
        if not line.strip():
            continue
        event = json.loads(line)
        key = event.get("dossier_code") or event.get("dossierCode")
        kind = event["kind"]
        facts = event.get("payload_json") or event.get("payloadJson") or "{}"
        facts = json.loads(facts) if isinstance(facts, str) else facts
        occurred = instant(event.get("occurred_at") or event.get("occurredAt"))
        recorded = instant(event.get("recorded_at") or event.get("recordedAt"))
        last = recorded if last is None or recorded > last else last
        dossier = dossiers[key]
        if kind == "finding-raised":
            if facts["finding"].get("kind", "Violation") == "Violation":
                dossier.found.add(facts["finding"]["rule"])
        elif kind not in ("finding-cleared", "obligation-discharged", "deadline-passed"):
            dossier.act(kind, facts, occurred, recorded)
    for dossier in dossiers.values():
        dossier.pass_time(last)
    wrong = 0
    print(f"{'rule':8}{'counted':>10}{'found':>10}")
    for rule in JUDGED:
        counted = {k for k, d in dossiers.items() if rule in d.expected}
        found = {k for k, d in dossiers.items() if rule in d.found}
        print(f"{rule:8}{len(counted):>10}{len(found):>10}" + ("" if counted == found else "   differ: " + ", ".join(map(str, sorted(counted ^ found)[:5]))))
        wrong += counted != found
    print(f"{len(dossiers)} dossiers, {wrong} rule(s) differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""TTHC-TINH-19 (land certificate with a financial wait) from receipt to the returned result, by a client that knows the engine's address and nothing else."""
import datetime
import sys
import traceback
import uuid

import grpc

from reflection import Reflected
from server import server

V1 = "tthc.engine.v1."
ICT = datetime.timezone(datetime.timedelta(hours=7))


def local(day, month, hour, minute=0):
    """A moment of 2026 in local time, in seconds."""
    return int(datetime.datetime(2026, month, day, hour, minute, tzinfo=ICT).timestamp())


# Office hours of Quảng Ngãi are 7:30-11:30 and 13:00-17:00. In April and May 2026 these weekdays are off: Mon 27/4 (for Hùng Kings' day on
# Sun 26/4), Thu 30/4, Fri 1/5. The day of receipt is not counted (Civil Code, art. 147); a limit in days is due at the end of office.
RECEIVED = local(23, 4, 15)  # Thu 23/4 15:00
# Day 1 is Fri 24/4, days 2 and 3 are Tue 28/4 and Wed 29/4, days 4 to 8 are Mon 4/5 to Fri 8/5.
FIRST_DUE = local(8, 5, 17)
TO_TAX = local(28, 4, 14)  # Tue 28/4: 480 of day 1 and 240 + 60 of day 2 are used, the clock stops
USED = 480 + 300
NOTICE = local(29, 4, 9)
PAID = local(5, 5, 8)  # Tue 5/5
# The wait took 180 of Tue 28/4, 480 of Wed 29/4, 480 of Mon 4/5, 30 of Tue 5/5: 1170 minutes of office hours.
# 1170 after Fri 8/5 17:00 are 480 of Mon 11/5, 480 of Tue 12/5 and 210 of Wed 13/5.
SECOND_DUE = local(13, 5, 17)
# The next step has half a day, 240 minutes from 8:00: 210 before noon, 30 after 13:00.
PROOF_DUE = local(5, 5, 13, 30)
RETURNED = local(14, 5, 9)  # Thu 14/5: a day late
LATE = 90  # from Wed 13/5 17:00 to Thu 14/5 9:00


class Tap:
    """Test Anything Protocol in a few lines."""

    def __init__(self):
        self.passed = self.failed = 0

    def equal(self, actual, expected, name):
        good = actual == expected
        self.passed += good
        self.failed += not good
        print(f"{'ok' if good else 'not ok'} {self.passed + self.failed} - {name}")
        if not good:
            print(f"# expected {expected!r}\n# actual   {actual!r}")

    def end(self):
        print(f"1..{self.passed + self.failed}")
        print(f"{self.passed} passed, {self.failed} failed")
        return 0 if self.passed and not self.failed else 1


class Engine:
    """The calls a ministry's system makes."""

    def __init__(self, reflected):
        self._reflected = reflected

    def new(self, name, **fields):
        return self._reflected.message(V1 + name)(**fields)

    def call(self, method, officer, service="DossierService", **fields):
        call = self._reflected.method(V1 + service, method)
        return call(self.new(method + "Request", **fields), metadata=officer, timeout=30)

    def act(self, method, officer, **fields):
        return self.call(method, officer, request_id=str(uuid.uuid4()), **fields).dossier

    def at(self, seconds):
        self.call("AdvanceClock", (), service="SimulationService", to={"seconds": seconds})

    def status(self, number):
        """The name of a status without its prefix."""
        return self.new("Dossier").DESCRIPTOR.fields_by_name["status"].enum_type.values_by_number[number].name.removeprefix("DOSSIER_STATUS_")

    def timeliness(self, number):
        return self.new("Lateness").DESCRIPTOR.fields_by_name["in_fact"].enum_type.values_by_number[number].name.removeprefix("TIMELINESS_")

    def code_of(self, method, officer, **fields):
        try:
            self.call(method, officer, **fields)
            return grpc.StatusCode.OK
        except grpc.RpcError as error:
            return error.code()


def officer(name, agency, *roles):
    """Who calls stands in the metadata."""
    return (("tthc-actor", name), ("tthc-agency", agency), ("tthc-roles", ",".join(roles)))


DESK = officer("mot-cua", "qn-trung-tam", "one-stop-officer")


def filing():
    papers = [dict(key="registration", originals=1), dict(key="contract", copies=1), dict(key="handover", copies=1)]
    return dict(procedure_code="TTHC-TINH-19", applicant=dict(name="Trần Văn Nam", id_number="051090000002"), channel=1, papers=papers)


def do_step(engine, dossier):
    """Does the open step by the verb it says it is closed by, as an officer of the role and agency it says has it."""
    step = dossier.active_steps[0]
    who = officer(f"officer-of-{step.step}", step.agency, step.role)
    what = dict(dossier=dossier.code, expected_version=dossier.version)
    if step.closed_by == "AdvanceStep":
        return engine.act("AdvanceStep", who, step=step.step, action=[a for a in step.actions if a != "refuse"][0], **what)
    if step.closed_by == "SettleDossier":
        result = dict(number="02/GCN", date=dict(year=2026, month=5, day=14), file="sha256:gcn", kind="certificate")
        return engine.act("SettleDossier", who, result=result, **what)
    if step.closed_by == "ReturnResult":
        return engine.act("ReturnResult", who, handover=dict(receiver="Trần Văn Nam", channel=1), **what)
    raise AssertionError(f"step {step.step} is closed by '{step.closed_by}'")


def do_steps(engine, dossier, until):
    # Steps may have run out meanwhile, which are events of their own: the version is read again.
    dossier = engine.call("GetDossier", DESK, dossier=dossier.code).dossier
    while not until(dossier):
        dossier = do_step(engine, dossier)
    return dossier


def pay(engine, tap, dossier):
    engine.at(NOTICE)
    registry = officer("van-thu", dossier.active_steps[0].agency or "H48.4.1", "land-registry-officer")
    asked = engine.act("RequestPayment", registry, dossier=dossier.code, notice_number="TB-02", amount=9_000_000)
    tap.equal((engine.status(asked.status), asked.clock.paused_since.seconds), ("AWAITING_PAYMENT", TO_TAX), "the clock stands since it was sent to Tax")
    engine.at(PAID)
    paid = engine.act("ConfirmPayment", DESK, dossier=dossier.code, receipt_number="BL-02")
    tap.equal((paid.clock.elapsed_minutes, paid.clock.remaining_minutes), (USED, 8 * 480 - USED), "the wait is not counted")
    tap.equal((paid.due_at.seconds, paid.original_due_at.seconds), (SECOND_DUE, FIRST_DUE), "the appointment moves by the wait over a weekend and two holidays")
    tap.equal([s.due_at.seconds for s in paid.active_steps], [PROOF_DUE], "the next step is due after half a day over noon")
    return paid


def refuse(engine, tap, dossier):
    tap.equal(engine.code_of("GetDossier", (), dossier=dossier.code), grpc.StatusCode.UNAUTHENTICATED, "nobody may not read")
    tap.equal(engine.code_of("GetDossier", DESK, dossier="H48.1.1-260423-9999"), grpc.StatusCode.NOT_FOUND, "an unknown dossier is not found")
    tap.equal(engine.code_of("ReceiveDossier", DESK), grpc.StatusCode.INVALID_ARGUMENT, "an empty request is malformed")
    stranger = officer("la", "qn-trung-tam", "clerk")
    tap.equal(
        engine.code_of("AdvanceStep", stranger, request_id=str(uuid.uuid4()), dossier=dossier.code),
        grpc.StatusCode.PERMISSION_DENIED, "another role may not do the step")


def run(engine, tap):
    engine.at(RECEIVED)
    receipt = dict(request_id=str(uuid.uuid4()), **filing())
    first = engine.call("ReceiveDossier", DESK, **receipt)
    again = engine.call("ReceiveDossier", DESK, **receipt)
    dossier = first.dossier
    tap.equal((first.replayed, again.replayed, again.dossier == dossier), (False, True, True), "a repeated receipt gets the first reply")
    tap.equal(dossier.due_at.seconds, FIRST_DUE, "due after 8 working days over weekends and three days off")
    refuse(engine, tap, dossier)
    engine.at(TO_TAX)
    dossier = pay(engine, tap, do_steps(engine, dossier, lambda d: d.active_steps[0].closed_by == "ConfirmPayment"))
    engine.at(RETURNED)
    dossier = do_steps(engine, dossier, lambda d: engine.status(d.status) == "RETURNED")
    tap.equal((engine.timeliness(dossier.lateness.in_fact), dossier.lateness.late_minutes_in_fact), ("LATE", LATE), "returned late, by working minutes")
    messages = engine.call("WatchEvents", DESK, service="FeedService", until_caught_up=True)
    events = [e for m in messages for e in m.events if e.dossier_code == dossier.code]
    tap.equal([e.sequence for e in events], list(range(1, dossier.version + 1)), "the feed has every act in order")


def main():
    tap = Tap()
    with server("2026-04-23T01:00:00Z") as address, grpc.insecure_channel(address) as channel:
        reflected = Reflected(channel)
        tap.equal({V1 + "DossierService", V1 + "FeedService"} <= set(reflected.services), True, "the server names its services")
        try:
            run(Engine(reflected), tap)
        except Exception:
            tap.equal(traceback.format_exc(), "", "the dossier goes through")
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

'use strict';
// TTHC-TINH-19 (land certificate with a financial wait) from receipt to the returned result, as a ministry's system would drive it.
const { findServer } = require('./server');
const { grpc, Engine, as, text, refusal } = require('./client');
const { equal, report, end } = require('./tap');

// Office hours of Quảng Ngãi are 7:30-11:30 and 13:00-17:00, +07:00. Off: Saturdays, Sundays, Mon 31 August (swapped for Sat 22 August),
// Tue 1 and Wed 2 September 2026. A day of work is 480 minutes. The day of receipt is not counted (Civil Code, art. 147), and a limit in
// days is due at the end of office.
const RECEIVED = '2026-08-27T02:00:00Z'; // Thu 27/8 09:00
// Day 1 is Fri 28/8, days 2 and 3 are Thu 3/9 and Fri 4/9, days 4 to 8 are Mon 7/9 to Fri 11/9.
const FIRST_DUE = '2026-09-11T10:00:00Z'; // Fri 11/9 17:00
const TO_TAX = '2026-08-28T09:00:00Z'; // Fri 28/8 16:00: 240 + 180 = 420 minutes of day 1 are used, the clock stops
const NOTICE = '2026-09-03T03:00:00Z'; // Thu 3/9 10:00
const PAID = '2026-09-04T02:00:00Z'; // Fri 4/9 09:00
// The wait took 60 minutes of Fri 28/8, 480 of Thu 3/9, 90 of Fri 4/9: 630 of office hours; the weekend and three days off do not count.
// 630 after Fri 11/9 17:00 are 480 of Mon 14/9 and 150 of Tue 15/9.
const SECOND_DUE = '2026-09-15T10:00:00Z'; // Tue 15/9 17:00
const USED = 420;
const LEFT = 8 * 480 - USED;
// The next step has half a day, 240 minutes: 150 before noon of Fri 4/9, 90 after 13:00.
const PROOF_DUE = '2026-09-04T07:30:00Z'; // Fri 4/9 14:30
const RETURNED = '2026-09-08T03:00:00Z'; // Tue 8/9 10:00

const DESK = as('mot-cua', 'qn-trung-tam', 'one-stop-officer');
const filing = {
  procedure_code: 'TTHC-TINH-19',
  channel: 'CHANNEL_DIRECT',
  applicant: { name: 'Nguyễn Thị Hoa', id_number: '051190000001' },
  papers: [{ key: 'registration', originals: 1 }, { key: 'contract', copies: 1 }, { key: 'handover', copies: 1 }],
};

async function failureOf(call) {
  try {
    await call;
    return { code: grpc.status.OK, details: {} };
  } catch (error) {
    return refusal(error);
  }
}

/** Does the open step by the verb it says it is closed by, as an officer of the role and agency it says has it. */
async function doStep(engine, dossier) {
  const [step] = dossier.active_steps;
  const officer = as(`officer-of-${step.step}`, step.agency, step.role);
  const what = { dossier: dossier.code, expected_version: dossier.version };
  switch (step.closed_by) {
    case 'AdvanceStep':
      return engine.act('AdvanceStep', { ...what, step: step.step, action: step.actions.find((key) => key !== 'refuse') }, officer);
    case 'SettleDossier':
      return engine.act('SettleDossier', { ...what, result: { number: '01/GCN', date: { year: 2026, month: 9, day: 8 }, file: 'sha256:gcn', kind: 'certificate' } }, officer);
    case 'ReturnResult':
      return engine.act('ReturnResult', { ...what, handover: { receiver: 'Nguyễn Thị Hoa', channel: 'CHANNEL_DIRECT' } }, officer);
    default:
      throw new Error(`step ${step.step} is closed by '${step.closed_by}'`);
  }
}

async function doStepsUntil(engine, dossier, done) {
  while (!done(dossier)) ({ dossier } = await doStep(engine, dossier));
  return dossier;
}

async function receive(engine) {
  await engine.at(RECEIVED);
  const request = { request_id: `receipt-${process.pid}-${Date.now()}`, ...filing };
  const first = await engine.call('ReceiveDossier', request, DESK);
  const again = await engine.call('ReceiveDossier', request, DESK);
  equal([first.replayed, again.replayed], [false, true], 'a repeated receipt is replayed');
  equal(again.dossier, first.dossier, 'the replay is the first reply');
  equal(first.dossier.status, 'DOSSIER_STATUS_RECEIVED', 'received');
  equal(text(first.dossier.due_at), FIRST_DUE, 'due after 8 working days over a weekend and three days off');
  return first.dossier;
}

async function refuse(engine, dossier) {
  const wrong = await failureOf(engine.act('ReceiveDossier', { ...filing, papers: [{ key: 'no-such-paper', originals: 1 }] }, DESK));
  equal([wrong.code, wrong.details['google.rpc.ErrorInfo']?.[0].reason], [grpc.status.FAILED_PRECONDITION, 'unknown-paper'], 'a paper outside the list is refused by its id');
  equal(wrong.details['google.rpc.LocalizedMessage']?.map((m) => m.locale), ['vi', 'en'], 'the refusal is told in two languages');
  const malformed = await failureOf(engine.call('ReceiveDossier', {}, DESK));
  equal(malformed.code, grpc.status.INVALID_ARGUMENT, 'an empty request is malformed');
  equal(malformed.details['google.rpc.BadRequest']?.[0].field_violations.map((v) => v.field).filter((f) => !f.includes('.')).sort(), ['applicant', 'procedure_code', 'request_id'], 'all its fields are told at once');
  const nobody = await failureOf(engine.call('GetDossier', { dossier: dossier.code }, new grpc.Metadata()));
  equal(nobody.code, grpc.status.UNAUTHENTICATED, 'nobody may not read');
  const unknown = await failureOf(engine.call('GetDossier', { dossier: 'H48.1.1-260827-9999' }, DESK));
  equal(unknown.code, grpc.status.NOT_FOUND, 'an unknown dossier is not found');
  const late = await failureOf(engine.call('GetDossier', { dossier: dossier.code }, DESK, { deadline: Date.now() - 1000 }));
  equal(late.code, grpc.status.DEADLINE_EXCEEDED, 'a passed deadline is kept');
}

async function pay(engine, dossier) {
  const registry = as('thue', dossier.active_steps[0].agency || 'H48.4.1', 'land-registry-officer');
  await engine.at(NOTICE);
  const asked = (await engine.act('RequestPayment', { dossier: dossier.code, notice_number: 'TB-01', amount: 12500000 }, registry)).dossier;
  equal([asked.status, asked.clock.paused], ['DOSSIER_STATUS_AWAITING_PAYMENT', true], 'waits for payment with the clock standing');
  equal(text(asked.clock.paused_since), TO_TAX, 'since it was sent to Tax');
  await engine.at(PAID);
  const paid = (await engine.act('ConfirmPayment', { dossier: dossier.code, receipt_number: 'BL-01' }, DESK)).dossier;
  equal([paid.clock.paused, paid.clock.elapsed_minutes, paid.clock.remaining_minutes], [false, USED, LEFT], 'the wait is not counted');
  equal([text(paid.due_at), text(paid.original_due_at)], [SECOND_DUE, FIRST_DUE], 'the appointment moves by the wait, the first one stays on record');
  equal(paid.active_steps.map((s) => text(s.due_at)), [PROOF_DUE], 'the next step is due after half a day over noon');
  return paid;
}

async function run(engine) {
  let dossier = await receive(engine);
  await refuse(engine, dossier);
  await engine.at(TO_TAX);
  // The desk's step ran out meanwhile, which is an event of its own: the version has to be read again.
  dossier = (await engine.call('GetDossier', { dossier: dossier.code }, DESK)).dossier;
  dossier = await doStepsUntil(engine, dossier, (d) => d.active_steps[0].closed_by === 'ConfirmPayment');
  dossier = await pay(engine, dossier);
  await engine.at(RETURNED);
  dossier = (await engine.call('GetDossier', { dossier: dossier.code }, DESK)).dossier;
  dossier = await doStepsUntil(engine, dossier, (d) => d.status === 'DOSSIER_STATUS_RETURNED');
  equal([dossier.lateness.in_fact, dossier.lateness.on_system], ['TIMELINESS_EARLY', 'TIMELINESS_EARLY'], 'returned before the day it was due');
  equal([dossier.result.number, dossier.handover.receiver], ['01/GCN', 'Nguyễn Thị Hoa'], 'with its result and who took it');
  const events = (await engine.events(DESK)).filter((e) => e.dossier_code === dossier.code);
  equal(events.map((e) => e.sequence), Array.from({ length: dossier.version }, (_, i) => i + 1), 'the feed has every act in order');
  equal([events[0].kind, events.at(-1).kind], ['received', 'returned'], 'from receipt to return');
}

async function main() {
  const server = await findServer('2026-08-27T01:00:00Z');
  const engine = new Engine(server.address);
  try {
    await run(engine);
  } catch (error) {
    report(false, 'the dossier goes through', error.stack);
  } finally {
    engine.close();
    server.end();
  }
  end();
}

main();

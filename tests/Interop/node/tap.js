'use strict';
// Test Anything Protocol in a few lines, with the summary that a person looks for.
const assert = require('node:assert');

let passed = 0;
let failed = 0;

function report(good, name, problem) {
  const number = passed + failed + 1;
  if (good) passed++;
  else failed++;
  console.log(`${good ? 'ok' : 'not ok'} ${number} - ${name}`);
  if (problem) console.log(`# ${problem}`.replaceAll('\n', '\n# '));
}

function equal(actual, expected, name) {
  try {
    assert.deepStrictEqual(actual, expected);
    report(true, name);
  } catch (e) {
    report(false, name, e.message);
  }
}

function end() {
  console.log(`1..${passed + failed}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

module.exports = { equal, report, end };

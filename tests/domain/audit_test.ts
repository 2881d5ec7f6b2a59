import assert from "node:assert/strict";
import fc from "fast-check";
import { type AuditReport } from "../../src/events/audit.ts";
import { GENESIS } from "../../src/events/chain.ts";
import { TOMBSTONE } from "../../src/events/erasure.ts";
import type { ChainHead, RecordedEvent } from "../../src/events/event.ts";
import { exportLine, readCheckpoints } from "../../src/events/event_json.ts";
import {
  audit,
  exportOf,
  headOf,
  LINES,
  LOG,
  logOf,
  named,
} from "../support/exported_log.ts";

const WHOLE: AuditReport = {
  ok: true,
  events: 5,
  seq: 5,
  hash: LOG[4]!.hash,
  erased: 0,
  checkpoints: 0,
  findings: [],
};

Deno.test("an audit of a whole export finds nothing, and what was kept of it agrees", () => {
  assert.deepEqual(audit(LINES), WHOLE);
  const kept = [GENESIS, headOf(LOG.slice(0, 2)), headOf(LOG)];
  assert.deepEqual(audit(LINES, kept), { ...WHOLE, checkpoints: 3 });
  assert.deepEqual(
    kept.flatMap((head) => readCheckpoints(exportLine({ checkpoint: head }))),
    kept,
  );
  assert.deepEqual(readCheckpoints(JSON.stringify(kept[1])), [kept[1]]);
});

Deno.test("an audit takes exports that go on from each other as one", () => {
  const parts = [
    ...exportOf(LOG.slice(0, 2)),
    ...exportOf(LOG.slice(0, 4), 2),
    ...exportOf(LOG, 4),
  ];
  assert.deepEqual(audit(parts), WHOLE);
  assert.deepEqual(audit(exportOf(LOG, 2)), { ...WHOLE, events: 3 });
  const gap = [...exportOf(LOG.slice(0, 2)), ...exportOf(LOG, 4)];
  assert.deepEqual(audit(gap).findings, [
    "the export says that event 4 is the last, and it is event 2",
  ]);
});

Deno.test("an audit finds lines that are missing, doubled, in another order or put in", () => {
  const place = fc.nat({ max: LINES.length - 1 });
  fc.assert(fc.property(place, place, (a, b) => {
    assert(!audit(LINES.toSpliced(a, 1)).ok, `without line ${a}`);
    if (a !== 0 && a !== LINES.length - 1) {
      assert(!audit(LINES.toSpliced(b, 0, LINES[a]!)).ok, `${a} again at ${b}`);
    }
    if (a !== b) {
      const swapped = LINES.with(a, LINES[b]!).with(b, LINES[a]!);
      assert(!audit(swapped).ok, `${a} and ${b} swapped`);
    }
  }));
});

Deno.test("an audit says what is wrong and where", () => {
  const findings = (
    lines: readonly string[],
    kept: readonly ChainHead[] = [],
  ) => audit(lines, kept).findings;
  assert.deepEqual(findings([]), ["the export is empty"]);
  assert.deepEqual(findings(LINES.slice(1)), [
    "the export does not say where it starts",
  ]);
  assert.deepEqual(findings(LINES.slice(0, -1)), [
    "the export is cut off behind event 5",
  ]);
  assert.deepEqual(findings(LINES.with(3, "{}")), [
    "the line behind event 2 is no line of an export",
  ]);
  assert.deepEqual(findings(LINES.toSpliced(3, 1)), ["event 3 is missing"]);
  const changed = exportLine({ event: { ...LOG[2]!, actor: "usr_bob" } });
  assert.deepEqual(findings(LINES.with(3, changed)), [
    "event 3 is not what was written",
  ]);
});

Deno.test("an audit finds with a checkpoint that a log was cut off or written anew", () => {
  const kept = headOf(LOG);
  const cut = LOG.slice(0, 3);
  assert.deepEqual(audit(exportOf(cut)).findings, []);
  assert.deepEqual(audit(exportOf(cut), [kept]).findings, [
    "the log ends with event 3: those up to 5, of which a checkpoint tells, were cut off",
  ]);
  const anew = logOf(["a", "b", "c", "d", "x", "y"].map(named));
  assert.deepEqual(audit(exportOf(anew)).findings, []);
  assert.deepEqual(audit(exportOf(anew), [kept]).findings, [
    "event 5 is not the one of which a checkpoint tells",
  ]);
  assert.deepEqual(
    audit(exportOf(LOG, 3), [headOf(LOG.slice(0, 2))]).findings,
    [
      "the export starts behind event 2, of which a checkpoint tells",
    ],
  );
});

Deno.test("an audit takes erased contents only where an event names them", () => {
  const erased = (event: RecordedEvent): RecordedEvent => ({
    ...event,
    payload: TOMBSTONE,
    salt: null,
  });
  const log = logOf([
    ...["a", "b", "c"].map(named),
    {
      type: "PERSONAL_DATA_ERASED",
      payload: { subject_id: "usr_x", reason: "asked", seqs: [[2, 3]] },
    },
  ]);
  const two = log.with(1, erased(log[1]!)).with(2, erased(log[2]!));
  assert.deepEqual(audit(exportOf(two)), {
    ok: true,
    events: 4,
    seq: 4,
    hash: log[3]!.hash,
    erased: 2,
    checkpoints: 0,
    findings: [],
  });
  assert.deepEqual(audit(exportOf(two.with(0, erased(log[0]!)))).findings, [
    "event 1 was erased, and no event says so",
  ]);
});

import assert from "node:assert/strict";
import type { EventLog } from "../../ports/event_log.ts";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import { chainOn, GENESIS } from "../../src/events/chain.ts";
import type { ChainHead, RecordedEvent } from "../../src/events/event.ts";
import { verifyEvents } from "../../src/events/use_cases/verify_events.ts";
import { openTrial, value } from "../support/trial.ts";

type Read = Pick<EventLog, "after" | "head">;

/** Verifies a log of five events of which reading shows what `show` makes of it. */
async function verified(show: (log: Read) => Partial<Read>) {
  const trial = await openTrial();
  await trial.categories("Fuel");
  const uow: UnitOfWork = {
    run: (permit, work) =>
      trial.deps.uow.run(permit, (tx) => {
        const { events } = tx;
        const shown = show({
          after: (seq, limit) => events.after(seq, limit),
          head: () => events.head(),
        });
        return work({ ...tx, events: { ...events, ...shown } });
      }),
  };
  return {
    trial,
    verification: value(await verifyEvents({ uow }, trial.scope)),
  };
}

/** Shows these events and this head. */
function showing(
  events: readonly RecordedEvent[],
  { seq, hash }: ChainHead,
): () => Read {
  return () => ({
    after: (from, limit) =>
      Promise.resolve(
        events.filter((event) => event.seq > from).slice(0, limit),
      ),
    head: () => Promise.resolve({ seq, hash }),
  });
}

const LOG = chainOn(
  GENESIS,
  ["a", "b", "c", "d", "e"].map((name) => ({
    type: "TENANT_CREATED",
    payload: { name },
  })),
  {
    at: "2026-01-02T03:04:05.000Z",
    actor: "usr_ann",
    sourceAgent: "balance",
    salt: () => "00112233445566778899aabbccddeeff",
  },
);
const LAST = LOG.at(-1)!;

Deno.test("verifyEvents() reads a whole log to its head", async () => {
  const { trial, verification } = await verified(() => ({}));
  const { seq, hash } = (await trial.events()).at(-1)!;
  assert.equal(seq, 5);
  assert.deepEqual(verification, { ok: true, head: { seq, hash } });
});

for (
  const [what, events, head, seq, why] of [
    ["nothing at all", [], GENESIS, 1, "is missing"],
    ["only a head", [], LAST, 1, "is missing"],
    ["no head", LOG, GENESIS, 1, "is past the head"],
    ["a head too far back", LOG, LOG[2]!, 4, "is past the head"],
    ["a head too far on", LOG.slice(0, 3), LAST, 4, "is missing"],
    [
      "a head of another hash",
      LOG,
      { seq: 5, hash: "0".repeat(64) },
      5,
      "is not what the head says",
    ],
    ["a gap", LOG.toSpliced(2, 1), LAST, 3, "is missing"],
    ["no first event", LOG.slice(1), LAST, 1, "is missing"],
    [
      "a changed event",
      LOG.with(1, { ...LOG[1]!, actor: "usr_bob" }),
      LAST,
      2,
      "is not what was written",
    ],
  ] as const
) {
  Deno.test(`verifyEvents() finds a log with ${what} wrong`, async () => {
    const { verification } = await verified(showing(events, head));
    assert.deepEqual(verification, {
      ok: false,
      seq,
      why: `event ${seq} ${why}`,
    });
  });
}

Deno.test("verifyEvents() reads on when events are appended while it reads", async () => {
  // Each reading finds one event more than the one before: first none, at the end all.
  let readings = 0;
  const { verification } = await verified(() => {
    const there = LOG.slice(0, Math.min(Math.floor(readings++ / 2) + 1, 5));
    return showing(there, there.at(-1)!)();
  });
  assert.deepEqual(verification, {
    ok: true,
    head: { seq: 5, hash: LAST.hash },
  });
  assert.equal(readings > 8, true);
});

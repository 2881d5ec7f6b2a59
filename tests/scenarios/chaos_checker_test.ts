import assert from "node:assert/strict";
import { check, type Verdict } from "../chaos/checker.ts";
import { openLedger } from "../chaos/ledger.ts";

interface Told {
  readonly records: readonly object[];
  readonly events: readonly object[];
  readonly approvals: readonly object[];
  readonly waiting: number;
  readonly chain: object;
  readonly delivery: string;
}

const record = (n: number, status = "processed") => ({
  id: `rec_${n}`,
  external_id: `e${n}`,
  status,
  outcome: status === "processed" ? "needs_review" : null,
});
const events = (...told: readonly (readonly [string, number])[]) =>
  told.map(([type, n], i) => ({
    seq: i + 1,
    type,
    payload: { record_id: `rec_${n}` },
  }));
const approval = (n: number) => ({ record: { id: `rec_${n}` } });

/** Two records, as they should be. */
const WELL: Told = {
  records: [record(1), record(2)],
  events: events(
    ["INGESTED", 1],
    ["INGESTED", 2],
    ["PROCESSED", 2],
    ["PROCESSED", 1],
  ),
  approvals: [approval(2), approval(1)],
  waiting: 2,
  chain: { ok: true, seq: 4 },
  delivery: "taken_in",
};

/** The verdict on a service that says so of two accepted records, `e1` and `e2`, the second of them in a delivery. */
async function verdictOn(told: Told): Promise<Omit<Verdict, "events">> {
  const page = (data: readonly object[]) => ({ data, next_cursor: null });
  const answers: Readonly<Record<string, unknown>> = {
    "/api/v1/records": page(told.records),
    "/api/v1/events": page(told.events),
    "/api/v1/approvals": { ...page(told.approvals), waiting: told.waiting },
    "/api/v1/events/verify": told.chain,
    "/api/v1/deliveries/dlv_1": { status: told.delivery },
  };
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => Response.json(answers[new URL(request.url).pathname]),
  );
  const ledger = openLedger("t");
  const sent = (n: number) => ({
    key: `${n}`,
    later: n === 2,
    records: [{
      external_id: `e${n}`,
      description: "",
      amount: { minor: 1, currency: "GBP" },
    }],
  });
  ledger.note(sent(1), {
    accepted: 1,
    duplicates: 0,
    conflicts: [],
    record_ids: ["rec_1"],
  });
  ledger.note(sent(2), { delivery_id: "dlv_1" });
  try {
    const { events: _, ...verdict } = await check(
      `http://127.0.0.1:${server.addr.port}`,
      "key",
      ledger,
    );
    return verdict;
  } finally {
    await server.shutdown();
  }
}

const CASES: Readonly<
  Record<string, readonly [Partial<Told>, Partial<Verdict>]>
> = {
  "what is as it should be": [{}, {}],
  "a record that is not there": [
    { records: [record(1)], approvals: [approval(1)], waiting: 1 },
    {
      lost: 1,
      duplicated: 2,
      examples: [
        "t: e2 has no record",
        "t: rec_2 has one INGESTED event too many",
        "t: rec_2 has one PROCESSED event too many",
      ],
    },
  ],
  "an external id with two records": [
    {
      records: [...WELL.records, { ...record(3, "failed"), external_id: "e1" }],
    },
    {
      lost: 1,
      duplicated: 1,
      stuck: 1,
      examples: [
        "t: e1 has one record too many",
        "t: rec_3 has no INGESTED event",
        "t: e1 (failed) is not processed",
      ],
    },
  ],
  "a record that was processed twice": [
    {
      events: [...WELL.events, {
        seq: 5,
        type: "PROCESSED",
        payload: { record_id: "rec_1" },
      }],
      approvals: [approval(1), approval(2), approval(1)],
      waiting: 3,
      chain: { ok: true, seq: 5 },
    },
    {
      duplicated: 2,
      examples: [
        "t: rec_1 has one PROCESSED event too many",
        "t: rec_1 has one waiting approval too many",
      ],
    },
  ],
  "effects that are missing": [
    {
      events: events(["INGESTED", 1], ["INGESTED", 2], ["PROCESSED", 1]),
      approvals: [approval(1)],
      waiting: 1,
      chain: { ok: true, seq: 3 },
    },
    {
      lost: 2,
      examples: [
        "t: rec_2 has no PROCESSED event",
        "t: rec_2 has no waiting approval",
      ],
    },
  ],
  "what waits for ever": [
    {
      records: [record(1), record(2, "ingested")],
      events: events(["INGESTED", 1], ["INGESTED", 2], ["PROCESSED", 1]),
      approvals: [approval(1)],
      waiting: 1,
      chain: { ok: true, seq: 3 },
      delivery: "waiting",
    },
    {
      stuck: 2,
      examples: [
        "t: dlv_1 (waiting) was not taken in",
        "t: e2 (ingested) is not processed",
      ],
    },
  ],
  "a chain that is broken": [
    { chain: { ok: false, seq: 2, why: "hash" } },
    {
      chain_ok: false,
      examples: ['t: the chain {"ok":false,"seq":2,"why":"hash"}'],
    },
  ],
  "a number that is left out": [
    { events: WELL.events.map((one, i) => ({ ...one, seq: i + 2 })) },
    { chain_ok: false, examples: ['t: the chain {"ok":true,"seq":4}'] },
  ],
  "a log that is longer than what was proved": [
    { chain: { ok: true, seq: 3 } },
    { chain_ok: false, examples: ['t: the chain {"ok":true,"seq":3}'] },
  ],
  "approvals that are counted otherwise than listed": [
    { waiting: 3 },
    {
      duplicated: 1,
      examples: ["t: 3 approvals wait and 2 are listed"],
    },
  ],
};

for (const [name, [told, verdict]] of Object.entries(CASES)) {
  Deno.test(`the chaos suite's checker sees ${name}`, async () => {
    assert.deepEqual(await verdictOn({ ...WELL, ...told }), {
      lost: 0,
      duplicated: 0,
      stuck: 0,
      chain_ok: true,
      examples: [],
      ...verdict,
    });
  });
}

Deno.test("the chaos suite's ledger complains of answers that contradict each other", () => {
  const ledger = openLedger("t");
  const set = {
    key: "k",
    later: false,
    records: [{
      external_id: "e1",
      description: "",
      amount: { minor: 1, currency: "GBP" },
    }],
  };
  const answer = {
    accepted: 1,
    duplicates: 0,
    conflicts: [],
    record_ids: ["rec_1"],
  };
  ledger.note(set, answer);
  ledger.note({ ...set, key: "again" }, {
    ...answer,
    accepted: 0,
    conflicts: ["e1"],
    record_ids: ["rec_2"],
  });
  assert.deepEqual(ledger.wrong, [
    "e1 was rec_1 and is said to be rec_2",
    "again: the same content is said to be in conflict",
    "again: 0 new and 0 known of 1",
  ]);
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { chainOn, GENESIS, verifyChain } from "../../src/events/chain.ts";
import { TOMBSTONE } from "../../src/events/erasure.ts";
import type { RecordedEvent } from "../../src/events/event.ts";
import type { Fact } from "../../src/events/fact.ts";

const SALT = "00112233445566778899aabbccddeeff";

const SIGNATURE = {
  at: "2026-01-02T03:04:05.000Z",
  actor: "usr_ann",
  sourceAgent: "balance",
  salt: () => SALT,
} as const;

/** A log of as many events as there are names. */
const log = fc.array(fc.string(), { minLength: 2, maxLength: 12 })
  .map((names) =>
    chainOn(
      GENESIS,
      names.map((name): Fact => ({
        type: "TENANT_CREATED",
        payload: { name },
      })),
      SIGNATURE,
    )
  );
const place = fc.nat();

/** One change to one part of an event. */
const CHANGES: readonly ((event: RecordedEvent) => RecordedEvent)[] = [
  (e) => ({ ...e, type: "TENANT_UPDATED" }),
  (e) => ({ ...e, occurredAt: "2026-01-02T03:04:05.001Z" }),
  (e) => ({ ...e, actor: "usr_bob" }),
  (e) => ({ ...e, sourceAgent: "till" }),
  (e) => ({ ...e, payload: { name: `${e.payload.name}.` } }),
  (e) => ({ ...e, payload: { ...e.payload, more: null } }),
  (e) => ({ ...e, payload: {} }),
  (e) => ({ ...e, salt: e.salt!.replace(/.$/, "0") }),
  (e) => ({ ...e, salt: null }),
  (e) => ({
    ...e,
    payloadHash: e.payloadHash!.replace(/^./, (d) => d === "0" ? "1" : "0"),
  }),
  (e) => ({ ...e, payloadHash: null }),
  (e) => ({ ...e, payloadHash: null, salt: null }),
  (e) => ({ ...e, hash: e.hash.replace(/.$/, (d) => d === "0" ? "1" : "0") }),
];

Deno.test("chainOn() numbers from the head on, and verifyChain() agrees", () => {
  fc.assert(fc.property(log, place, (events, n) => {
    const cut = n % events.length;
    const last = events.at(-1)!;
    const whole = verifyChain(GENESIS, events);
    assert.deepEqual(whole, {
      ok: true,
      head: { seq: events.length, hash: last.hash },
    });
    assert.deepEqual(
      events.map(({ seq }) => seq),
      events.map((_, i) => i + 1),
    );
    const half = verifyChain(GENESIS, events.slice(0, cut));
    assert(half.ok);
    assert.deepEqual(verifyChain(half.head, events.slice(cut)), whole);
  }));
});

Deno.test("chainOn() gives the same events in one part or in several", () => {
  fc.assert(fc.property(log, place, (events, n) => {
    const facts = events as readonly unknown[] as Fact[];
    const cut = n % events.length;
    const first = chainOn(GENESIS, facts.slice(0, cut), SIGNATURE);
    const { seq, hash } = first.at(-1) ?? GENESIS;
    const second = chainOn({ seq, hash }, facts.slice(cut), SIGNATURE);
    assert.deepEqual([...first, ...second], events);
  }));
});

Deno.test("verifyChain() finds a change to any part of any event", () => {
  fc.assert(fc.property(log, place, (events, n) => {
    const at = n % events.length;
    for (const change of CHANGES) {
      const changed = events.with(at, change(events[at]!));
      assert.deepEqual(verifyChain(GENESIS, changed), {
        ok: false,
        seq: at + 1,
        why: `event ${at + 1} is not what was written`,
      });
    }
  }));
});

Deno.test("verifyChain() finds an event rewritten with a hash to match, at the next one", () => {
  fc.assert(fc.property(log, place, (events, n) => {
    const at = n % (events.length - 1);
    const { seq, hash } = events[at - 1] ?? GENESIS;
    const [forged] = chainOn({ seq, hash }, [{
      type: "TENANT_CREATED",
      payload: { name: `not ${events[at]!.payload.name}` },
    }], SIGNATURE);
    const result = verifyChain(GENESIS, events.with(at, forged!));
    assert(!result.ok);
    assert.equal(result.seq, at + 2);
  }));
});

Deno.test("verifyChain() finds a missing, a repeated and a swapped event", () => {
  fc.assert(fc.property(log, place, (events, n) => {
    const at = n % (events.length - 1);
    const missing = {
      ok: false,
      seq: at + 1,
      why: `event ${at + 1} is missing`,
    };
    const [one, two] = [events[at]!, events[at + 1]!];
    assert.deepEqual(verifyChain(GENESIS, events.toSpliced(at, 1)), missing);
    assert.deepEqual(
      verifyChain(GENESIS, events.with(at, two).with(at + 1, one)),
      missing,
    );
    assert.deepEqual(verifyChain(GENESIS, events.toSpliced(at, 0, one)), {
      ok: false,
      seq: at + 2,
      why: `event ${at + 2} is missing`,
    });
  }));
});

Deno.test("verifyChain() shows by its head that the end was cut off", () => {
  fc.assert(fc.property(log, (events) => {
    const cut = verifyChain(GENESIS, events.slice(0, -1));
    assert(cut.ok);
    assert.equal(cut.head.seq, events.length - 1);
  }));
});

Deno.test("chainOn() gives the hash that a reader can compute alone", async () => {
  const [event] = chainOn(GENESIS, [{
    type: "TENANT_CREATED",
    payload: { name: "é" },
  }], SIGNATURE);
  const text = "0".repeat(64) +
    `[1,"TENANT_CREATED","2026-01-02T03:04:05.000Z","usr_ann","balance","${
      event!
        .payloadHash
    }"]`;
  assert.equal(event!.salt, SALT);
  assert.equal(event!.payloadHash, await digest(`${SALT}{"name":"é"}`));
  assert.equal(event!.hash, await digest(text));
});

Deno.test("verifyChain() knows the hashes of events from before there were salts", async () => {
  const text = (name: string) =>
    `[1,"TENANT_CREATED","2026-01-02T03:04:05.000Z","usr_ann","balance",{"name":"${name}"}]`;
  const old = {
    ...chainOn(GENESIS, [{
      type: "TENANT_CREATED",
      payload: { name: "é" },
    }], SIGNATURE)[0]!,
    salt: null,
    payloadHash: null,
    hash: await digest("0".repeat(64) + text("é")),
  };
  assert.deepEqual(verifyChain(GENESIS, [old]), {
    ok: true,
    head: { seq: 1, hash: old.hash },
  });
  for (
    const changed of [
      { ...old, payload: { name: "e" } },
      { ...old, payload: TOMBSTONE },
      { ...old, salt: SALT },
      { ...old, payloadHash: await digest(`${SALT}{"name":"é"}`) },
    ]
  ) {
    assert.equal(verifyChain(GENESIS, [changed]).ok, false);
  }
});

Deno.test("verifyChain() holds without the contents that were erased", () => {
  fc.assert(fc.property(log, place, (events, n) => {
    const at = n % events.length;
    const whole = verifyChain(GENESIS, events);
    const erase = (event: RecordedEvent): RecordedEvent => ({
      ...event,
      payload: TOMBSTONE,
      salt: null,
    });
    const erased = erase(events[at]!);
    assert.deepEqual(
      verifyChain(GENESIS, events.with(at, erased)),
      whole,
    );
    assert.deepEqual(verifyChain(GENESIS, events.map(erase)), whole);
    for (
      const changed of [
        { ...erased, payload: { name: "forged" } },
        { ...erased, payload: events[at]!.payload },
        { ...erased, payload: { ...TOMBSTONE, more: null } },
        { ...erased, salt: SALT },
        { ...erased, payloadHash: null },
      ]
    ) {
      assert.deepEqual(verifyChain(GENESIS, events.with(at, changed)), {
        ok: false,
        seq: at + 1,
        why: `event ${at + 1} is not what was written`,
      });
    }
  }));
});

async function digest(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

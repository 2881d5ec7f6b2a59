import assert from "node:assert/strict";
import fc from "fast-check";
import { type Instant, plusMs } from "../../../src/kernel/instant.ts";
import type { Minor } from "../../../src/kernel/money.ts";
import {
  matchReceipt,
  type ReceiptCandidate,
} from "../../../src/receipts/match_receipt.ts";
import type { ReceiptFacts } from "../../../src/receipts/receipt.ts";
import { sampleIds } from "../../support/samples.ts";

const DAY = 86_400_000;
const AT: Instant = "2026-03-10T12:00:00.000Z";
const FACTS: ReceiptFacts = {
  amount: { minor: "10000", currency: "EUR" },
  occurredAt: AT,
  counterparty: "Timber & Sons Ltd",
};

function candidate(given: Partial<ReceiptCandidate> = {}): ReceiptCandidate {
  return {
    recordId: sampleIds.next("rec"),
    amount: { minor: "-10000", currency: "EUR" },
    occurredAt: AT,
    description: "CARD 4411 TIMBER SONS",
    counterparty: "Timber Sons",
    receipts: 0,
    ...given,
  };
}

const told = (facts: ReceiptFacts, ...candidates: ReceiptCandidate[]) =>
  matchReceipt(facts, candidates).map(({ score, ambiguous, reasons }) => [
    score,
    ambiguous,
    reasons.map(({ part, verdict }) => `${part} ${verdict}`).join(", "),
  ]);

Deno.test("each reason adds its points, and says so", () => {
  assert.deepEqual(told(FACTS, candidate()), [
    [1, false, "amount equal, date equal, counterparty alike"],
  ]);
  assert.deepEqual(
    told(
      FACTS,
      candidate({
        amount: { minor: "-11500", currency: "EUR" },
        occurredAt: plusMs(AT, 2 * DAY),
        counterparty: "Elsewhere",
        description: "Elsewhere",
      }),
    ),
    [[0.44, false, "amount more, date near, counterparty other"]],
  );
  assert.deepEqual(
    told(FACTS, candidate({ amount: { minor: "10000", currency: "EUR" } })),
    [[
      0.8,
      false,
      "amount equal, date equal, counterparty alike, direction came_in",
    ]],
  );
  assert.deepEqual(told(FACTS, candidate({ receipts: 2 })), [
    [
      0.8,
      false,
      "amount equal, date equal, counterparty alike, receipts has_one",
    ],
  ]);
  // Nothing is known but the day: too little to propose anything.
  const day = { amount: null, occurredAt: AT, counterparty: null };
  assert.deepEqual(told(day, candidate()), []);
  assert.deepEqual(
    told({ ...day, counterparty: "Timber & Sons" }, candidate()),
    [[0.4, false, "date equal, counterparty alike"]],
  );
});

Deno.test("another currency, another amount, and a day too far off are never proposed", () => {
  const money = (minor: Minor, currency = "EUR") => ({ minor, currency });
  for (
    const other of [
      { amount: money("-10000", "USD") },
      { amount: money("-9999") },
      { amount: money("-12501") },
      { amount: null },
      { occurredAt: plusMs(AT, -4 * DAY) },
      { occurredAt: plusMs(AT, 61 * DAY) },
    ]
  ) assert.deepEqual(told(FACTS, candidate(other)), [], JSON.stringify(other));
  assert.equal(told(FACTS, candidate({ amount: money("-12500") })).length, 1);
  assert.equal(
    told(FACTS, candidate({ occurredAt: plusMs(AT, -3 * DAY) })).length,
    1,
  );
});

Deno.test("two that cannot be told apart are ambiguous, and no third is", () => {
  const [one, two] = [candidate(), candidate()];
  const third = candidate({ occurredAt: plusMs(AT, 40 * DAY) });
  const proposals = matchReceipt(FACTS, [third, two, one]);
  assert.deepEqual(
    proposals.map(({ recordId, ambiguous }) => [recordId, ambiguous]),
    [[one.recordId, true], [two.recordId, true], [third.recordId, false]],
  );
});

const candidates = fc.array(
  fc.record({
    minor: fc.constantFrom<Minor>(
      "-10000",
      "-11000",
      "-12500",
      "-20000",
      "10000",
    ),
    currency: fc.constantFrom("EUR", "USD"),
    days: fc.integer({ min: -10, max: 80 }),
    name: fc.constantFrom("Timber Sons", "Elsewhere", null),
    receipts: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 30 },
).map((all) =>
  all.map(({ minor, currency, days, name, receipts }) =>
    candidate({
      amount: { minor, currency },
      occurredAt: plusMs(AT, days * DAY),
      counterparty: name,
      description: name ?? "",
      receipts,
    })
  )
);

Deno.test("whatever the candidates: their order does not matter, and each score is its reasons' sum within 0 and 1", () => {
  fc.assert(fc.property(candidates, fc.nat(), (all, turn) => {
    const at = all.length === 0 ? 0 : turn % all.length;
    const turned = [...all.slice(at), ...all.slice(0, at)].reverse();
    const proposals = matchReceipt(FACTS, all);
    assert.deepEqual(matchReceipt(FACTS, turned), proposals);
    assert(proposals.length <= 10);
    proposals.forEach(({ score, reasons, recordId }, i) => {
      const sum = reasons.reduce((total, { points }) => total + points, 0);
      assert(Math.abs(Math.min(1, Math.max(0, sum)) - score) < 0.02);
      assert(i === 0 || proposals[i - 1]!.score >= score);
      const { amount } = all.find((one) => one.recordId === recordId)!;
      assert.equal(amount!.currency, "EUR");
    });
  }));
});

Deno.test("further off in days is never likelier", () => {
  const score = (days: number) =>
    matchReceipt(FACTS, [candidate({ occurredAt: plusMs(AT, days * DAY) })])[0]
      ?.score ?? 0;
  for (let days = 0; days < 70; days++) assert(score(days + 1) <= score(days));
  for (let days = 0; days > -6; days--) assert(score(days - 1) <= score(days));
});

import assert from "node:assert/strict";
import { openAnchors } from "../../bench/quality/anchors/anchors.ts";
import { closedLoop } from "../../bench/quality/closed_loop.ts";
import {
  anchorFeedback,
  fullFeedback,
  openReviewed,
} from "../../bench/quality/full_feedback.ts";
import { measure } from "../../bench/quality/measures.ts";
import type { TenantSettings } from "../../src/tenancy/tenant.ts";
import { purchases } from "../support/purchases.ts";

Deno.test("full feedback through the service: what repeats is proposed", async () => {
  const rows = purchases(90);
  const seen: number[] = [];
  const company = await openReviewed(rows);
  const given = await fullFeedback(
    company,
    rows,
    { warm: 30, batch: 30 },
    (done) => void seen.push(done),
  );
  assert.deepEqual(seen, [30, 60, 90]);
  assert.deepEqual(
    given.map(({ truth }) => truth),
    rows.slice(30).map(({ label }) => label),
  );
  assert.deepEqual(measure(given), {
    accuracy: 1,
    macro_f1: 1,
    cov95: 1,
    cov99: 1,
  });
});

Deno.test("the closed loop counts what was settled, and as it was settled", async () => {
  // After the warm 30 the third shop sells something else, every second time.
  const rows = purchases(120).map((row, i) =>
    i >= 30 && i % 6 === 2 ? { ...row, label: "Gifts" } : row
  );
  const run = (settings: Partial<TenantSettings>) =>
    closedLoop(rows, { warm: 30, batch: 30 }, { seed: 3, settings });
  // Every proposal settles. None is looked at, so that what is wrong stays unknown.
  assert.deepEqual(await run({ similarityThreshold: 0, auditRate: 0 }), {
    settled: 1,
    precision: 75 / 90,
  });
  // Thirty that are right promise nothing like this.
  assert.deepEqual(await run({ targetPrecision: 0.999 }), {
    settled: 0,
    precision: null,
  });
});

Deno.test("the anchors learn what repeats, and nothing of the set they are asked about", async () => {
  const rows = purchases(90);
  for (const anchor of await openAnchors(rows)) {
    const given = anchorFeedback(anchor, rows, { warm: 30, batch: 30 });
    assert.equal(given.length, 60, anchor.name);
    assert.equal(measure(given).accuracy, 1, anchor.name);
  }
  const news = [...rows.slice(0, 30), {
    ...rows[0]!,
    description: "mica glass",
    label: "Windows",
  }];
  for (const anchor of await openAnchors(news)) {
    const [last] = anchorFeedback(anchor, news, { warm: 30, batch: 30 });
    assert.notEqual(last!.label, "Windows", anchor.name);
  }
});

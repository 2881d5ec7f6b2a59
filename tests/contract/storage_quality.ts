import assert from "node:assert/strict";
import type { CategoryId } from "../../src/kernel/ids.ts";
import type { ProposalOutcome } from "../../src/processing/proposal_outcome.ts";
import { sampleOutcome } from "../support/samples.ts";
import { type FreshTenant, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const day = (n: number) => `2026-04-${10 + n}T00:00:00.000Z` as const;
const SPAN = { from: day(1), to: day(5) };

export function qualityCases(test: Case): void {
  test("sums outcomes by source and whether settled, each by its chance", async (subject) => {
    const tenant = await freshTenant(subject);
    const [a, b] = categoryIds(tenant);
    const audit = {
      source: "rule",
      proposed: a,
      settled: true,
      inclusion: 0.25,
      amongCandidates: true,
    } as const;
    await keep(tenant, [
      { ...audit, decided: a },
      { ...audit, decided: a, inclusion: 0.5 },
      { ...audit, decided: null, amongCandidates: false },
      { ...audit, decided: b, inclusion: null },
      { ...audit, decided: a, inclusion: null },
      { ...audit, decided: a, decidedAt: day(5) },
      { ...audit, decided: a, decidedAt: day(0) },
      { source: "similarity", proposed: a, decided: b, amongCandidates: true },
      { decided: b },
    ]);
    const sums = await tenant.run((tx) => tx.quality.outcomes(SPAN));
    assert.deepEqual(
      sums.toSorted((x, y) => `${x.source}` < `${y.source}` ? -1 : 1),
      [
        {
          source: null,
          settled: false,
          n: 1,
          weight: 1,
          weightSquared: 1,
          weightRight: 0,
          wrong: 1,
          foundWrong: 0,
          sorted: 1,
          amongCandidates: 0,
        },
        {
          source: "rule",
          settled: true,
          n: 3,
          weight: 10,
          weightSquared: 36,
          weightRight: 6,
          wrong: 1,
          foundWrong: 1,
          sorted: 2,
          amongCandidates: 2,
        },
        {
          source: "similarity",
          settled: false,
          n: 1,
          weight: 1,
          weightSquared: 1,
          weightRight: 0,
          wrong: 1,
          foundWrong: 0,
          sorted: 1,
          amongCandidates: 1,
        },
      ],
    );
  });

  test("puts scores into bins of as many outcomes each", async (subject) => {
    const tenant = await freshTenant(subject);
    const [a, b] = categoryIds(tenant);
    const scored = (
      score: number,
      decided: CategoryId,
      part: Partial<ProposalOutcome> = {},
    ) => ({
      source: "similarity" as const,
      proposed: a,
      decided,
      score,
      ...part,
    });
    await keep(tenant, [
      scored(0.75, a),
      scored(0.25, b),
      scored(0.5, a),
      scored(0.5, b),
      scored(0.875, a, { settled: true, inclusion: 0.5 }),
      scored(0.9, b, { settled: true, inclusion: null }),
      scored(1, a, { source: "rule" }),
    ]);
    assert.deepEqual(await tenant.run((tx) => tx.quality.scores(SPAN, 2)), [
      {
        source: "rule",
        from: 1,
        to: 1,
        meanScore: 1,
        n: 1,
        weight: 1,
        weightSquared: 1,
        weightRight: 1,
      },
      {
        source: "similarity",
        from: 0.25,
        to: 0.5,
        meanScore: 1.25 / 3,
        n: 3,
        weight: 3,
        weightSquared: 3,
        weightRight: 1,
      },
      {
        source: "similarity",
        from: 0.75,
        to: 0.875,
        meanScore: 2.5 / 3,
        n: 2,
        weight: 3,
        weightSquared: 5,
        weightRight: 3,
      },
    ]);
  });

  test("counts what was decided where something else was proposed", async (subject) => {
    const tenant = await freshTenant(subject);
    const [a, b] = categoryIds(tenant);
    const rule = { source: "rule", proposed: a } as const;
    await keep(tenant, [
      { ...rule, decided: b },
      { ...rule, decided: b, settled: true, inclusion: null },
      { ...rule, decided: a },
      { ...rule, decided: null },
      { ...rule, decided: a, decidedAt: day(6) },
      { decided: a },
    ]);
    const found = await tenant.run((tx) => tx.quality.confusions(SPAN));
    assert.deepEqual(
      new Set(found),
      new Set([
        { proposed: a, decided: b, n: 2 },
        { proposed: a, decided: a, n: 1 },
        { proposed: a, decided: null, n: 1 },
      ]),
    );
    assert.equal(found.length, 3);
  });

  test("counts decisions and what a model was paid by what settled them, within the time asked for", async (subject) => {
    const { run, admit } = await freshTenant(subject);
    const [record] = await admit([{}]);
    const processed = (source: "rule" | "model" | null, tokens?: number) => ({
      type: "PROCESSED",
      payload: {
        record_id: record!.id,
        outcome: source ? "auto" : "needs_review",
        category_id: null,
        source,
        confidence: 1,
        ...tokens && { model: { tokens, cost_micros: tokens / 2 } },
      },
    } as const);
    await run((tx) =>
      Promise.resolve(
        tx.events.append([
          processed("rule"),
          processed(null, 30),
          processed("rule"),
          processed("model", 100),
          processed(null, 12),
          processed("rule"),
          { type: "REPROCESS_REQUESTED", payload: { record_id: record!.id } },
        ]),
      )
    );
    const [event] = await run((tx) => tx.events.after(0, 1));
    const at = event!.occurredAt;
    const always = {
      from: "1970-01-01T00:00:00.000Z",
      to: "2199-01-01T00:00:00.000Z",
    } as const;
    const counts = await run((tx) => tx.quality.decisions(always));
    assert.deepEqual(
      counts.toSorted((x, y) => y.count - x.count),
      [
        { source: "rule", count: 3, tokens: 0, costMicros: 0 },
        { source: null, count: 2, tokens: 42, costMicros: 21 },
        { source: "model", count: 1, tokens: 100, costMicros: 50 },
      ],
    );
    assert.deepEqual(
      await run((tx) => tx.quality.decisions({ ...always, to: at })),
      [],
    );
  });

  test("sums nothing of another tenant", async (subject) => {
    const [mine, theirs] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    const [a] = categoryIds(mine);
    const source = "similarity";
    await keep(mine, [{ source, proposed: a, decided: a, learned: 1 }]);
    await theirs.run(async ({ quality }) => {
      assert.deepEqual(await quality.outcomes(SPAN), []);
      assert.deepEqual(await quality.scores(SPAN, 10), []);
      assert.deepEqual(await quality.confusions(SPAN), []);
    });
  });
}

function categoryIds({ categories: [a, b] }: FreshTenant) {
  return [a.id, b.id] as const;
}

/** Each of a record of its own, decided within the span unless told. */
async function keep(
  { run, admit }: FreshTenant,
  outcomes: readonly Partial<ProposalOutcome>[],
): Promise<void> {
  const records = await admit(outcomes.map(() => ({})));
  await run((tx) =>
    tx.outcomes.keep(outcomes.map((one, i) =>
      sampleOutcome({
        recordId: records[i]!.id,
        decidedAt: day(1),
        ...one,
      })
    ))
  );
}

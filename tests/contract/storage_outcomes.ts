import assert from "node:assert/strict";
import type { ProposalOutcome } from "../../src/processing/proposal_outcome.ts";
import type { SourceTrust } from "../../src/processing/quality/trust.ts";
import { sampleOutcome } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const day = (n: number) => `2026-04-0${n}T00:00:00.000Z` as const;

export function outcomeCases(test: Case): void {
  test("counts audits by source, of what was settled, from an instant on", async (subject) => {
    const { run, admit, categories: [a, b] } = await freshTenant(subject);
    const audit = { proposed: a.id, settled: true, inclusion: 0.05 } as const;
    const given: readonly Partial<ProposalOutcome>[] = [
      { ...audit, source: "rule", decided: a.id, decidedAt: day(2) },
      { ...audit, source: "rule", decided: b.id, decidedAt: day(3) },
      { ...audit, source: "rule", decided: null, decidedAt: day(3) },
      { ...audit, source: "rule", decided: b.id, decidedAt: day(1) },
      { ...audit, source: "similarity", decided: a.id, decidedAt: day(4) },
      { ...audit, source: "model", inclusion: null, decidedAt: day(4) },
      { proposed: a.id, source: "model", decidedAt: day(4) },
      { source: null, proposed: null, decidedAt: day(4) },
    ];
    const records = await admit(given.map(() => ({})));
    await run((tx) =>
      tx.outcomes.keep(
        given.map((one, i) =>
          sampleOutcome({ recordId: records[i]!.id, decided: b.id, ...one })
        ),
      )
    );
    const counts = await run((tx) => tx.outcomes.auditedSince(day(2)));
    assert.deepEqual(
      counts.toSorted((x, y) => x.source < y.source ? -1 : 1),
      [
        { source: "rule", audited: 3, wrong: 2 },
        { source: "similarity", audited: 1, wrong: 0 },
      ],
    );
  });

  test("keeps the latest outcome of a record, and that chance had chosen it", async (subject) => {
    const { run, admit, categories: [a, b] } = await freshTenant(subject);
    const [record] = await admit([{}]);
    const found = sampleOutcome({
      recordId: record!.id,
      source: "similarity",
      proposed: a.id,
      decided: b.id,
      settled: true,
      inclusion: null,
      decidedAt: day(1),
    });
    const since = () => run((tx) => tx.outcomes.auditedSince(day(1)));
    await run((tx) => tx.outcomes.keep([found]));
    assert.deepEqual(await since(), []);
    const audited = { ...found, inclusion: 0.25 };
    await run((tx) => tx.outcomes.keep([audited]));
    await run((tx) =>
      tx.outcomes.keep([{ ...found, decided: a.id, decidedAt: day(2) }])
    );
    assert.deepEqual(await since(), [
      { source: "similarity", audited: 1, wrong: 0 },
    ]);
    await assert.rejects(
      run(async (tx) => {
        await tx.outcomes.keep([{ ...audited, decided: null }]);
        throw new Error("undone");
      }),
      /undone/,
    );
    assert.deepEqual(await since(), [
      { source: "similarity", audited: 1, wrong: 0 },
    ]);
  });

  test("distrusts a source once in a while, and trusts it again", async (subject) => {
    const { run } = await freshTenant(subject);
    const drop = (source: SourceTrust["source"], n: number): SourceTrust => ({
      source,
      distrustedBefore: day(n),
      droppedAt: day(n + 1),
    });
    const [model, rule] = [drop("model", 1), drop("rule", 2)];
    assert.deepEqual(await run((tx) => tx.outcomes.trust()), []);
    assert.deepEqual(
      await run((tx) => tx.outcomes.distrust([rule], day(1))),
      ["rule"],
    );
    assert.deepEqual(
      await run((tx) => tx.outcomes.distrust([model, drop("rule", 5)], day(2))),
      ["model"],
    );
    assert.deepEqual(
      await run((tx) => tx.outcomes.trust()),
      [model, rule],
    );
    assert.deepEqual(
      await run((tx) => tx.outcomes.distrust([drop("rule", 5)], day(3))),
      ["rule"],
    );
    assert.deepEqual(
      await run((tx) => tx.outcomes.trust()),
      [model, drop("rule", 5)],
    );
  });

  test("lets one of ten units distrust a source", async (subject) => {
    const { run } = await freshTenant(subject);
    const drop = {
      source: "rule",
      distrustedBefore: day(1),
      droppedAt: day(5),
    } as const;
    const told = await Promise.all(
      Array.from(
        { length: 10 },
        () => run((tx) => tx.outcomes.distrust([drop], day(4))),
      ),
    );
    assert.deepEqual(told.flat(), ["rule"]);
  });

  test("keeps one tenant's outcomes and trust from another", async (subject) => {
    const [mine, theirs] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    const [record] = await mine.admit([{}]);
    const [category] = mine.categories;
    const outcome = sampleOutcome({
      recordId: record!.id,
      source: "rule",
      proposed: category.id,
      decided: category.id,
      settled: true,
    });
    await mine.run(async (tx) => {
      await tx.outcomes.keep([outcome]);
      await tx.outcomes.distrust([{
        source: "rule",
        distrustedBefore: null,
        droppedAt: day(1),
      }], day(1));
    });
    await theirs.run(async (tx) => {
      assert.deepEqual(await tx.outcomes.auditedSince(day(1)), []);
      assert.deepEqual(await tx.outcomes.trust(), []);
    });
    assert.equal((await mine.run((tx) => tx.outcomes.trust())).length, 1);
  });
}

import assert from "node:assert/strict";
import type { RecordId } from "../../src/kernel/ids.ts";
import type { RecordDiff } from "../../src/rules/history/plan.ts";
import { SAMPLE_AT, sampleIds, sampleTrace } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const ALL = { limit: 100, cursor: null };

function sampleDiff(
  recordId: RecordId,
  given: Partial<RecordDiff> = {},
): RecordDiff {
  return {
    recordId,
    recordVersion: 1,
    becomes: "settled",
    changes: [{
      field: "category_id",
      before: null,
      after: "cat_fuel",
      rule_id: "rule_1",
      rule_version: 2,
    }],
    undo: null,
    ...given,
  };
}

/** What the differences of back-tests and runs promise. */
export function ruleDiffCases(test: Case): void {
  test("keeps diffs as they were put, and puts a later one of a record in place of the first", async (subject) => {
    const { run, admit } = await freshTenant(subject);
    const [one, two] = await admit([{}, {}]);
    const owner = sampleIds.next("bkt");
    const first = sampleDiff(one!.id);
    const other = sampleDiff(two!.id, {
      becomes: "kept",
      changes: [
        {
          field: "attributes.größe",
          before: 12.5,
          after: "'weit' ✈️",
          rule_id: null,
          rule_version: null,
        },
        {
          field: "review",
          before: true,
          after: false,
          rule_id: "rule_1",
          rule_version: 1,
        },
      ],
      undo: {
        decision: {
          status: "processed",
          outcome: "auto",
          categoryId: "cat_fuel",
          source: "rule",
          confidence: 0.875,
          trace: sampleTrace("büro"),
        },
        step: null,
        approval_id: "apr_1",
        outcome: {
          restored: ["counterparty"],
          left: [{ field: "category_id", because: "changed_again" }],
        },
      },
    });
    await run((tx) => tx.ruleDiffs.put(owner, []));
    await run((tx) => tx.ruleDiffs.put(owner, [first, other]));
    assert.deepEqual(
      (await run((tx) => tx.ruleDiffs.list(owner, ALL))).data,
      [other, first],
    );
    const again = { ...other, recordId: one!.id, recordVersion: 4 };
    await run((tx) => tx.ruleDiffs.put(owner, [again]));
    assert.deepEqual(
      (await run((tx) => tx.ruleDiffs.list(owner, ALL))).data,
      [other, again],
    );
    await run((tx) => tx.ruleDiffs.put(owner, [first]));
    assert.deepEqual(
      (await run((tx) => tx.ruleDiffs.list(owner, ALL))).data,
      [other, first],
    );
  });

  test("lists the diffs of one owner by page, the latest record first", async (subject) => {
    const { run, admit } = await freshTenant(subject);
    const records = await admit([{}, {}, {}, {}, {}]);
    const [mine, others] = [sampleIds.next("run"), sampleIds.next("bkt")];
    const diffs = records.map(({ id }) => sampleDiff(id));
    await run(async (tx) => {
      await tx.ruleDiffs.put(mine, diffs.slice(0, 2));
      await tx.ruleDiffs.put(mine, diffs.slice(2));
      await tx.ruleDiffs.put(others, diffs.slice(0, 1));
    });
    const [e, d, c, b, a] = diffs.toReversed();
    const page = (cursor: string | null) =>
      run((tx) => tx.ruleDiffs.list(mine, { limit: 2, cursor }));
    assert.deepEqual(await page(null), {
      data: [e, d],
      nextCursor: d!.recordId,
    });
    assert.deepEqual(await page(d!.recordId), {
      data: [c, b],
      nextCursor: b!.recordId,
    });
    assert.deepEqual(await page(b!.recordId), { data: [a], nextCursor: null });
  });

  test("counts the records of diffs that were changed since", async (subject) => {
    const { run, admit } = await freshTenant(subject);
    const records = await admit([{}, {}, {}]);
    const owner = sampleIds.next("bkt");
    const since = () => run((tx) => tx.ruleDiffs.changedSince(owner));
    assert.equal(await since(), 0);
    await run((tx) =>
      tx.ruleDiffs.put(owner, records.map(({ id }) => sampleDiff(id)))
    );
    assert.equal(await since(), 0);
    await run((tx) => tx.records.save(records.slice(0, 2), SAMPLE_AT));
    assert.equal(await since(), 2);
    const moved = sampleDiff(records[0]!.id, { recordVersion: 2 });
    await run((tx) => tx.ruleDiffs.put(owner, [moved]));
    assert.equal(await since(), 1);
  });

  test("hides diffs from other tenants, and undoes them with their unit", async (subject) => {
    const mine = await freshTenant(subject);
    const theirs = await freshTenant(subject);
    const [record] = await mine.admit([{}]);
    const owner = sampleIds.next("run");
    const diff = sampleDiff(record!.id, { recordVersion: 9 });
    const none = { data: [], nextCursor: null };
    await assert.rejects(
      mine.run(async (tx) => {
        await tx.ruleDiffs.put(owner, [diff]);
        throw new Error("undone");
      }),
      /undone/,
    );
    assert.deepEqual(
      await mine.run((tx) => tx.ruleDiffs.list(owner, ALL)),
      none,
    );
    await mine.run((tx) => tx.ruleDiffs.put(owner, [diff]));
    await theirs.run(async (tx) => {
      assert.deepEqual(await tx.ruleDiffs.list(owner, ALL), none);
      assert.equal(await tx.ruleDiffs.changedSince(owner), 0);
    });
    assert.equal(await mine.run((tx) => tx.ruleDiffs.changedSince(owner)), 1);
  });
}

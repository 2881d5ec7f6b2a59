import assert from "node:assert/strict";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { reprocessRecords } from "../../src/records/use_cases/reprocess_records.ts";
import { changeCategory } from "../../src/categories/use_cases/change_category.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

/** A rule that rewrites the very field it looks at, and an attribute. */
async function renamed() {
  const trial = await openTrial();
  const [fuel] = await trial.categories("Fuel");
  value(
    await createRule(trial.deps, trial.scope, {
      definition: {
        name: "tidy the name",
        enabled: true,
        when: { field: "counterparty", op: "equals", value: "QFL LTD" },
        then: {
          category_id: fuel!,
          counterparty: "Quillfuel",
          attributes: { kind: "fuel", unit: "Fleet" },
        },
        continue: false,
      },
      position: null,
    }),
  );
  const [id] = await trial.send(
    incoming({ counterparty: "QFL Ltd", attributes: { unit: "Yard" } }),
  );
  await trial.runJobs();
  const again = async () => {
    value(
      await reprocessRecords(trial.deps, trial.scope, { recordIds: [id!] }),
    );
    await trial.runJobs();
    return await trial.record(id!);
  };
  return { trial, fuel: fuel!, id: id!, again };
}

Deno.test("a rule that rewrites what it looks at still matches the second time", async () => {
  const { trial, fuel, id, again } = await renamed();
  const first = await trial.record(id);
  assert.equal(first.counterparty, "Quillfuel");
  assert.deepEqual(first.attributes, { unit: "Fleet", kind: "fuel" });
  const second = await again();
  assert.deepEqual(
    [second.categoryId, second.source, second.counterparty, second.attributes],
    [fuel, "rule", "Quillfuel", first.attributes],
  );
});

Deno.test("without its rule the record is what was received", async () => {
  const { trial, id } = await renamed();
  value(
    await reprocessRecords(trial.deps, trial.scope, { recordIds: [id] }),
  );
  const waiting = await trial.record(id);
  assert.deepEqual(
    [waiting.counterparty, waiting.attributes],
    ["QFL Ltd", { unit: "Yard" }],
  );
});

Deno.test("what a person settled outlives rules and reprocessing, field by field", async () => {
  const { trial, id, again } = await renamed();
  value(
    await correctRecord(trial.deps, trial.scope, id, {
      correction: { attributes: { unit: "Workshop" } },
      seenVersion: null,
    }),
  );
  const second = await again();
  assert.deepEqual(second.attributes, { unit: "Workshop", kind: "fuel" });
  assert.deepEqual(second.settledByPerson, ["attributes.unit"]);
});

Deno.test("a rule whose category was archived settles nothing and is not named as the one that did", async () => {
  const { trial, fuel, again } = await renamed();
  value(
    await changeCategory(trial.deps, trial.scope, fuel, {
      change: { archived: true },
      seenVersion: null,
    }),
  );
  const record = await again();
  assert.deepEqual(
    [record.outcome, record.categoryId],
    ["needs_review", null],
  );
  const tried = record.trace!.steps[0]!;
  assert(tried.kind === "rules_tried");
  assert.equal(tried.matched, null);
  assert.equal(tried.hits.length, 1);
});

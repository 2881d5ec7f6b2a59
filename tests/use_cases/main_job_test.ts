import assert from "node:assert/strict";
import { verifyEvents } from "../../src/events/use_cases/verify_events.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { explainRecord } from "../../src/processing/use_cases/explain_record.ts";
import { nextWant } from "../../src/processing/pipeline.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

Deno.test("a record that nothing is known of waits for a person", async () => {
  const trial = await openTrial();
  await trial.categories("Stationery");
  const [id] = await trial.send(incoming());
  await trial.runJobs();
  const record = await trial.record(id!);
  assert.equal(record.status, "processed");
  assert.equal(record.outcome, "needs_review");
  assert.equal(record.categoryId, null);
  const [approval] = await trial.waiting();
  assert.equal(approval!.recordId, id);
  assert.equal(approval!.because, "nothing_alike");
  assert.equal(approval!.suggestion, null);
});

Deno.test("a rule settles a record, and its hit is counted", async () => {
  const trial = await openTrial();
  const [fuel] = await trial.categories("Fuel");
  const { rule } = value(
    await createRule(trial.deps, trial.scope, {
      definition: {
        name: "BP is fuel",
        enabled: true,
        when: { field: "description", op: "contains", value: "bp snax" },
        then: { category_id: fuel! },
        continue: false,
      },
      position: null,
    }),
  );
  const [id] = await trial.send(incoming({ description: "BP  SNAX 24" }));
  await trial.runJobs();
  const record = await trial.record(id!);
  assert.deepEqual(
    [record.status, record.outcome, record.categoryId, record.source],
    ["processed", "auto", fuel, "rule"],
  );
  const tried = record.trace!.steps[0]!;
  assert(tried.kind === "rules_tried");
  assert.equal(tried.matched, rule.id);
  assert.deepEqual(await trial.waiting(), []);
});

Deno.test("what people approve settles what is alike, and tells why", async () => {
  const trial = await openTrial();
  const [office, fuel] = await trial.categories("Office", "Fuel");
  await trial.send(
    ...Array.from({ length: 12 }, () => incoming()),
    ...Array.from({ length: 12 }, () =>
      incoming({
        description: "Quillfuel forecourt",
        attributes: { unit: "Fleet" },
      })),
  );
  await trial.runJobs();
  const waiting = await trial.waiting();
  const records = await Promise.all(
    waiting.map((a) => trial.record(a.recordId)),
  );
  const decided = value(
    await decideApprovals(
      trial.deps,
      trial.scope,
      waiting.map((approval, i) => ({
        approvalId: approval.id,
        verdict: {
          kind: "override",
          categoryId: records[i]!.description.startsWith("Quill")
            ? fuel!
            : office!,
        },
        note: null,
      })),
    ),
  );
  assert.equal(decided.results.filter((one) => one.ok).length, 24);
  await trial.runJobs();
  const [id] = await trial.send(incoming());
  await trial.runJobs();
  const record = await trial.record(id!);
  assert.deepEqual(
    [record.outcome, record.categoryId, record.source],
    ["auto", office, "similarity"],
  );
  const { trace, categoryNames } = value(
    await explainRecord(trial.deps, trial.scope, id!, null),
  );
  const recalled = trace.steps.at(-1)!;
  assert(recalled.kind === "examples_recalled");
  assert.equal(recalled.neighbours[0]!.category_id, office);
  assert.equal(categoryNames[office!], "Office");
});

Deno.test("every fact of the main job is in the log, once, and the chain holds", async () => {
  const trial = await openTrial();
  const [office] = await trial.categories("Office");
  const ids = await trial.send(incoming(), incoming());
  await trial.runJobs();
  const [first, second] = await trial.waiting();
  await decideApprovals(trial.deps, trial.scope, [
    {
      approvalId: first!.id,
      verdict: { kind: "override", categoryId: office! },
      note: "paper",
    },
    { approvalId: second!.id, verdict: { kind: "reject" }, note: null },
  ]);
  const events = await trial.events();
  const told = events.filter((event) => "record_id" in event.payload)
    .map((event) => [event.type, event.payload.record_id]);
  assert.deepEqual(told, [
    ["INGESTED", ids[0]],
    ["INGESTED", ids[1]],
    ["PROCESSED", ids[0]],
    ["PROCESSED", ids[1]],
    ["TX_OVERRIDDEN", ids[0]],
    ["TX_REJECTED", ids[1]],
  ]);
  assert.equal(events.at(-1)!.actor, trial.owner.id);
  const verified = value(await verifyEvents(trial.deps, trial.scope));
  assert(verified.ok);
  assert.equal(verified.head.seq, events.length);
  assert.equal((await trial.record(ids[0]!)).status, "approved");
  assert.equal((await trial.record(ids[1]!)).status, "rejected");
});

Deno.test("every stored trace replays to its stored conclusion", async () => {
  const trial = await openTrial();
  const [office] = await trial.categories("Office");
  const ids = [
    ...await trial.send(...Array.from({ length: 30 }, () => incoming())),
  ];
  await trial.runJobs();
  const waiting = await trial.waiting();
  await decideApprovals(
    trial.deps,
    trial.scope,
    waiting.slice(0, 20).map(({ id }) => ({
      approvalId: id,
      verdict: { kind: "override", categoryId: office! },
      note: null,
    })),
  );
  ids.push(
    ...await trial.send(...Array.from({ length: 10 }, () => incoming())),
  );
  await trial.runJobs();
  for (const id of ids) {
    const { trace } = await trial.record(id);
    assert.deepEqual(nextWant(trace!.steps, trace!.limits), {
      kind: "stop",
      conclusion: trace!.conclusion,
    });
  }
});

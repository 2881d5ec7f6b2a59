import assert from "node:assert/strict";
import { changeCategory } from "../../src/categories/use_cases/change_category.ts";
import type { CategoryId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import { replayTraces } from "../../src/processing/use_cases/replay_traces.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import type { Tx } from "../../ports/unit_of_work.ts";
import { HOUR_MS, openTaught } from "../support/embedder_switch.ts";
import { namedEmbedder } from "../support/named_embedder.ts";
import { permitTo } from "../support/samples.ts";
import { answers, scriptedModel } from "../support/scripted_model.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

type Trial = Awaited<ReturnType<typeof openTrial>>;

const NOTHING = { category: 0, outcome: 0, source: 0 };

const replay = async ({ deps, tenant }: Trial) =>
  value(await replayTraces(deps, openTaskScope(tenant.id, "replay")));

/** Gives every waiting record this category. */
async function decideAll(trial: Trial, categoryId: CategoryId) {
  await trial.giveAll(() => categoryId);
  await trial.runJobs();
}

async function addRule({ deps, scope }: Trial, categoryId: CategoryId) {
  value(
    await createRule(deps, scope, {
      definition: {
        name: "stationery",
        enabled: true,
        when: { field: "description", op: "contains", value: "tallow" },
        then: { category_id: categoryId },
        continue: false,
      },
      position: null,
    }),
  );
}

Deno.test("a replay under what decided then finds no difference, and writes nothing", async () => {
  const trial = await openTrial();
  const [office] = await trial.categories("Office");
  await addRule(trial, office!);
  await trial.send(incoming(), incoming({ description: "Other" }));
  await trial.runJobs();
  const before = [await trial.events(), await trial.waiting()];
  assert.deepEqual(await replay(trial), {
    records: 2,
    replayed: 2,
    mismatches: [],
    differs: NOTHING,
    sample: [],
    people: { settled: 0, agreed: 0 },
  });
  assert.deepEqual([await trial.events(), await trial.waiting()], before);
  assert.equal(await trial.runJobs(), 0);
});

Deno.test("a replay finds what today's rules would decide otherwise, and whether people agree", async () => {
  const trial = await openTrial();
  const [office, travel] = await trial.categories("Office", "Travel");
  const [first] = await trial.send(incoming());
  await trial.runJobs();
  await decideAll(trial, office!);
  const [second] = await trial.send(incoming());
  await trial.runJobs();
  await decideAll(trial, travel!);
  await addRule(trial, office!);
  const found = await replay(trial);
  assert.deepEqual(found.differs, { ...NOTHING, outcome: 2 });
  assert.deepEqual(found.people, { settled: 2, agreed: 1 });
  assert.deepEqual(
    found.sample.map(({ recordId, in: kinds, before, after }) => [
      recordId,
      kinds,
      before.kind,
      after.kind === "settled" && [after.category_id, after.source],
    ]),
    [second, first].map((id) => [
      id,
      ["outcome"],
      "needs_review",
      [office, "rule"],
    ]),
  );
});

Deno.test("a replay reuses what the model said, calls none, and leaves out what it was never asked", async () => {
  const model = scriptedModel((call) => answers(call));
  const trial = await openTrial({ model });
  const [office] = await trial.categories("Office", "Travel");
  const [asked] = await trial.send(incoming());
  await trial.runJobs();
  assert.equal(model.calls.length, 1);
  const off = {
    ...trial,
    deps: { ...trial.deps, model: { ...model, profile: null } },
  };
  for (const now of [trial, off]) {
    const found = await replay(now);
    assert.deepEqual([found.records, found.replayed], [1, 1]);
    assert.deepEqual(found.differs, NOTHING);
  }
  // What it named is archived now: it would have to be asked again.
  value(
    await changeCategory(trial.deps, trial.scope, office!, {
      change: { archived: true },
      seenVersion: null,
    }),
  );
  const [fresh] = await trial.send(incoming({ description: "Other" }));
  assert.equal((await trial.record(fresh!)).trace, null);
  const found = await replay(trial);
  assert.deepEqual([found.records, found.replayed], [1, 0]);
  assert.equal(model.calls.length, 1);
  assert.equal((await trial.record(asked!)).trace?.steps.length, 3);
});

Deno.test("a replay names a record whose steps do not add up to its conclusion", async () => {
  const trial = await openTrial();
  const [id] = await trial.send(incoming());
  await trial.runJobs();
  const record = await trial.record(id!);
  const { trace } = record;
  const wrong = {
    ...trace!,
    conclusion: { kind: "rejected", source: "person" } as const,
  };
  const write = permitTo("records.write", trial.scope);
  await trial.deps.uow.run(write, async (tx) => {
    await tx.records.save([{ ...record, trace: wrong }], trial.clock.now());
    return ok(null);
  });
  const found = await replay(trial);
  assert.deepEqual(found.mismatches, [id]);
  assert.deepEqual(found.differs, NOTHING);
});

Deno.test("a replay under another embedder begins no switch, and keeps no vector", async () => {
  const before = namedEmbedder("before@1", { costly: true });
  const opened = await openTaught(before, ["alpaca"]);
  await opened.ask(opened.withEmbedders(before), "alpaca");
  const read = permitTo("records.write", opened.scope);
  const inside = async <T>(body: (tx: Tx) => Promise<T>) =>
    (await opened.deps.uow.run(read, async (tx) => ok(await body(tx)))).value;
  await inside((tx) => tx.textVectors.dropOldQueries(before.id, 0));
  const held = () =>
    inside(async (tx) => ({
      inUse: await tx.textVectors.inUse(),
      events: await tx.events.after(0, 1_000),
    }));
  const then = await held();
  assert.equal(then.inUse?.serving, "before@1");
  opened.clock.advance(HOUR_MS);
  const next = namedEmbedder("next@1", { costly: true });
  const deps = opened.withEmbedders(next, before);
  const scope = openTaskScope(opened.tenant.id, "replay");

  const asked = before.asked.length;
  for (const times of [1, 2]) {
    assert.equal(value(await replayTraces(deps, scope)).replayed, 2);
    assert.deepEqual(
      before.asked.slice(asked),
      Array.from({ length: times }, () => before.asked[asked - 1]),
    );
  }
  assert.deepEqual(next.asked, []);
  assert.deepEqual(await held(), then);
  assert.equal(await opened.runJobs(), 0);
});

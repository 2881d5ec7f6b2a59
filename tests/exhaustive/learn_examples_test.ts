import assert from "node:assert/strict";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { changeCategory } from "../../src/categories/use_cases/change_category.ts";
import { changeTenant } from "../../src/tenancy/use_cases/change_tenant.ts";
import { openTrial, value } from "../support/trial.ts";
import {
  learned,
  record,
  SETTINGS,
  teach,
  types,
} from "../support/taught_trial.ts";

Deno.test("a target that the examples cannot bear settles nothing", async () => {
  const trial = await openTrial({
    settings: { ...SETTINGS, targetPrecision: 0.999 },
  });
  const categories = await trial.categories("Timber", "Stationery", "Fuel");
  await teach(trial, categories, 300);
  const { version, judged } = (await learned(trial))!;
  assert(version >= 2, "more examples teach anew");
  assert(judged.length > 0);
  const [id] = await trial.send(record(3_000));
  await trial.runJobs();
  const decided = await trial.record(id!);
  assert.equal(decided.outcome, "needs_review");
  assert.equal(decided.trace!.limits.similarity_threshold, null);
});

Deno.test("an archived category, and other attributes to tell records apart by, teach anew", async () => {
  const trial = await openTrial({ settings: SETTINGS });
  const categories = await trial.categories("Timber", "Stationery", "Fuel");
  await teach(trial, categories, 200);
  const before = (await learned(trial))!;
  assert.deepEqual(before.classes.ids.toSorted(), categories.toSorted());
  value(
    await changeCategory(trial.deps, trial.scope, categories[2]!, {
      change: { archived: true },
      seenVersion: null,
    }),
  );
  await trial.runJobs();
  const after = (await learned(trial))!;
  assert.equal(after.version, before.version + 1);
  assert.deepEqual(
    after.classes.ids.toSorted(),
    categories.slice(0, 2).toSorted(),
  );
  value(
    await changeCategory(trial.deps, trial.scope, categories[0]!, {
      change: { name: "Wood" },
      seenVersion: null,
    }),
  );
  await trial.runJobs();
  assert.equal((await learned(trial))!.version, after.version, "a name is not");
  value(
    await changeTenant(trial.deps, trial.scope, {
      change: { settings: { contextAttributes: [] } },
      seenVersion: null,
    }),
  );
  await trial.runJobs();
  assert.equal((await learned(trial))!.version, after.version + 1);
});

Deno.test("what was settled without a person teaches nothing", async () => {
  const trial = await openTrial({ settings: SETTINGS });
  const categories = await trial.categories("Timber", "Stationery", "Fuel");
  await teach(trial, categories, 300);
  const count = async () => (await learned(trial))!.examples;
  const [before, requests] = [
    await count(),
    await types(trial, "LEARNING_REQUESTED"),
  ];
  await trial.send(...Array.from({ length: 300 }, (_, i) => record(i + 5_001)));
  await trial.runJobs();
  const settled = (await types(trial, "PROCESSED"))
    .filter(({ payload }) => payload.outcome === "auto").length;
  assert(settled >= 250, `${settled}`);
  assert.equal(await count(), before);
  assert.deepEqual(await types(trial, "LEARNING_REQUESTED"), requests);
});

Deno.test("proposals that people turned down are wrong ones among what is promised by", async () => {
  const trial = await openTrial({
    settings: { ...SETTINGS, targetPrecision: 0.999 },
  });
  const categories = await trial.categories("Timber", "Stationery", "Fuel");
  await teach(trial, categories, 200);
  const before = (await learned(trial))!;
  assert(before.judged.every(({ right }) => right));
  await trial.send(...Array.from({ length: 30 }, (_, i) => record(300 + i)));
  await trial.runJobs();
  trial.clock.advance(1_000);
  const at = trial.clock.now();
  value(
    await decideApprovals(
      trial.deps,
      trial.scope,
      (await trial.waiting()).map(({ id }) => ({
        approvalId: id,
        verdict: { kind: "reject" },
        note: null,
      })),
    ),
  );
  await trial.runJobs();
  await teach(trial, categories, 60);
  const after = (await learned(trial))!;
  assert.equal(after.version, before.version + 1);
  assert.equal(after.examples, 260);
  assert.deepEqual(
    after.judged.filter((one) => one.at === at).map(({ right }) => right),
    Array.from({ length: 30 }, () => false),
  );
});

Deno.test("what people decide while it is learned is learned next", async () => {
  const trial = await openTrial({
    settings: { ...SETTINGS, targetPrecision: 0.999 },
  });
  const categories = await trial.categories("Timber", "Stationery", "Fuel");
  // All at once: the first job to embed asks to learn, and the others are told that somebody is at it.
  await teach(trial, categories, 900, 900);
  assert.equal((await learned(trial))!.examples, 900);
});

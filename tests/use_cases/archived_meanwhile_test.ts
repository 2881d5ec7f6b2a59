import assert from "node:assert/strict";
import type { ModelCall } from "../../ports/language_model.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { changeCategory } from "../../src/categories/use_cases/change_category.ts";
import type { CategoryId } from "../../src/kernel/ids.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { watched } from "../support/outside_tx.ts";
import { recordsSeen } from "../support/model_answers.ts";
import { answers, scriptedModel } from "../support/scripted_model.ts";
import { incoming, openTrial, runJobs, value } from "../support/trial.ts";

const KNOWN = "Tallow & Reed stationery";
const NOVEL = "Quillback Hosting";
const OTHER = "Marrow Street garage";

/** A tenant that has one text as office, and a model during whose call about `NOVEL` office is archived. */
async function openArchiving() {
  let archive = () => Promise.resolve();
  const model = scriptedModel(async (call) => {
    const asked = textsOf(call);
    if (asked.includes(NOVEL)) await archive();
    // Office, the first of two labels, for as long as it can be chosen.
    const others = call.system.includes("Office") ? 1 : 0;
    return answers(call, (_, text) => ({ label: text === OTHER ? others : 0 }));
  });
  const trial = await openTrial({ model, wrap: watched });
  const [office, fuel] = await trial.categories("Office", "Fuel");
  await trial.send(...Array.from({ length: 12 }, () => incoming()));
  await trial.runJobs();
  await trial.giveAll(() => office!);
  await trial.runJobs();
  const taught = model.calls.length;
  archive = async () => {
    const given = { change: { archived: true }, seenVersion: null };
    value(await changeCategory(trial.deps, trial.scope, office!, given));
  };
  return {
    ...trial,
    office: office!,
    fuel: fuel!,
    /** What the model was asked about, call by call. */
    asked: () => model.calls.slice(taught).map(textsOf),
    /** How often each of the records was asked for again, and how often it was decided. */
    async told(ids: readonly string[]) {
      const events = await trial.events();
      const count = (type: string, id: string) =>
        events.filter((event) =>
          event.type === type && event.payload["record_id"] === id
        ).length;
      return ids.map((id) => [
        count("REPROCESS_REQUESTED", id),
        count("PROCESSED", id),
      ]);
    },
  };
}

function textsOf(call: ModelCall): readonly string[] {
  return recordsSeen(call).map(({ description }) => description);
}

const described = (...texts: readonly string[]) =>
  texts.map((description) => incoming({ description }));

Deno.test("a record that was settled as what is archived before the job ends is decided again, without it", async () => {
  const trial = await openArchiving();
  const [before] = await trial.send(incoming());
  await trial.runJobs();
  assert.deepEqual(
    [(await trial.record(before!)).categoryId],
    [trial.office],
  );
  const ids = await trial.send(...described(KNOWN, NOVEL));
  await trial.runJobs();
  const records = await Promise.all(ids.map((id) => trial.record(id)));
  assert.deepEqual(
    records.map(({ status, outcome, categoryId }) => [
      status,
      outcome,
      categoryId,
    ]),
    [
      ["processed", "needs_review", null],
      ["processed", "needs_review", null],
    ],
  );
  assert.deepEqual(
    (await trial.waiting()).map(({ recordId, suggestion, because }) => [
      recordId,
      suggestion,
      because,
    ]).sort(),
    [
      [ids[0], null, "nothing_alike"],
      [ids[1], trial.fuel, "not_sure_enough"],
    ],
  );
  assert.deepEqual(await trial.told(ids), [[1, 1], [1, 1]]);
  // What was settled before keeps the category that it truly had.
  assert.equal((await trial.record(before!)).categoryId, trial.office);
});

Deno.test("a category that a model names is not suggested once it is archived: the model is asked about what is left", async () => {
  const trial = await openArchiving();
  const ids = await trial.send(...described(NOVEL, OTHER));
  await trial.runJobs();
  const waiting = await trial.waiting();
  assert.deepEqual(
    waiting.map(({ recordId, suggestion }) => [recordId, suggestion]).sort(),
    ids.map((id) => [id, trial.fuel]),
  );
  // The other record's answer names what is open: it is decided at once and not asked about again.
  assert.deepEqual(trial.asked(), [[NOVEL, OTHER], [NOVEL]]);
  assert.deepEqual(await trial.told(ids), [[1, 1], [0, 1]]);
  const decided = value(
    await decideApprovals(
      trial.deps,
      trial.scope,
      waiting.map(({ id }) => ({
        approvalId: id,
        verdict: { kind: "approve" } as const,
        note: null,
      })),
    ),
  );
  assert.deepEqual(decided.results.map(({ ok }) => ok), [true, true]);
});

/** Three records of which two come out as office, archived meanwhile, and the process dies somewhere on the way. */
async function story(nth: number, when: CrashPoint) {
  const trial = await openArchiving();
  const fate = dying(trial.deps.uow, nth, when);
  const mortal = { ...trial.deps, uow: fate.uow };
  const records = described(KNOWN, NOVEL, OTHER);
  await untilDone(() => acceptRecords(mortal, trial.scope, records));
  await untilDone(() => runJobs(mortal, trial.feed));
  return { trial, died: fate.died() };
}

Deno.test("wherever a process dies, every record ends decided, and none with the archived category", async () => {
  for (const when of ["before", "inside", "after"] as const) {
    for (let nth = 1;; nth++) {
      const { trial, died } = await story(nth, when);
      const suggested = (await trial.waiting()).map(({ suggestion }) =>
        suggestion
      );
      const expected: (CategoryId | null)[] = [null, trial.fuel, trial.fuel];
      assert.deepEqual(
        suggested.sort(),
        expected.sort(),
        `dying ${when} unit ${nth}`,
      );
      if (!died) break;
    }
  }
});

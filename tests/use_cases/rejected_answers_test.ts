import assert from "node:assert/strict";
import { openCandidates } from "../../src/approvals/candidate.ts";
import type { Verdict } from "../../src/approvals/approval.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { listCategories } from "../../src/categories/use_cases/list_categories.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { replayTraces } from "../../src/processing/use_cases/replay_traces.ts";
import { answers, scriptedModel } from "../support/scripted_model.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A tenant whose model says office of everything. */
async function openStubborn() {
  const model = scriptedModel((call) => answers(call));
  const trial = await openTrial({ model });
  const [office, fuel] = await trial.categories("Office", "Fuel");
  return {
    ...trial,
    model,
    office: office!,
    fuel: fuel!,
    /** Sends one record more and tells what a person is asked about it. */
    async ask(description: string) {
      const [id] = await trial.send(incoming({ description }));
      await trial.runJobs();
      const waiting = await trial.waiting();
      const approval = waiting.find(({ recordId }) => recordId === id)!;
      const record = await trial.record(id!);
      const categories = value(await listCategories(trial.deps, trial.scope));
      const [recalled, answered] = record.trace!.steps.slice(1);
      assert(recalled?.kind === "examples_recalled");
      return {
        approval,
        asked: [approval.suggestion, approval.because],
        candidates: openCandidates(record, categories)
          .map(({ categoryId }) => categoryId),
        rejected: recalled.rejected,
        answer: answered?.kind === "model_answered"
          ? answered.category_id
          : undefined,
        async decide(verdict: Verdict) {
          const decision = { approvalId: approval.id, verdict, note: null };
          value(await decideApprovals(trial.deps, trial.scope, [decision]));
          await trial.runJobs();
        },
      };
    },
  };
}

Deno.test("what a person rejected for a text is not suggested for it again by the model that says so again, for 180 days", async () => {
  const trial = await openStubborn();
  const { office } = trial;
  const first = await trial.ask("Quillback Hosting");
  assert.deepEqual(first.asked, [office, "not_sure_enough"]);
  assert.deepEqual(first.candidates, [office]);
  assert.equal(first.rejected, undefined);
  await first.decide({ kind: "reject" });

  const rejectedAt = Date.parse(trial.clock.now());
  const again = await trial.ask("Quillback Hosting");
  assert.deepEqual(again.asked, [null, "model_undecided"]);
  assert.deepEqual(again.candidates, []);
  assert.deepEqual(again.rejected, [office]);
  assert.equal(again.answer, office);
  const other = await trial.ask("Marrow Street garage");
  assert.deepEqual(other.asked, [office, "not_sure_enough"]);

  const left = rejectedAt + 180 * DAY_MS - Date.parse(trial.clock.now());
  trial.clock.advance(left - 1);
  assert.deepEqual((await trial.ask("Quillback Hosting")).asked, [
    null,
    "model_undecided",
  ]);
  trial.clock.advance(1);
  assert.deepEqual((await trial.ask("Quillback Hosting")).asked, [
    office,
    "not_sure_enough",
  ]);
});

Deno.test("what a person overrode is not suggested for the text again, and the model is not asked", async () => {
  const trial = await openStubborn();
  const first = await trial.ask("Quillback Hosting");
  await first.decide({ kind: "override", categoryId: trial.fuel });
  const again = await trial.ask("Quillback Hosting");
  assert.deepEqual(again.asked, [trial.fuel, "not_sure_enough"]);
  assert.deepEqual(again.candidates, [trial.fuel]);
  assert.deepEqual(again.rejected, [trial.office]);
  assert.equal(again.answer, undefined);
  assert.equal(trial.model.calls.length, 1);
});

Deno.test("a category that a person gives the text after all is suggested again", async () => {
  const trial = await openStubborn();
  await (await trial.ask("Quillback Hosting")).decide({ kind: "reject" });
  const again = await trial.ask("Quillback Hosting");
  assert.deepEqual(again.asked, [null, "model_undecided"]);
  await again.decide({ kind: "override", categoryId: trial.office });
  const third = await trial.ask("Quillback Hosting");
  assert.deepEqual(third.asked, [trial.office, "not_sure_enough"]);
  assert.equal(third.rejected, undefined);
});

Deno.test("a trace with an answer that was held back replays to its conclusion", async () => {
  const trial = await openStubborn();
  await (await trial.ask("Quillback Hosting")).decide({ kind: "reject" });
  await trial.ask("Quillback Hosting");
  const report = value(
    await replayTraces(trial.deps, openTaskScope(trial.tenant.id, "replay")),
  );
  assert.deepEqual([report.records, report.mismatches], [2, []]);
  assert.deepEqual(report.differs, { category: 0, outcome: 0, source: 0 });
});

import assert from "node:assert/strict";
import type { UsageReportId } from "../../src/billing/usage.ts";
import {
  settleReport,
  type Verdict,
} from "../../src/billing/use_cases/settle_report.ts";
import { ok } from "../../src/kernel/result.ts";
import { settleReports } from "../../src/main/settle_reports.ts";
import { permit } from "../../src/tenancy/access.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { openCompany } from "../support/company.ts";
import { Crash, dying } from "../support/crash.ts";
import { sampleIds } from "../support/samples.ts";
import { value } from "../support/trial.ts";
import { type Fate, openUsageTrial } from "../support/usage_trial.ts";

const METER = "balance_records";
const HOUR_MS = 3_600_000;

/** A company of which three records were told without an answer, heard or not, for too long. */
async function openUnsure(fate: Fate) {
  const trial = await openUsageTrial();
  const customer = await trial.customer();
  await trial.count(3);
  trial.fates.push(fate);
  await trial.report();
  trial.clock.advance(23 * HOUR_MS);
  const { unsure: [id] } = await trial.report();
  const task = openTaskScope(trial.scope.tenantId, "billing");
  return {
    ...trial,
    id: id!,
    counted: () => trial.metered(customer, METER),
    settle: (verdict: Verdict, by = trial.deps) =>
      settleReport(by, task, { id: id!, verdict }),
  };
}

const NOT_UNSURE = "usage.not_unsure";

/** Why it was not settled. */
function kindOf(settled: Awaited<ReturnType<typeof settleReport>>) {
  return settled.ok ? "settled" : settled.failure.kind;
}

Deno.test("a report that was counted is settled as heard, and told no more", async () => {
  const trial = await openUnsure("unanswered");
  value(await trial.settle("heard"));
  assert.equal(await trial.state(trial.id), "sent");
  assert.deepEqual(await trial.open(), []);
  assert.deepEqual(await trial.report(), { unsure: [], refused: [] });
  assert.deepEqual([trial.asked.length, trial.counted()], [1, 3]);
  for (const verdict of ["heard", "again"] as const) {
    assert.equal(kindOf(await trial.settle(verdict)), NOT_UNSURE);
  }
});

Deno.test("a report that was not counted is told once more under another id, and counts once", async () => {
  const trial = await openUnsure("unheard");
  const next = value(await trial.settle("again"));
  assert.notEqual(next.id, trial.id);
  assert.equal(await trial.state(trial.id), "replaced");
  for (const verdict of ["heard", "again"] as const) {
    assert.equal(kindOf(await trial.settle(verdict)), NOT_UNSURE);
  }
  assert.equal(trial.asked.length, 1, "the next round tells it");
  assert.deepEqual(await trial.report(), { unsure: [], refused: [] });
  await trial.report();
  const [, told, ...more] = trial.asked;
  assert.deepEqual([told!.id, told!.amount, more], [next.id, 3, []]);
  assert.equal(trial.counted(), 3);
  assert.deepEqual(await trial.open(), []);
});

Deno.test("of two that settle a report at once one does", async () => {
  for (
    const verdicts of [["again", "again"], ["heard", "again"]] as const
  ) {
    const trial = await openUnsure("unheard");
    const settled = await Promise.all(
      verdicts.map((verdict) => trial.settle(verdict)),
    );
    assert.deepEqual(settled.map(kindOf), ["settled", NOT_UNSURE]);
  }
});

Deno.test("whatever is settled is settled once, wherever the process dies", async () => {
  for (const verdict of ["heard", "again"] as const) {
    for (const when of ["before", "inside", "after"] as const) {
      const trial = await openUnsure(
        verdict === "heard" ? "unanswered" : "unheard",
      );
      const { uow } = dying(trial.deps.uow, 1, when);
      await assert.rejects(
        trial.settle(verdict, { ...trial.deps, uow }),
        Crash,
      );
      const settled = kindOf(await trial.settle(verdict));
      assert.equal(settled, when === "after" ? NOT_UNSURE : "settled");
      await trial.report();
      assert.equal(trial.counted(), 3, `${verdict} ${when}`);
      assert.deepEqual(await trial.open(), []);
    }
  }
});

Deno.test("a report of a month that is over for too long is told no more, and can be settled as heard", async () => {
  const trial = await openUsageTrial();
  await trial.customer();
  await trial.count(3);
  trial.clock.set("2026-03-07T00:00:00.000Z");
  const { unsure: [id] } = await trial.report();
  const task = openTaskScope(trial.scope.tenantId, "billing");
  const settle = (verdict: Verdict) =>
    settleReport(trial.deps, task, { id: id!, verdict });
  assert.equal(kindOf(await settle("again")), "usage.month_over");
  assert.equal(await trial.state(id!), "unsure");
  const { firstSentAt, state } = value(await settle("heard"));
  assert.deepEqual([firstSentAt, state], [trial.clock.now(), "sent"]);
  assert.deepEqual(await trial.report(), { unsure: [], refused: [] });
  assert.deepEqual(trial.asked, []);
});

Deno.test("nobody but the service settles", async () => {
  const trial = await openUnsure("unheard");
  const { id, deps, scope } = trial;
  const refused = await settleReport(deps, scope, { id, verdict: "heard" });
  assert.equal(kindOf(refused), "access.denied");
  assert.equal(await trial.state(id), "unsure");
});

Deno.test("an id alone finds its company, and one that is no report that is unsure settles nothing", async () => {
  const trial = await openUnsure("unheard");
  const { deps, id } = trial;
  const other = await openCompany(deps, "Otter");
  const due: UsageReportId = sampleIds.next("urp");
  await deps.uow.run(
    value(permit(other.scope, "billing.write")),
    async (tx) => {
      await tx.usage.take("records", "2026-01", 4, null);
      await tx.usageReports.add([{
        id: due,
        version: 1,
        month: "2026-01",
        meter: "records",
        amount: 4,
        createdAt: trial.clock.now(),
        firstSentAt: null,
        state: "due",
      }]);
      return ok(null);
    },
  );
  const unknown = sampleIds.next("urp");
  const settled = await Array.fromAsync(settleReports(deps, {
    heard: [due, unknown, "tell me"],
    again: [id, id],
  }));
  const { 0: next } = await trial.open();
  const isNone = "There is no report of that id";
  const isSettled = "No report of that id waits for somebody to settle it";
  assert.deepEqual(settled, [
    { report: due, error: isSettled },
    { report: unknown, error: isNone },
    { report: "tell me", error: isNone },
    { report: id, settled: "again", told_as: next!.id },
    { report: id, error: isSettled },
  ]);
  assert.deepEqual(
    await Array.fromAsync(
      settleReports(deps, { heard: [], again: [] }),
    ),
    [],
  );
});

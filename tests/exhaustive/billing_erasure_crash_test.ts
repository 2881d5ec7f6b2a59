import assert from "node:assert/strict";
import type { Payments } from "../../ports/payments.ts";
import { verifyEvents } from "../../src/events/use_cases/verify_events.ts";
import { eraseTenant } from "../../src/privacy/use_cases/erase_tenant.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { Crash, type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { value } from "../support/trial.ts";
import { CLOSED, openPaying } from "../support/paying_trial.ts";

/** Erases; the process dies once, around a unit or around the closing of the account. */
async function story(
  { nth = Infinity, when = "after", atClosing = null }: {
    readonly nth?: number;
    readonly when?: CrashPoint;
    readonly atClosing?: CrashPoint | null;
  },
) {
  const trial = await openPaying();
  const { deps, scope } = trial;
  await trial.request();
  const unit = dying(deps.uow, nth, when);
  let closings = 0;
  const payments: Payments = {
    ...deps.payments,
    async close(tenant) {
      const dies = closings++ === 0 && atClosing !== null;
      if (dies && atClosing === "before") throw new Crash();
      const closed = await deps.payments.close(tenant);
      if (dies) throw new Crash();
      return closed;
    },
  };
  const task = openTaskScope(scope.tenantId, "erase");
  const mortal = { ...deps, uow: unit.uow, payments };
  await untilDone(async () =>
    value(await eraseTenant(mortal, task, { id: "job" }))
  );
  const events = await trial.events();
  return {
    died: unit.died(),
    closings,
    end: {
      theirs: await trial.theirs(),
      known: await deps.directory.tenantOfCustomer("memory", trial.customer),
      erased: events.filter(({ type }) => type === "TENANT_ERASED").length,
      verified: value(await verifyEvents(deps, scope)).ok,
      other: await trial.other.stands(),
    },
  };
}

Deno.test("wherever the erasure dies, the company pays for nothing in the end, and no trace of the customer is left", async () => {
  const { end: whole, closings } = await story({});
  assert.deepEqual(whole, {
    theirs: CLOSED,
    known: undefined,
    erased: 1,
    verified: true,
    other: "active scale",
  });
  assert.equal(closings, 1);
  for (const atClosing of ["before", "after"] as const) {
    const { end, closings } = await story({ atClosing });
    assert.deepEqual(end, whole, `${atClosing} closing`);
    assert.equal(closings, 2);
  }
  let deaths = 0;
  for (const when of ["before", "inside", "after"] as const) {
    for (let nth = 1;; nth++) {
      const { died, end } = await story({ nth, when });
      if (!died) break;
      deaths++;
      assert.deepEqual(end, whole, `${when} unit ${nth}`);
    }
  }
  assert(deaths >= 12, `only ${deaths} crash points were reached`);
});

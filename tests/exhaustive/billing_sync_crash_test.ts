import assert from "node:assert/strict";
import type { Payments } from "../../ports/payments.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { hearPayments } from "../../src/billing/use_cases/hear_payments.ts";
import { openBillingTrial } from "../support/billing_trial.ts";
import { Crash, type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { runJobs, value } from "../support/trial.ts";

const DAY_MS = 86_400_000;

/** Dies at the nth question, before it is asked or when it is answered. */
function dyingAt(payments: Payments, nth: number, when: CrashPoint) {
  let asked = 0;
  return {
    died: () => asked >= nth,
    payments: {
      ...payments,
      async subscriptionsOf(tenant) {
        const dies = ++asked === nth;
        if (dies && when === "before") throw new Crash();
        const told = await payments.subscriptionsOf(tenant);
        if (dies) throw new Crash();
        return told;
      },
    } satisfies Payments,
  };
}

/** Buys, pays no more until the grace is over, and pays again. Messages are sent until they are taken in; the process dies once. */
async function story(
  at: "nowhere" | "unit" | "question",
  nth = 1,
  when: CrashPoint = "after",
) {
  const trial = await openBillingTrial();
  const { world, hook, deps, clock } = trial;
  const id = await trial.buy();
  const unit = dying(deps.uow, at === "unit" ? nth : Infinity, when);
  const asked = dyingAt(
    deps.payments,
    at === "question" ? nth : Infinity,
    when,
  );
  const mortal = { ...deps, uow: unit.uow, payments: asked.payments };
  const work = () => untilDone(() => runJobs(mortal, trial.feed));
  const states: string[] = [];
  const settle = async () => {
    for (const { bytes, headers } of await world.messages()) {
      const message = value(await hook.read(bytes, headers));
      await untilDone(() => hearPayments(mortal, message));
    }
    await work();
    states.push(await trial.stands());
  };
  await settle();
  await world.reprice(id, world.prices[1]);
  await world.become(id, "past_due");
  await settle();
  clock.set(plusMs(clock.now(), 14 * DAY_MS));
  await settle();
  await world.become(id, "active");
  await settle();
  const { account } = await trial.billing();
  return {
    died: unit.died() || asked.died(),
    states,
    told: await trial.facts("SUBSCRIPTION_CHANGED"),
    isOpen: account!.synced < account!.hinted,
    left: await trial.runJobs(),
  };
}

Deno.test("wherever the process dies, the company stands as the provider says, and each change is told once", async () => {
  const { died: _, ...whole } = await story("nowhere");
  const team = { state: "active", plan: "team" };
  const scale = { state: "active", plan: "scale" };
  const owing = { state: "past_due", plan: "scale" };
  const suspended = { state: "suspended", plan: null };
  assert.deepEqual(whole, {
    states: [
      "active team",
      "past_due scale",
      "suspended nothing",
      "active scale",
    ],
    told: [
      { before: null, after: team, grace_ends_at: null },
      { before: team, after: owing, grace_ends_at: "2026-01-16T03:04:05.000Z" },
      { before: owing, after: suspended, grace_ends_at: null },
      { before: suspended, after: scale, grace_ends_at: null },
    ],
    isOpen: false,
    left: 0,
  });
  let deaths = 0;
  for (const at of ["unit", "question"] as const) {
    const points = at === "unit"
      ? ["before", "inside", "after"] as const
      : ["before", "after"] as const;
    for (const when of points) {
      for (let nth = 1;; nth++) {
        const { died, ...again } = await story(at, nth, when);
        if (!died) break;
        deaths++;
        assert.deepEqual(again, whole, `${when} ${at} ${nth}`);
      }
    }
  }
  assert(deaths > 40, `only ${deaths} crash points were reached`);
});

import assert from "node:assert/strict";
import type { Payments } from "../../ports/payments.ts";
import { startCheckout } from "../../src/billing/use_cases/start_checkout.ts";
import { openBillingTrial } from "../support/billing_trial.ts";
import { Crash, type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { incoming, value } from "../support/trial.ts";

const REQUEST = {
  plan: "team",
  interval: null,
  returnUrl: "https://balance.example/billing",
  idempotencyKey: "k1",
};

/** Dies when the provider has made the customer, or before it is asked to. */
function dyingAtCustomer(payments: Payments, when: CrashPoint | null) {
  let isAlive = true;
  return {
    ...payments,
    async customerOf(tenant) {
      const dies = when !== null && isAlive;
      isAlive = false;
      if (dies && when === "before") throw new Crash();
      const customer = await payments.customerOf(tenant);
      if (dies) throw new Crash();
      return customer;
    },
  } satisfies Payments;
}

/** Somebody goes to the checkout and, where the process dies, once more. */
async function story(
  { nth = Infinity, when = "after", atCustomer = null }: {
    readonly nth?: number;
    readonly when?: CrashPoint;
    readonly atCustomer?: CrashPoint | null;
  },
) {
  const trial = await openBillingTrial();
  const { deps, scope } = trial;
  await trial.send(incoming());
  const made: string[] = [];
  const payments: Payments = {
    ...deps.payments,
    async customerOf(tenant) {
      const customer = await deps.payments.customerOf(tenant);
      made.push(value(customer));
      return customer;
    },
  };
  const unit = dying(deps.uow, nth, when);
  const mortal = {
    ...deps,
    uow: unit.uow,
    payments: dyingAtCustomer(payments, atCustomer),
  };
  const pages: string[] = [];
  await untilDone(async () => {
    const page = value(await startCheckout(mortal, scope, REQUEST));
    pages.push(page.url);
  });
  // Who asks again with the same key is shown the same page.
  const again = value(await startCheckout(deps, scope, REQUEST));
  assert.deepEqual(pages, [again.url]);
  const { account } = await trial.billing();
  assert.deepEqual(made.filter((one) => one !== account!.customer), []);
  assert.equal(
    await deps.directory.tenantOfCustomer("memory", account!.customer),
    scope.tenantId,
  );
  return {
    asked: made.length,
    died: unit.died(),
    created: await trial.facts("BILLING_ACCOUNT_CREATED"),
  };
}

const CREATED = [{ provider: "memory" }];

Deno.test("a checkout that died goes on with the same customer, of one account, wherever it died", async () => {
  assert.deepEqual(await story({}), {
    asked: 1,
    died: false,
    created: CREATED,
  });
  let deaths = 0;
  for (const when of ["before", "inside", "after"] as const) {
    for (let nth = 1;; nth++) {
      const { died, created } = await story({ nth, when });
      if (!died) break;
      deaths++;
      assert.deepEqual(created, CREATED, `${when} unit ${nth}`);
    }
  }
  assert.equal(deaths, 9, "whom to ask about, what is known, and the account");
});

Deno.test("a customer of whom we never heard is the one that the next checkout is given", async () => {
  for (const [atCustomer, asked] of [["before", 1], ["after", 2]] as const) {
    assert.deepEqual(await story({ atCustomer }), {
      asked,
      died: false,
      created: CREATED,
    });
  }
});

Deno.test("of ten who go to the first checkout at once all are the same customer", async () => {
  const trial = await openBillingTrial();
  const customers: string[] = [];
  const payments: Payments = {
    ...trial.deps.payments,
    checkout(request) {
      customers.push(request.customer);
      return trial.deps.payments.checkout(request);
    },
  };
  await Promise.all(
    Array.from({ length: 10 }, async (_, i) =>
      value(
        await startCheckout({ ...trial.deps, payments }, trial.scope, {
          ...REQUEST,
          idempotencyKey: `k${i}`,
        }),
      )),
  );
  const { account } = await trial.billing();
  assert.deepEqual(customers, Array(10).fill(account!.customer));
  assert.deepEqual(await trial.facts("BILLING_ACCOUNT_CREATED"), CREATED);
});

Deno.test("a checkout while the provider is away makes no account, and the next one does", async () => {
  const trial = await openBillingTrial();
  trial.world.trouble("broken", 1);
  const away = await startCheckout(trial.deps, trial.scope, REQUEST);
  assert.equal(!away.ok && away.failure.kind, "payments.unavailable");
  assert.equal((await trial.billing()).account, null);
  value(await startCheckout(trial.deps, trial.scope, REQUEST));
  assert.deepEqual(await trial.facts("BILLING_ACCOUNT_CREATED"), CREATED);
});

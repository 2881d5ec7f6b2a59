import assert from "node:assert/strict";
import { setImmediate } from "node:timers";
import fc from "fast-check";
import type { Payments } from "../../ports/payments.ts";
import {
  SUBSCRIPTION_STATUSES,
  type SubscriptionStatus,
} from "../../src/billing/subscription.ts";
import { standingOf } from "../../src/billing/standing.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import type { BillingMessage } from "../../src/billing/billing_event.ts";
import { compareAccount } from "../../src/billing/use_cases/compare_account.ts";
import { hearPayments } from "../../src/billing/use_cases/hear_payments.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { bookWith, openBillingTrial } from "../support/billing_trial.ts";
import { take } from "../support/take.ts";
import { value } from "../support/trial.ts";

/** What customers and the provider's clock do; `which` is one of the subscriptions that are there, by turns. */
type Deed =
  | { readonly kind: "buy"; readonly price: 0 | 1; readonly trial: boolean }
  | {
    readonly kind: "become";
    readonly which: number;
    readonly status: SubscriptionStatus;
  }
  | {
    readonly kind: "reprice";
    readonly which: number;
    readonly price: 0 | 1;
  }
  | { readonly kind: "end_with_period"; readonly which: number }
  | { readonly kind: "wait"; readonly days: number };

/** What comes next: a deed, a message (again, or never), a job that asks the provider, or an answer that arrives. */
type Turn = "deed" | "message" | "again" | "never" | "ask" | "answer";

const which = fc.nat(7);
const price = fc.constantFrom(0 as const, 1 as const);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant("buy"), price, trial: fc.boolean() }),
  fc.record({
    kind: fc.constant("become"),
    which,
    status: fc.constantFrom(...SUBSCRIPTION_STATUSES),
  }),
  fc.record({ kind: fc.constant("reprice"), which, price }),
  fc.record({ kind: fc.constant("end_with_period"), which }),
  fc.record({ kind: fc.constant("wait"), days: fc.constantFrom(0, 1, 20) }),
);
/** Weighed so that several questions are often under way at once. */
const TURNS = [
  { weight: 4, arbitrary: fc.constant<Turn>("deed") },
  { weight: 5, arbitrary: fc.constant<Turn>("message") },
  { weight: 1, arbitrary: fc.constant<Turn>("again") },
  { weight: 5, arbitrary: fc.constant<Turn>("ask") },
  { weight: 2, arbitrary: fc.constant<Turn>("answer") },
] as const;
const turn = fc.oneof(...TURNS);
const lossyTurn = fc.oneof(
  ...TURNS,
  { weight: 4, arbitrary: fc.constant<Turn>("never") },
);

/** The provider as seen through a slow line: what is asked is answered as it was then, when the test says so. */
function slow(payments: Payments) {
  const answers: (() => void)[] = [];
  let onAsked = () => {};
  let isSlow = true;
  return {
    answers,
    hurry: () => void (isSlow = false),
    asked: () => new Promise<void>((resolve) => void (onAsked = resolve)),
    payments: {
      ...payments,
      async subscriptionsOf(tenant) {
        const told = await payments.subscriptionsOf(tenant);
        if (isSlow) {
          await new Promise<void>((resolve) => {
            answers.push(resolve);
            onAsked();
          });
        }
        return told;
      },
    } satisfies Payments,
  };
}

/** `isLossy`: messages that did not come by their turn never do, and in the end all are compared. */
async function play(
  deeds: readonly Deed[],
  turns: readonly Turn[],
  pick: readonly number[],
  isLossy = false,
): Promise<void> {
  const book = bookWith({});
  const trial = await openBillingTrial({ book });
  const { world, clock, feed } = trial;
  const customer = await trial.customer();
  const tenant = { customer, tenantId: trial.scope.tenantId };
  const line = slow(trial.deps.payments);
  const deps = { ...trial.deps, payments: line.payments };
  const handle = handleJob(deps);
  const ids: string[] = [];
  const ended = new Set<string>();
  const bag: BillingMessage[] = [];
  const seen: BillingMessage[] = [];
  const running = new Set<Promise<unknown>>();
  let picks = 0;
  const choose = (length: number) => pick[picks++ % pick.length]! % length;

  async function doDeed(deed: Deed): Promise<void> {
    if (deed.kind === "wait") return clock.advance(deed.days * 86_400_000);
    if (deed.kind === "buy") {
      const until = deed.trial ? [plusMs(clock.now(), 86_400_000)] : [];
      const of = world.prices[deed.price];
      ids.push(await world.subscribe(tenant, of, ...until));
    } else {
      const id = ids[deed.which % ids.length];
      // What has ended never goes on, at no provider.
      if (id === undefined || ended.has(id)) return;
      if (deed.kind === "reprice") {
        await world.reprice(id, world.prices[deed.price]);
      } else if (deed.kind === "end_with_period") await world.endWithPeriod(id);
      else {
        await world.become(id, deed.status);
        if (["ended", "expired"].includes(deed.status)) ended.add(id);
      }
    }
    for (const { bytes, headers } of await world.messages()) {
      bag.push(value(await trial.hook.read(bytes, headers)));
    }
  }
  async function deliver(
    from: BillingMessage[],
    again: boolean,
  ): Promise<void> {
    if (from.length === 0) return;
    const at = choose(from.length);
    const [message] = again ? [from[at]!] : from.splice(at, 1);
    await hearPayments(deps, message!);
    if (!again) seen.push(message!);
  }
  async function ask(): Promise<void> {
    const [job] = await take(feed, 1, clock.now(), clock.now());
    if (!job) return;
    const asked = line.asked();
    const done = handle(job).finally(() => running.delete(done));
    running.add(done);
    await Promise.race([asked, done]);
  }
  async function answer(): Promise<void> {
    if (line.answers.length === 0) return;
    line.answers.splice(choose(line.answers.length), 1)[0]!();
    // Whatever follows from it has its turns.
    await new Promise<void>((resolve) => void setImmediate(resolve));
  }

  /** As a round does, for this tenant. */
  async function compare(): Promise<void> {
    const since = clock.now();
    const page = { limit: 100, cursor: null };
    const { data } = value(await trial.deps.payments.subscriptions(page));
    const subscriptions = data.map(({ subscription }) => subscription!);
    const scope = openTaskScope(tenant.tenantId, "billing");
    value(await compareAccount(deps, scope, { since, subscriptions }));
  }

  let next = 0;
  for (const turn of turns) {
    if (turn === "deed" && next < deeds.length) await doDeed(deeds[next++]!);
    else if (turn === "message") await deliver(bag, false);
    else if (turn === "again") await deliver(seen, true);
    else if (turn === "never") bag.splice(choose(bag.length || 1), 1);
    else if (turn === "ask") await ask();
    else if (turn === "answer") await answer();
  }
  while (next < deeds.length) await doDeed(deeds[next++]!);
  while (!isLossy && bag.length > 0) await deliver(bag, false);
  while (line.answers.length > 0) await answer();
  await Promise.all(running);
  line.hurry();
  for (;;) {
    const jobs = await take(feed, 10, clock.now(), plusMs(clock.now(), 1));
    if (jobs.length === 0) break;
    for (const job of jobs) value(await handle(job));
  }
  if (isLossy) await compare();

  const truth = standingOf(
    value(await trial.deps.payments.subscriptionsOf(tenant)),
    { book, provider: "memory", now: clock.now() },
  );
  const { standing, account } = await trial.billing();
  assert.deepEqual(standing, truth);
  if (account!.told !== null) {
    const { state, plan } = account!.told;
    assert.deepEqual([state, plan], [truth.state, truth.plan?.id ?? null]);
  } else assert.equal(truth.subscription, null);
}

/** A history: deeds, turns, and which of several comes next. */
const history = (turns: fc.Arbitrary<Turn>) =>
  [
    fc.array(deed, { minLength: 2, maxLength: 15, size: "max" }),
    fc.array(turns, { minLength: 10, maxLength: 60, size: "max" }),
    fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 }),
  ] as const;

Deno.test("whatever happens at the provider, and however its messages and answers come, the tenant stands in the end as the provider says", async () => {
  await fc.assert(
    fc.asyncProperty(
      ...history(turn),
      (deeds, turns, pick) => play(deeds, turns, pick),
    ),
    { numRuns: 500 },
  );
});

Deno.test("where messages never come too, a comparison has the tenant stand as the provider says", async () => {
  await fc.assert(
    fc.asyncProperty(
      ...history(lossyTurn),
      (deeds, turns, pick) => play(deeds, turns, pick, true),
    ),
    { numRuns: 500 },
  );
});

import assert from "node:assert/strict";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import type { Failure } from "../../src/kernel/failure.ts";
import type { Result } from "../../src/kernel/result.ts";
import { createConnection } from "../../src/integrations/use_cases/create_connection.ts";
import { listRecords } from "../../src/records/use_cases/list_records.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { receiveDelivery } from "../../src/records/use_cases/receive_delivery.ts";
import { reprocessRecords } from "../../src/records/use_cases/reprocess_records.ts";
import { authenticate } from "../../src/tenancy/use_cases/authenticate.ts";
import { newOnes, openLimitTrial } from "../support/limit_trial.ts";
import { value } from "../support/trial.ts";

/** A company that paid, and whose subscription is then not paid any more. */
async function paying() {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 5 } });
  const id = await trial.buy();
  await trial.settle();
  return {
    ...trial,
    /** Does not pay any more; nothing else happens. */
    async suspend(): Promise<void> {
      await trial.world.become(id, "unpaid");
      await trial.sync();
      assert.equal(await trial.stands(), "suspended nothing");
    },
    async pay(): Promise<void> {
      await trial.world.become(id, "active");
      await trial.settle();
    },
    /** The scope of the owner's key, as a request gets it. */
    signIn: async () => value(await authenticate(trial.deps, trial.secret)),
  };
}

function isSuspended(
  result: Result<unknown, Failure>,
  page = "portal",
): void {
  assert(!result.ok);
  const { kind, category, facts } = result.failure;
  assert.deepEqual([kind, category], ["access.suspended", "payment_due"]);
  assert.equal(facts["upgrade_url"], `/console/billing#${page}`);
}

Deno.test("what was taken in before a company was suspended is still processed; people decide, send and add nothing until it pays", async () => {
  const trial = await paying();
  await trial.categories("Office");
  value(await trial.accept(newOnes(3)));
  await trial.suspend();
  await trial.runJobs();
  const waiting = await trial.waiting();
  assert.equal(waiting.length, 3);
  const scope = await trial.signIn();
  const { deps } = trial;
  const decide = () =>
    decideApprovals(deps, scope, [{
      approvalId: waiting[0]!.id,
      verdict: { kind: "reject" },
      note: null,
    }]);
  isSuspended(await decide());
  isSuspended(await acceptRecords(deps, scope, newOnes(1)));
  isSuspended(await receiveDelivery(deps, scope, newOnes(1)));
  isSuspended(
    await reprocessRecords(deps, scope, {
      recordIds: waiting.map(({ recordId }) => recordId),
    }),
  );
  isSuspended(
    await createConnection(deps, scope, {
      name: "Bank",
      kind: "api",
      settings: null,
    }),
  );
  const page = { limit: 10, cursor: null };
  const read = value(await listRecords(deps, scope, {}, page));
  assert.equal(read.data.length, 3);
  await trial.pay();
  const again = await trial.signIn();
  value(await acceptRecords(deps, again, newOnes(1)));
  assert.deepEqual(await trial.counted(), [["2026-01", 4]]);
});

Deno.test("what comes by itself is kept while a company is suspended, tried once a day, and taken in at once when it pays", async () => {
  const trial = await paying();
  const till = await trial.webhooks();
  await trial.hook(till, "a");
  await trial.deliver(["b"]);
  await trial.upload(["c"]);
  // Suspended before any of it was taken in.
  await trial.suspend();
  assert(await trial.runJobs() > 0);
  await trial.hook(till, "d");
  await trial.runJobs();
  assert.deepEqual(await trial.stored(), []);
  assert.equal(await trial.waitingJobs(), 3);
  assert.equal(await trial.runJobs(), 0);
  trial.clock.set("2026-01-02T23:59:59.999Z");
  assert.equal(await trial.runJobs(), 0);
  for (const day of ["03", "04"]) {
    trial.clock.set(`2026-01-${day}T00:00:00.000Z`);
    assert.equal(await trial.runJobs(), 3);
    assert.equal(await trial.waitingJobs(), 3);
  }
  trial.clock.advance(3_600_000);
  await trial.pay();
  assert.deepEqual((await trial.stored()).toSorted(), ["a", "b", "c", "d"]);
  assert.deepEqual(await trial.counted(), [["2026-01", 4]]);
  assert.equal(await trial.waitingJobs(), 0);
  assert.deepEqual(await trial.warnings(), []);
});

Deno.test("a company without any plan takes nothing in, and its warnings are those of no limit", async () => {
  const trial = await openLimitTrial({ withoutSubscription: null });
  assert.equal(await trial.stands(), "suspended nothing");
  isSuspended(await trial.accept(newOnes(1)), "checkout");
  await trial.deliver(["a"]);
  await trial.runJobs();
  assert.deepEqual(await trial.stored(), []);
  await trial.buy();
  await trial.settle();
  assert.deepEqual(await trial.stored(), ["a"]);
});

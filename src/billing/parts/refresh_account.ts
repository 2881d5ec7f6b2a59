import type { Deps } from "../../../ports/deps.ts";
import type { PaymentFailure } from "../../../ports/payments.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Fact } from "../../events/fact.ts";
import { laterJob } from "../../events/later_job.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import { hinted, isNews, isOpen, synced } from "../account_changes.ts";
import type { BillingAccount } from "../billing_account.ts";
import type { Standing } from "../standing.ts";
import { accountOf, standingNow } from "./read_standing.ts";

/** Jobs that were put off because a plan had no room. */
const PUT_OFF = [
  "ingest_payloads",
  "remap_payloads",
  "import_file",
  "ingest_delivery",
] as const;

export type RefreshDeps = Pick<Deps, "uow" | "clock" | "payments" | "plans">;

/**
 * Asks the provider how a tenant's subscriptions stand, where there is reason to, and keeps what it says. No unit is open
 * while it thinks. Done twice, or by two at once, it comes to the same. `jobId`: the job that this is, which is settled
 * with it; null where it is none.
 */
export async function refreshAccount(
  deps: RefreshDeps,
  permit: Permit,
  jobId: string | null,
): Promise<Result<null, PaymentFailure>> {
  const asked = await beginAsking(deps, permit, jobId);
  if (asked === null) return ok(null);
  const { customer, ticket } = asked;
  const { tenantId } = permit;
  const told = await deps.payments.subscriptionsOf({ customer, tenantId });
  if (!told.ok) return told;
  return await deps.uow.run(
    permit,
    async (tx): Promise<Result<null, never>> => {
      if (jobId !== null) await tx.jobs.settle(jobId);
      await tx.usage.takeTurn("plan");
      const account = await accountOf(deps, tx);
      const at = deps.clock.now();
      const after = account &&
        synced(account, { ticket, told: told.value, at });
      if (after) await keepAnswer(deps, tx, permit, after);
      return ok(null);
    },
  );
}

/** What is to be asked, after which reason; null, and the job is done, where there is none. */
async function beginAsking(
  deps: RefreshDeps,
  permit: Permit,
  jobId: string | null,
): Promise<{ readonly customer: string; readonly ticket: number } | null> {
  const { value } = await deps.uow.run(permit, async (tx) => {
    const account = await accountOf(deps, tx);
    if (!account || !isOpen(account, standingNow(deps, account))) {
      if (jobId !== null) await tx.jobs.settle(jobId);
      return ok(null);
    }
    const { customer } = account;
    if (account.synced < account.hinted) {
      return ok({ customer, ticket: account.hinted });
    }
    await tx.billingAccounts.save([hinted(account)]);
    return ok({ customer, ticket: account.hinted + 1 });
  });
  return value;
}

async function keepAnswer(
  deps: RefreshDeps,
  tx: Pick<Tx, "billingAccounts" | "events" | "jobs">,
  { tenantId }: Permit,
  account: BillingAccount,
): Promise<void> {
  const now = deps.clock.now();
  const standing = standingNow(deps, account);
  const { state, plan, graceEndsAt } = standing;
  if (!isNews(account.told, standing)) {
    await tx.billingAccounts.save([account]);
  } else {
    const told = { state, plan: plan?.id ?? null, since: now };
    await tx.billingAccounts.save([{ ...account, told }]);
    tx.events.append([changeFact(account, standing)]);
    // What waited for room may find some now; what does not is put off again.
    await tx.jobs.hasten(PUT_OFF, now);
  }
  if (graceEndsAt !== null) {
    await tx.jobs.later([
      laterJob(tenantId, { kind: "sync_billing" }, {
        dueAt: graceEndsAt,
        turn: "grace",
      }),
    ]);
  }
}

function changeFact(
  { told }: BillingAccount,
  { state, plan, graceEndsAt }: Standing,
): Fact {
  return {
    type: "SUBSCRIPTION_CHANGED",
    payload: {
      before: told && { state: told.state, plan: told.plan },
      after: { state, plan: plan?.id ?? null },
      grace_ends_at: graceEndsAt,
    },
  };
}

import type { Tx } from "../../../ports/unit_of_work.ts";
import { laterJob } from "../../events/later_job.ts";
import type { TenantId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { hinted } from "../account_changes.ts";
import type { BillingAccount } from "../billing_account.ts";

/** Notes one more reason to ask the provider, and has a job do so. */
export async function hintAccount(
  tx: Pick<Tx, "billingAccounts" | "jobs">,
  tenantId: TenantId,
  account: BillingAccount,
  now: Instant,
): Promise<void> {
  const next = hinted(account);
  await tx.billingAccounts.save([next]);
  await tx.jobs.later([
    laterJob(tenantId, { kind: "sync_billing" }, {
      dueAt: now,
      turn: `hint ${next.provider} ${next.hinted}`,
    }),
  ]);
}

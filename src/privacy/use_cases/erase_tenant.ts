import type { Deps } from "../../../ports/deps.ts";
import { type PaymentFailure, PaymentsDown } from "../../../ports/payments.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { paymentFailures } from "../../billing/payment_failures.ts";
import { isOver } from "../../billing/subscription.ts";
import { rangesOf } from "../../events/erasure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { ERASED } from "../../records/erased.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { EVENTS_OF_ERASURE, EVENTS_PER_UNIT } from "../erasure.ts";

/** Rows that are removed in one unit. */
const ROWS_PER_UNIT = 5_000;
/** Files that are removed at a time. */
const FILES_AT_A_TIME = 1_000;

/**
 * The job that erases a tenant: every row of it, the payload of every event, and at last its name. What is left to do is
 * read from what is there, so that another delivery goes on from there. While the payment provider is away it throws
 * `PaymentsDown`; what the provider refuses is left to a person, with all the rows.
 */
export async function eraseTenant(
  deps: Pick<Deps, "uow" | "clock" | "files" | "payments">,
  scope: Scope,
  job: { readonly id: string },
  { rowsPerUnit = ROWS_PER_UNIT, eventsPerUnit = EVENTS_PER_UNIT } = {},
): Promise<Result<null, AccessDenied | PaymentFailure>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  await eraseFiles(deps, scope);
  const closed = await closeAccounts(deps, allowed.value);
  if (!closed.ok) return closed;
  let removed = 0;
  for (;;) {
    const rows = await eraseRows(deps, allowed.value, job.id, rowsPerUnit);
    removed += rows;
    if (rows > 0) continue;
    if (await eraseEvents(deps, allowed.value, eventsPerUnit)) continue;
    const { value: ended } = await deps.uow.run(
      allowed.value,
      async (tx) => ok(await endErasure(deps, tx, scope, job.id, removed)),
    );
    if (ended) return ok(null);
  }
}

/** Files first: as long as rows are left, the job is done again. */
async function eraseFiles(
  { files }: Pick<Deps, "files">,
  { tenantId }: Scope,
): Promise<void> {
  for (;;) {
    const keys = await files.list(`${tenantId}/`, FILES_AT_A_TIME, null);
    if (keys.length === 0) return;
    await files.remove(keys);
  }
}

/**
 * Nobody pays for a company that is gone; as long as its account is known, the provider is asked again. Of one that is
 * configured no more nobody can be asked: while a subscription there may still be paid, the company stays.
 */
async function closeAccounts(
  { uow, payments }: Pick<Deps, "uow" | "payments">,
  permit: Permit,
): Promise<Result<null, PaymentFailure>> {
  const { value: accounts } = await uow.run(
    permit,
    async (tx) => ok(await tx.billingAccounts.all()),
  );
  const { tenantId } = permit;
  for (const { provider, customer, subscriptions } of accounts) {
    if (provider !== payments.provider) {
      if (subscriptions.every(isOver)) continue;
      return fail(
        paymentFailures.refused({ code: "other_provider", provider }),
      );
    }
    const closed = await payments.close({ customer, tenantId });
    if (closed.ok) continue;
    if (closed.failure.kind !== "payments.unavailable") return closed;
    throw new PaymentsDown(closed.failure);
  }
  return ok(null);
}

async function eraseRows(
  deps: Pick<Deps, "uow">,
  permit: Permit,
  keptJob: string,
  limit: number,
): Promise<number> {
  const { value } = await deps.uow.run(
    permit,
    async (tx) => ok(await tx.tenantErasure.eraseRows(keptJob, limit)),
  );
  return value;
}

/** Erases payloads, as many as go into one unit; false where none was left. */
async function eraseEvents(
  deps: Pick<Deps, "uow">,
  permit: Permit,
  limit: number,
): Promise<boolean> {
  const { value } = await deps.uow.run(permit, async (tx) => {
    const seqs = await tx.tenantErasure.eventsLeft(EVENTS_OF_ERASURE, limit);
    if (seqs.length === 0) return ok(false);
    tx.events.erase(seqs);
    tx.events.append([{
      type: "PERSONAL_DATA_ERASED",
      payload: {
        subject_id: permit.tenantId,
        reason: "tenant",
        seqs: rangesOf(seqs),
      },
    }]);
    return ok(true);
  });
  return value;
}

/** The tenant's row becomes a tombstone; false where something was written meanwhile. */
async function endErasure(
  deps: Pick<Deps, "clock">,
  tx: Tx,
  scope: Scope,
  jobId: string,
  rows: number,
): Promise<boolean> {
  const erasedAt = deps.clock.now();
  const [tenant] = await tx.tenants.find([scope.tenantId]);
  if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
  if (await tx.tenantErasure.eraseRows(jobId, 1) > 0) return false;
  const left = await tx.tenantErasure.eventsLeft(EVENTS_OF_ERASURE, 1);
  if (left.length > 0) return false;
  await tx.jobs.settle(jobId);
  if (tenant.erasedAt !== null) return true;
  const settings = { ...tenant.settings, contextAttributes: [] };
  await tx.tenants.save([{ ...tenant, name: ERASED, settings, erasedAt }]);
  tx.events.append([{ type: "TENANT_ERASED", payload: { rows } }]);
  return true;
}

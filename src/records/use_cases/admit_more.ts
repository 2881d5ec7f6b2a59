import type { Backlog } from "../../../ports/backlog.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { TenantId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { recordFailures } from "../record.ts";

/** Seconds after which a refused sender may try again: some hundred thousand records later, at the usual pace. */
const RETRY_AFTER_S = 30;

export type BacklogFull = Failure<
  "record.backlog_full" | "record.service_backlog_full"
>;

/** Whether more records may come in now, or too many wait already. */
export function admitMore(
  backlog: Backlog,
  tenantId: TenantId,
): Result<null, BacklogFull> {
  const { tenant, all } = backlog.waiting(tenantId);
  const { bounds } = backlog;
  const facts = { retry_after_s: RETRY_AFTER_S };
  if (tenant >= bounds.tenant) {
    return fail(
      recordFailures.backlog_full({
        ...facts,
        waiting: tenant,
        bound: bounds.tenant,
      }),
    );
  }
  return all >= bounds.all
    ? fail(recordFailures.service_backlog_full(facts))
    : ok(null);
}

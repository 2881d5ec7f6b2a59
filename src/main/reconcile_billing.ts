import type { Deps } from "../../ports/deps.ts";
import { type ListedSubscription, PaymentsDown } from "../../ports/payments.ts";
import type { Drift } from "../billing/drift.ts";
import { planPaid } from "../billing/standing.ts";
import { isOver } from "../billing/subscription.ts";
import { compareAccount } from "../billing/use_cases/compare_account.ts";
import { countUnknownEvents } from "../billing/use_cases/count_unknown_events.ts";
import { reportUsage } from "../billing/use_cases/report_usage.ts";
import type { TenantId } from "../kernel/ids.ts";
import type { Result } from "../kernel/result.ts";
import { openTaskScope } from "../tenancy/use_cases/open_task_scope.ts";
import {
  eachAccount,
  type FailedTenant,
  type RoundWatch,
} from "./each_account.ts";

type Needed = Pick<
  Deps,
  "uow" | "clock" | "ids" | "directory" | "payments" | "plans" | "usageMeter"
>;

/** What a round found: nothing in it names a person. */
export interface BillingReport {
  readonly accounts: number;
  readonly subscriptions: number;
  readonly drift: readonly (Drift & { readonly tenant_id: TenantId })[];
  /** Accounts that were asked for anew. */
  readonly repaired: number;
  /** Subscriptions with a status that is not known here: their accounts are not compared. */
  readonly unreadable: readonly string[];
  /** Subscriptions of ours that somebody may pay and are nobody's here: their customers are no tenant, or another than they were bought for. */
  readonly unclaimed: readonly string[];
  /** Events of types that are not heard, by type. */
  readonly unknown_types: Readonly<Record<string, number>>;
  /** Reports of usage that are told no more, and wait for somebody to settle them. */
  readonly unsure_reports: readonly string[];
  /** Reports of usage that the provider refuses; they are told again. */
  readonly refused_reports: readonly string[];
  /** Tenants that something unexpected happened with, so that not all of this was done for them. */
  readonly failed: readonly FailedTenant[];
}

const PAGE = 100;

/**
 * Holds every account against the provider, mends what differs, reports usage, and tells what was found; null where it
 * was stopped before all were held. `PaymentsDown` where the provider is away.
 */
export async function reconcileBilling(
  deps: Needed,
  watch: RoundWatch = {},
): Promise<BillingReport | null> {
  const since = deps.clock.now();
  const listed = await listAll(deps);
  const byCustomer = Map.groupBy(listed, ({ customer }) => customer);
  const claimed = new Set<string>();
  const drift: BillingReport["drift"][number][] = [];
  const unknown = new Map<string, number>();
  const unsure: string[] = [];
  const refused: string[] = [];
  let [accounts, repaired] = [0, 0];
  const failed = await eachAccount(deps, async ({ tenantId, customer }) => {
    accounts++;
    const scope = openTaskScope(tenantId, "billing");
    // As the provider answers who asks for one tenant's alone.
    const own = (byCustomer.get(customer) ?? [])
      .filter((one) => (one.tenantId ?? tenantId) === tenantId);
    for (const { id } of own) claimed.add(id);
    const subscriptions = own.flatMap((one) => one.subscription ?? []);
    // One that cannot be read can be asked for neither.
    if (subscriptions.length === own.length) {
      const compared = valueOf(
        await compareAccount(deps, scope, { since, subscriptions }),
      );
      for (const one of compared?.drift ?? []) {
        drift.push({ ...one, tenant_id: tenantId });
      }
      if (compared?.repaired) repaired++;
    }
    const types = valueOf(await countUnknownEvents(deps, scope));
    for (const { type, count } of types) {
      unknown.set(type, (unknown.get(type) ?? 0) + count);
    }
    const reported = valueOf(await reportUsage(deps, scope));
    unsure.push(...reported.unsure);
    refused.push(...reported.refused);
  }, watch);
  return failed && {
    accounts,
    subscriptions: listed.length,
    drift,
    repaired,
    unreadable: listed.flatMap(({ id, subscription }) =>
      subscription === null ? id : []
    ).sort(),
    unclaimed: await oursAmong(
      deps,
      listed.filter(({ id }) => !claimed.has(id)),
    ),
    unknown_types: Object.fromEntries(unknown),
    unsure_reports: unsure,
    refused_reports: refused,
    failed,
  };
}

/** Everybody's subscriptions. */
async function listAll(
  { payments }: Needed,
): Promise<readonly ListedSubscription[]> {
  const listed: ListedSubscription[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof payments.subscriptions>> =
      await payments.subscriptions({ limit: PAGE, cursor });
    if (!page.ok) throw new PaymentsDown(page.failure);
    listed.push(...page.value.data);
    cursor = page.value.nextCursor;
  } while (cursor !== null);
  return listed;
}

/** Those that go on and are to a plan of ours, or for a tenant of ours: the provider's account may sell other things too. */
async function oursAmong(
  { directory, payments, plans }: Needed,
  listed: readonly ListedSubscription[],
): Promise<readonly string[]> {
  const tenants = new Set<string | null>(await directory.tenantIds());
  return listed.filter(({ tenantId, subscription }) =>
    subscription !== null && !isOver(subscription) &&
    (tenants.has(tenantId) ||
      planPaid(subscription, plans, payments.provider) !== null)
  ).map(({ id }) => id).sort();
}

/** What a use case gave; jobs are refused nothing. */
function valueOf<T>(
  result: Result<T, { readonly kind: string }>,
): T {
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

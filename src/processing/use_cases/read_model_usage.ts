import type { Deps } from "../../../ports/deps.ts";
import { entitlementOf } from "../../billing/entitlement.ts";
import { modelAllowed } from "../../billing/model_allowance.ts";
import {
  readStanding,
  type StandingDeps,
} from "../../billing/parts/read_standing.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Month, monthAfter, monthOf } from "../../kernel/month.ts";
import type { ModelBudget, ModelMonth } from "../model/spend.ts";

/** How many months before this one are told. */
const MONTHS_BEFORE = 12;

/** What a tenant's calls of the model came to, and what they may come to. */
export interface ModelUsage {
  /** What the company chose, and no more than its plan has. */
  readonly budget: ModelBudget;
  readonly current: ModelMonth;
  /** The months before, the latest first; all of them, also those without a call. */
  readonly earlier: readonly ModelMonth[];
}

/** This month and the twelve before. */
export async function readModelUsage(
  deps: Pick<Deps, "uow"> & StandingDeps,
  scope: Scope,
): Promise<Result<ModelUsage, AccessDenied>> {
  const allowed = permit(scope, "tenant.read");
  if (!allowed.ok) return allowed;
  const month = monthOf(deps.clock.now());
  return deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
    const entitlement = entitlementOf(await readStanding(deps, tx));
    const counted = await tx.modelSpend.months(
      monthAfter(month, -MONTHS_BEFORE),
    );
    const byMonth = new Map(counted.map((one) => [one.month, one]));
    const told = (month: Month) => byMonth.get(month) ?? nothing(month);
    return ok({
      budget: modelAllowed(tenant.settings.model, entitlement).budget,
      current: told(month),
      earlier: Array.from(
        { length: MONTHS_BEFORE },
        (_, i) => told(monthAfter(month, -1 - i)),
      ),
    });
  });
}

function nothing(month: Month): ModelMonth {
  return {
    month,
    tokens: 0,
    micros: 0,
    calls: 0,
    answered: 0,
    failed: 0,
    cached: 0,
  };
}

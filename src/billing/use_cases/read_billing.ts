import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/instant.ts";
import { monthOf, resetsAt } from "../../kernel/month.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { BillingAccount } from "../billing_account.ts";
import { entitlementOf } from "../entitlement.ts";
import {
  accountOf,
  type StandingDeps,
  standingNow,
} from "../parts/read_standing.ts";
import { countSeats } from "../parts/take_seat.ts";
import type { Plan } from "../plan.ts";
import type { Standing } from "../standing.ts";

/** How much of one thing is used. */
export interface UsedOf {
  readonly what: "records" | "llm_tokens" | "members" | "connections";
  readonly used: number;
  /** Null: as much as one likes. */
  readonly limit: number | null;
  /** When it starts anew; null: it does not by itself. */
  readonly resetsAt: Instant | null;
}

/** What a company pays, may use, and has used. */
export interface BillingInFull {
  readonly provider: string;
  readonly standing: Standing;
  readonly account: BillingAccount | null;
  readonly usage: readonly UsedOf[];
  /** What can be bought here, the smallest first. */
  readonly sold: readonly Plan[];
}

/** How a company stands, from what is kept: the provider is not asked. */
export async function readBilling(
  deps: Pick<Deps, "uow"> & StandingDeps,
  scope: Scope,
): Promise<Result<BillingInFull, AccessDenied>> {
  const allowed = permit(scope, "billing.read");
  if (!allowed.ok) return allowed;
  const month = monthOf(deps.clock.now());
  const { provider } = deps.payments;
  return deps.uow.run(allowed.value, async (tx) => {
    const account = await accountOf(deps, tx);
    const standing = standingNow(deps, account);
    const { limits } = entitlementOf(standing);
    const [records] = await tx.usage.months(month);
    const [model] = await tx.modelSpend.months(month);
    const resets = resetsAt(month);
    const usage: readonly UsedOf[] = [
      {
        what: "records",
        used: records?.used ?? 0,
        limit: limits.recordsPerMonth,
        resetsAt: resets,
      },
      {
        what: "llm_tokens",
        used: model?.tokens ?? 0,
        limit: limits.llmTokensPerMonth,
        resetsAt: resets,
      },
      {
        what: "members",
        used: await countSeats(tx, "members"),
        limit: limits.members,
        resetsAt: null,
      },
      {
        what: "connections",
        used: await countSeats(tx, "connections"),
        limit: limits.connections,
        resetsAt: null,
      },
    ];
    const sold = deps.plans.plans.filter(({ prices }) => provider in prices);
    return ok({ provider, standing, account, usage, sold });
  });
}

import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Tenant } from "../../tenancy/tenant.ts";
import { ruleFailures } from "../rule.ts";

export type BacktestRequired = Failure<"rule.backtest_required">;

/** Whether the tenant lets its rules be changed without a back-test. */
export function backtestDemand(
  tenant: Tenant | undefined,
): Result<null, BacktestRequired> {
  if (!tenant) throw new Error("the tenant has no row");
  return tenant.settings.requireBacktest
    ? fail(ruleFailures.backtest_required())
    : ok(null);
}

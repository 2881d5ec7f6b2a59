import type { Fact } from "../events/fact.ts";
import { formatUsd } from "../kernel/usd.ts";
import { type Month, resetsAt } from "../kernel/month.ts";
import type { BudgetLimit, Spend } from "./model/spend.ts";

/** That a limit of a month is near, or reached, as the log tells it. */
export function limitFact(
  type: "LIMIT_NEAR" | "LIMIT_REACHED",
  month: Month,
  [what, limit]: readonly [limit: BudgetLimit, value: number],
  used: Spend,
): Fact {
  const resets_at = resetsAt(month);
  return {
    type,
    payload: what === "llm_tokens"
      ? { what, limit, used: used.tokens, resets_at }
      : {
        what,
        limit: formatUsd(limit),
        used: formatUsd(used.micros),
        resets_at,
      },
  };
}

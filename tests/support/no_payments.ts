import { memoryPayments } from "../../adapters/memory/payments.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Deps } from "../../ports/deps.ts";
import { UNLIMITED } from "../../src/billing/plan.ts";

/** Where nobody sells anything, as in a service that is not told otherwise. */
export function noPayments(
  clock: Clock,
): Pick<Deps, "payments" | "usageMeter" | "plans"> {
  const { payments } = memoryPayments({ clock });
  return { payments, usageMeter: null, plans: UNLIMITED };
}

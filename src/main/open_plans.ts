import { type PlanBook, UNLIMITED } from "../billing/plan.ts";
import { readPlans } from "../billing/read_plans.ts";

/** The plans in that file; without one, one plan without limits. Throws, in one line, where it cannot be read. */
export async function openPlans(file: string | null): Promise<PlanBook> {
  if (file === null) return UNLIMITED;
  const text = await Deno.readTextFile(file).catch((cause) => {
    const why = cause instanceof Error ? cause.name : String(cause);
    throw new Error(`BALANCE_PLANS_FILE cannot be read: ${why}`, { cause });
  });
  const plans = readPlans(text);
  if (!plans.ok) {
    throw new Error(`BALANCE_PLANS_FILE is wrong: ${plans.failure.join("; ")}`);
  }
  return plans.value;
}

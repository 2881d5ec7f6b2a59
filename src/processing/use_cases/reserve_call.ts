import type { Deps } from "../../../ports/deps.ts";
import { ok } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import { limitFact } from "../limit_fact.ts";
import {
  type CallReservation,
  limitMet,
  type ModelBudget,
} from "../model/spend.ts";

/** Charges a call at its most, or tells that it is not to be made; the first time in a month that a limit says so is an event. */
export async function reserveCall(
  deps: Pick<Deps, "uow">,
  permit: Permit,
  call: CallReservation,
  budget: ModelBudget,
): Promise<boolean> {
  const { value } = await deps.uow.run(permit, async (tx) => {
    if (await tx.modelSpend.reserve(call, budget)) return ok(true);
    const months = await tx.modelSpend.months(call.month);
    const used = months.find(({ month }) => month === call.month) ??
      { tokens: 0, micros: 0 };
    const limit = limitMet(used, call.most, budget);
    if (!limit) throw new Error(`${call.id} was refused within its budget`);
    const most = limit === "llm_tokens"
      ? budget.tokensPerMonth!
      : budget.microsPerMonth!;
    if (await tx.modelSpend.noteLimit(call.month, limit, most)) {
      tx.events.append([
        limitFact("LIMIT_REACHED", call.month, [limit, most], used),
      ]);
    }
    return ok(false);
  });
  return value;
}

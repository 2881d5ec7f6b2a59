import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { type Ok, ok } from "../../kernel/result.ts";
import { permit } from "../../tenancy/access.ts";
import type { BillingMessage } from "../billing_event.ts";
import type { Heard } from "../heard.ts";
import { hintAccount } from "../parts/hint_account.ts";
import { openPayerScope } from "./open_payer_scope.ts";

/**
 * Takes in what a payment provider told: keeps that it did, once, and that there is reason to ask it. What it says is
 * not believed, since messages come late and in any order; a job asks how things stand.
 */
export async function hearPayments(
  deps: Pick<Deps, "uow" | "clock" | "directory">,
  { customer, ...event }: BillingMessage,
): Promise<Heard> {
  const { provider, known } = event;
  const tenantId = customer === null
    ? undefined
    : await deps.directory.tenantOfCustomer(provider, customer);
  if (!tenantId) return "unclaimed";
  const allowed = permit(openPayerScope(tenantId), "billing.write");
  if (!allowed.ok) throw new Error("a payment provider is not let in");
  const told = async (tx: Tx): Promise<Ok<Heard>> => {
    const now = deps.clock.now();
    if (!await tx.billingEvents.keep(event, now)) return ok("duplicate");
    if (!known) return ok("unknown_type");
    const accounts = await tx.billingAccounts.all();
    const account = accounts.find((one) => one.provider === provider);
    if (account) await hintAccount(tx, tenantId, account, now);
    return ok("first");
  };
  return (await deps.uow.run(allowed.value, told)).value;
}

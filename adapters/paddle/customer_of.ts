import type { Customer } from "@paddle/paddle-node-sdk";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import type { PaddleClient } from "./paddle_client.ts";
import { PaddleFailed } from "./paddle_failed.ts";
import { TENANT_KEY, tenantOf } from "./read_subscription.ts";

type Customers = PaddleClient["customers"];

interface NamedTenant {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly email: string;
  readonly gone: string | null;
}

/**
 * The one customer that a tenant is. Paddle has one for each e-mail address, and who it is stands in the customer's custom
 * data: one that is another's, or nobody's that we know, is refused as `email_of_another_customer`, since whoever gave
 * themselves that address would otherwise see its invoices and could end what it pays for. Paddle itself decides who of
 * several at once makes it.
 */
export async function customerOf(
  customers: Customers,
  tenant: NamedTenant,
): Promise<string> {
  const { tenantId, name, email, gone } = tenant;
  if (gone !== null) {
    return await reactivated(customers, await customers.get(gone));
  }
  try {
    const customData = { [TENANT_KEY]: tenantId };
    return (await customers.create({ email, name, customData })).id;
  } catch (error) {
    const isThere = error instanceof PaddleFailed &&
      error.is("customer_already_exists");
    if (!isThere) throw error;
    const found = await withEmail(customers, email) ??
      // The list is exact; Paddle may hold addresses for the same that are not, and names whose it is.
      (error.customer && await customers.get(error.customer));
    if (!found) throw error;
    if (tenantOf(found) !== tenantId) {
      throw new PaddleFailed(
        paymentFailures.refused({ code: "email_of_another_customer" }),
      );
    }
    return await reactivated(customers, found);
  }
}

async function withEmail(
  customers: Customers,
  email: string,
): Promise<Customer | null> {
  const [found] = await customers.list({
    email: [email],
    status: ["active", "archived"],
  }).next();
  return found ?? null;
}

/** The customer as one that can buy: somebody may have archived it. */
async function reactivated(
  customers: Customers,
  { id, status }: Customer,
): Promise<string> {
  if (status === "archived") await customers.update(id, { status: "active" });
  return id;
}

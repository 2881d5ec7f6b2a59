import type { Customer } from "@paddle/paddle-node-sdk";
import type { PaddleClient } from "./paddle_client.ts";
import { PaddleFailed } from "./paddle_failed.ts";

type Customers = PaddleClient["customers"];

/**
 * The customer with that address. Paddle has one for each, so all tenants of a person are the same customer, which keeps
 * the name that it got first. Paddle itself decides who of several at once makes it.
 */
export async function customerOf(
  customers: Customers,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<string> {
  try {
    return (await customers.create({ email, name })).id;
  } catch (error) {
    const isThere = error instanceof PaddleFailed &&
      error.is("customer_already_exists");
    if (!isThere) throw error;
    const found = await withEmail(customers, email) ??
      // The list is exact; Paddle may hold addresses for the same that are not, and names whose it is.
      (error.customer && await customers.get(error.customer));
    if (!found) throw error;
    return await reactivated(customers, found);
  }
}

/** The customer as one that can buy: another tenant of the same person may have left and archived it. */
export async function activeCustomer(
  customers: Customers,
  id: string,
): Promise<string> {
  return await reactivated(customers, await customers.get(id));
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

async function reactivated(
  customers: Customers,
  { id, status }: Customer,
): Promise<string> {
  if (status === "archived") await customers.update(id, { status: "active" });
  return id;
}

import type Stripe from "stripe";
import type { TenantId } from "../../src/kernel/ids.ts";
import { isRemembered } from "./asked.ts";
import { TENANT_KEY } from "./read_subscription.ts";

interface NamedTenant {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly email: string;
}

/**
 * The one customer that a tenant is. Two memories of Stripe's make it one, and each covers what the other cannot: the
 * search by metadata knows a customer a minute after it was made, and for ever; the idempotency key, of the tenant alone,
 * answers from the first moment, and for a day at least. (A list by e-mail is never late, but finds nothing once the
 * address changed, which the person can do in the portal.) The key demands that the request stays the same, whoever of
 * the tenant asks, so name and address are written after it, and only while there are none.
 */
export async function customerOf(
  stripe: Stripe,
  { tenantId, name, email }: NamedTenant,
): Promise<string> {
  const customer = await found(stripe, tenantId) ??
    await made(stripe, tenantId);
  if (!customer.email) {
    await stripe.customers.update(customer.id, { name, email });
  }
  return customer.id;
}

/** An error of Stripe's own is remembered under a key as any answer is: such a key will make nobody for a day, so another does. */
async function made(
  stripe: Stripe,
  tenantId: TenantId,
): Promise<Stripe.Customer> {
  const params = { metadata: { [TENANT_KEY]: tenantId } };
  try {
    return await stripe.customers.create(params, {
      idempotencyKey: `customer-${tenantId}`,
    });
  } catch (error) {
    if (!isRemembered(error)) throw error;
    return await stripe.customers.create(params);
  }
}

/** The oldest, should there be several after all. */
async function found(
  stripe: Stripe,
  tenantId: TenantId,
): Promise<Stripe.Customer | null> {
  const { data } = await stripe.customers.search({
    query: `metadata['${TENANT_KEY}']:'${tenantId}'`,
    limit: 100,
  });
  const [first] = data.sort((a, b) =>
    a.created - b.created || (a.id < b.id ? -1 : 1)
  );
  return first ?? null;
}

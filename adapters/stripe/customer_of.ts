import type Stripe from "stripe";
import type { TenantId } from "../../src/kernel/ids.ts";
import { isMissing, isRemembered } from "./asked.ts";
import { TENANT_KEY } from "./read_subscription.ts";

interface NamedTenant {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly email: string;
  readonly gone: string | null;
}

/**
 * The one customer that a tenant is. Two memories of Stripe's make it one, and each covers what the other cannot: the
 * search by metadata knows a customer a minute after it was made, and for ever; the idempotency key, of the tenant alone,
 * answers from the first moment, and for a day at least. (A list by e-mail is never late, but finds nothing once the
 * address changed, which the person can do in the portal.) The key demands that the request stays the same, whoever of
 * the tenant asks, so name and address are written after it, and only while there are none. Both remember a customer for
 * a while that was deleted: it is left out of what was found, and the next one has a key that names it.
 */
export async function customerOf(
  stripe: Stripe,
  tenant: NamedTenant,
): Promise<string> {
  const { id, email } = await found(stripe, tenant) ??
    await made(stripe, tenant);
  return email ? id : await named(stripe, id, tenant);
}

/** The customer, with name and address; where it was deleted before we heard of it, the one that follows by its key. */
async function named(
  stripe: Stripe,
  id: string,
  tenant: NamedTenant,
): Promise<string> {
  const { name, email } = tenant;
  try {
    await stripe.customers.update(id, { name, email });
    return id;
  } catch (error) {
    if (!isMissing(error)) throw error;
    const next = await made(stripe, { ...tenant, gone: id });
    return await named(stripe, next.id, tenant);
  }
}

/** An error of Stripe's own is remembered under a key as any answer is: such a key will make nobody for a day, so another does. */
async function made(
  stripe: Stripe,
  { tenantId, gone }: NamedTenant,
): Promise<Stripe.Customer> {
  const params = { metadata: { [TENANT_KEY]: tenantId } };
  try {
    return await stripe.customers.create(params, {
      idempotencyKey: `customer-${tenantId}${gone === null ? "" : `-${gone}`}`,
    });
  } catch (error) {
    if (!isRemembered(error)) throw error;
    return await stripe.customers.create(params);
  }
}

/** The oldest, should there be several after all. */
async function found(
  stripe: Stripe,
  { tenantId, gone }: NamedTenant,
): Promise<Stripe.Customer | null> {
  const { data } = await stripe.customers.search({
    query: `metadata['${TENANT_KEY}']:'${tenantId}'`,
    limit: 100,
  });
  const [first] = data.filter(({ id }) => id !== gone).sort((a, b) =>
    a.created - b.created || (a.id < b.id ? -1 : 1)
  );
  return first ?? null;
}

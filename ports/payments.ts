import type { Invoice } from "../src/billing/invoice.ts";
import type { Subscription } from "../src/billing/subscription.ts";
import type { Failure } from "../src/kernel/failure.ts";
import type { TenantId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { Page, PageRequest } from "../src/kernel/page.ts";
import type { Result } from "../src/kernel/result.ts";
import type { Outage } from "../src/events/attempt_job.ts";

/**
 * Later it may go well (`unavailable`; with a `code`, once somebody mends our key), or it never will. `customer_gone`:
 * somebody deleted the customer, so that `customerOf` is to be asked for another.
 */
export type PaymentFailure = Failure<
  | "payments.unavailable"
  | "payments.refused"
  | "payments.key_reused"
  | "payments.customer_gone"
>;

/** The provider is away, or lets us in no more: work that waits for it is tried again, however often. */
export class PaymentsDown extends Error implements Outage {
  override readonly name = "PaymentsDown";
  readonly outage = true;
  /** The provider's word for what is wrong with our key. */
  readonly code: string | undefined;

  constructor({ title, facts }: Pick<PaymentFailure, "title" | "facts">) {
    const { code } = facts;
    super(typeof code === "string" ? `${title}: ${code}` : title);
    this.code = typeof code === "string" ? code : undefined;
  }
}

/** A customer, and the tenant that it is: no customer is two tenants. */
export interface PayingTenant {
  readonly customer: string;
  readonly tenantId: TenantId;
}

export interface CheckoutRequest extends PayingTenant {
  /** Ids of the prices of what is sold, and of what is paid by use. */
  readonly price: string;
  readonly usagePrice: string | null;
  readonly trialDays: number;
  /** Where the person goes after it, whether they paid or not. */
  readonly returnUrl: string;
  /** The same request with the same key has the same answer, where the provider knows keys; null: none was given. */
  readonly idempotencyKey: string | null;
}

export interface PortalRequest {
  readonly customer: string;
  readonly returnUrl: string;
  readonly idempotencyKey: string | null;
}

/** A subscription, and whose it is; `tenantId` null where the provider does not know. */
export interface ListedSubscription {
  readonly id: string;
  readonly customer: string;
  readonly tenantId: TenantId | null;
  /** Null: it has a status that is not known here, so what it allows cannot be told. */
  readonly subscription: Subscription | null;
}

/** A provider of payments. It hosts every page on which anything is paid: nothing of a card comes here. */
export interface Payments {
  /** Its name, as in the last part of its webhooks' address: `stripe`. */
  readonly provider: string;
  /**
   * The customer that this tenant is, made if there is none. Asked again, also at once, it is the same one. One that is
   * `gone` is brought back where the provider can, and another takes its place where it cannot. Where the provider has
   * one for each e-mail address, an address of somebody else's is refused.
   */
  customerOf(
    tenant: {
      readonly tenantId: TenantId;
      readonly name: string;
      readonly email: string;
      /** Whom the tenant was, of whom the provider said so; null: nobody. */
      readonly gone: string | null;
    },
  ): Promise<Result<string, PaymentFailure>>;
  /** A page on which a subscription is bought. `customer_gone`: nobody can buy as a customer that was deleted. */
  checkout(request: CheckoutRequest): Promise<
    Result<
      { readonly url: string; readonly expiresAt: Instant | null },
      PaymentFailure
    >
  >;
  /** A page on which the customer changes plan, card and address, or ends it. `customer_gone` as for a checkout. */
  portal(
    request: PortalRequest,
  ): Promise<Result<{ readonly url: string }, PaymentFailure>>;
  /** All subscriptions that the tenant ever had there, as they are now, its customer deleted or not; not what was bought for another under its customer. */
  subscriptionsOf(
    tenant: PayingTenant,
  ): Promise<Result<readonly Subscription[], PaymentFailure>>;
  /** All subscriptions of everybody, ended ones too, a page at a time. */
  subscriptions(
    page: PageRequest,
  ): Promise<Result<Page<ListedSubscription>, PaymentFailure>>;
  /** A customer's invoices, the latest first, also of one that was deleted. */
  invoices(
    customer: string,
    page: PageRequest,
  ): Promise<Result<Page<Invoice>, PaymentFailure>>;
  /** Ends every subscription of the tenant at once, and forgets the person where the provider can. Again it changes nothing. */
  close(tenant: PayingTenant): Promise<Result<null, PaymentFailure>>;
}

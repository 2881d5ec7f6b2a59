import type { Payments } from "../../ports/payments.ts";

/** Asks one of two, as `isOther` says anew for each question. */
export function eitherPayments(
  usual: Payments,
  other: Payments,
  isOther: () => boolean,
): Payments {
  const one = () => isOther() ? other : usual;
  return {
    provider: usual.provider,
    customerOf: (tenant) => one().customerOf(tenant),
    checkout: (request) => one().checkout(request),
    portal: (request) => one().portal(request),
    subscriptionsOf: (tenant) => one().subscriptionsOf(tenant),
    subscriptions: (page) => one().subscriptions(page),
    invoices: (customer, page) => one().invoices(customer, page),
    close: (tenant) => one().close(tenant),
  };
}

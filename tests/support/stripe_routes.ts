import { isLive, type StripeAccount, USAGE_PRICE } from "./stripe_account.ts";
import { PRICES } from "./stripe_account.ts";
import {
  customerObject,
  invoiceObject,
  itemObjects,
  OBJECTS,
  subscriptionObject,
} from "./stripe_objects.ts";
import {
  good,
  listed,
  missing,
  refusal,
  type StripeReply,
} from "./stripe_replies.ts";

/** A request, taken apart: of the form or the query, names in brackets as they came. */
export interface StripeCall {
  readonly path: readonly string[];
  readonly params: Readonly<Record<string, string>>;
}

type Handler = (account: StripeAccount, call: StripeCall) => StripeReply;

interface Route {
  /** Names of parameters that are known; any other is refused, as Stripe does. */
  readonly params: RegExp;
  readonly handle: Handler;
}

const PAGING = "limit|starting_after";

/** What of Stripe's API is spoken here, by method and path. */
const ROUTES: Readonly<Record<string, Route>> = {
  "GET /v1/customers/search": {
    params: /^(query|limit)$/,
    handle({ customers }, { params }) {
      const [, tenant] = /^metadata\['balance_tenant'\]:'(ten_\w+)'$/
        .exec(params["query"] ?? "") ?? [];
      if (!tenant) return refusal(400, "invalid_request_error", null);
      const found = customers.filter((one) =>
        one.indexed && one.metadata["balance_tenant"] === tenant
      );
      return good({
        object: "search_result",
        url: "/v1/customers/search",
        // It is late to learn that somebody was deleted, too.
        data: found.map((one) => customerObject({ ...one, deleted: false })),
        has_more: false,
        next_page: null,
      });
    },
  },
  "POST /v1/customers": {
    params: /^metadata\[balance_tenant\]$/,
    handle: (account, { params }) =>
      good(customerObject(account.addCustomer({
        balance_tenant: params["metadata[balance_tenant]"]!,
      }))),
  },
  "GET /v1/customers/:id": {
    params: /^$/,
    handle: ({ customers }, { path: [id] }) => {
      const one = customers.find((one) => one.id === id);
      return one ? good(customerObject(one)) : missing("id");
    },
  },
  "POST /v1/customers/:id": {
    params: /^(name|email)$/,
    handle({ customers }, { path: [id], params }) {
      const one = customers.find((one) => one.id === id && !one.deleted);
      if (!one) return missing("id");
      return good(customerObject(Object.assign(one, params)));
    },
  },
  "DELETE /v1/customers/:id": {
    params: /^$/,
    handle(account, { path: [id] }) {
      const one = account.customers.find((one) =>
        one.id === id && !one.deleted
      );
      if (!one) return missing("id");
      account.deleteCustomer(one.id);
      return good(customerObject(one));
    },
  },
  "GET /v1/subscriptions": {
    params: new RegExp(`^(customer|status|${PAGING})$`),
    handle({ customers, subscriptions }, { params }) {
      const { customer, status } = params;
      if (customer && !customers.some(({ id }) => id === customer)) {
        return missing("customer");
      }
      const some = subscriptions.filter((one) =>
        (!customer || one.customer === customer) &&
        (status === "all" || one.status !== "canceled")
      );
      return listed(some, params, "/v1/subscriptions", subscriptionObject);
    },
  },
  "DELETE /v1/subscriptions/:id": {
    params: /^$/,
    handle(account, { path: [id] }) {
      const one = account.subscriptions.find((one) => one.id === id);
      if (!one || !isLive(one)) return missing("id");
      account.end(one);
      return good(subscriptionObject(one));
    },
  },
  "GET /v1/subscription_items": {
    params: new RegExp(`^(subscription|${PAGING})$`),
    handle: (account, { params }) =>
      listed(
        itemObjects(account.find(params["subscription"]!)).toReversed(),
        params,
        "/v1/subscription_items",
        (item) => item,
      ),
  },
  "GET /v1/invoices": {
    params: new RegExp(`^(customer|status|${PAGING})$`),
    handle({ invoices }, { params }) {
      const some = invoices.filter((one) =>
        one.customer === params["customer"] &&
        (!params["status"] || one.status === params["status"])
      );
      return listed(some, params, "/v1/invoices", invoiceObject);
    },
  },
  "POST /v1/checkout/sessions": {
    params:
      /^(mode|ui_mode|customer|client_reference_id|(success|cancel)_url|line_items\[[01]\]\[(price|quantity)\]|subscription_data\[(metadata\]\[balance_tenant|trial_period_days)\])$/,
    handle(account, { params }) {
      const { customer } = params;
      if (!isThere(account, customer)) return missing("customer");
      const prices: readonly (string | undefined)[] = [...PRICES, USAGE_PRICE];
      for (const line of ["line_items[0]", "line_items[1]"]) {
        const price = params[`${line}[price]`];
        if (price === undefined) continue;
        if (!prices.includes(price)) return missing(`${line}[price]`);
        const isCounted = `${line}[quantity]` in params;
        if (isCounted === (price === USAGE_PRICE)) {
          return refusal(400, "invalid_request_error", null);
        }
      }
      const id = account.nextId("cs");
      return good({
        ...OBJECTS["checkout.session"],
        ...{ id, customer, mode: params["mode"], created: account.now() },
        url: `https://checkout.stripe.example/c/${id}`,
        expires_at: account.now() + 86_400,
      });
    },
  },
  "POST /v1/billing_portal/sessions": {
    params: /^(customer|return_url)$/,
    handle(account, { params: { customer, return_url } }) {
      if (!isThere(account, customer)) return missing("customer");
      const id = account.nextId("bps");
      return good({
        ...OBJECTS["billing_portal.session"],
        ...{ id, customer, return_url },
        url: `https://billing.stripe.example/p/${id}`,
      });
    },
  },
  "POST /v1/billing/meter_events": {
    params:
      /^(event_name|identifier|timestamp|payload\[(stripe_customer_id|value)\])$/,
    handle({ meterEvents, now }, { params }) {
      const { event_name = "", identifier = "" } = params;
      const timestamp = Number(params["timestamp"]);
      const [customer = "", value = ""] = [
        params["payload[stripe_customer_id]"],
        params["payload[value]"],
      ];
      if (timestamp > now() + 300 || timestamp < now() - 35 * 86_400) {
        return refusal(400, "invalid_request_error", "timestamp_invalid");
      }
      if (meterEvents.some((one) => one.identifier === identifier)) {
        return refusal(
          400,
          "invalid_request_error",
          null,
          `An event already exists with identifier ${identifier}.`,
        );
      }
      meterEvents.push({ event_name, identifier, customer, value, timestamp });
      return good({
        ...OBJECTS["billing.meter_event"],
        ...{ event_name, identifier, timestamp, created: now() },
        payload: { stripe_customer_id: customer, value },
      });
    },
  },
};

/** What the account answers to a request that may be made. */
export function stripeReply(
  account: StripeAccount,
  method: string,
  path: string,
  params: Readonly<Record<string, string>>,
): StripeReply {
  const id = path.split("/")[3] ?? "";
  const route = ROUTES[`${method} ${path}`] ??
    ROUTES[`${method} ${path.replace(/\/[^/]+$/, "/:id")}`];
  if (!route) return refusal(404, "invalid_request_error", null);
  const unknown = Object.keys(params).find((name) => !route.params.test(name));
  if (unknown !== undefined) {
    return refusal(400, "invalid_request_error", "parameter_unknown", unknown);
  }
  return route.handle(account, { path: [id], params });
}

function isThere({ customers }: StripeAccount, id: string | undefined) {
  return customers.some((one) => one.id === id && !one.deleted);
}

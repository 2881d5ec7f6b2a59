import { type PaddleAccount, PRICES, USAGE_PRICE } from "./paddle_account.ts";
import { listed, type PaddleReply, refusal } from "./paddle_replies.ts";
import {
  customerObject,
  subscriptionObject,
  transactionObject,
} from "./paddle_objects.ts";

/** A request, taken apart. */
export interface PaddleCall {
  readonly path: string;
  /** What stands for `:id` in the route's path. */
  readonly id: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Route {
  /** Names of the query or of the body that are known; any other is refused. */
  readonly names: RegExp;
  handle(account: PaddleAccount, call: PaddleCall): PaddleReply;
}

const PAGING = "after|per_page|order_by";

/** What of Paddle's API is spoken here, by method and path. */
const ROUTES: Readonly<Record<string, Route>> = {
  "GET /customers": {
    names: new RegExp(`^(email|status|${PAGING})$`),
    handle({ customers }, call) {
      const { email, status = "active" } = call.query;
      const found = customers.filter((one) =>
        isOneOf(one.email, email) && isOneOf(one.status, status)
      );
      return listed(found, call, 200, customerObject);
    },
  },
  "POST /customers": {
    names: /^(email|name|custom_data)$/,
    handle(account, { body: { email, name = null, custom_data = null } }) {
      if (typeof email !== "string" || !email.includes("@")) {
        return refusal(400, "invalid_field");
      }
      // The list is exact, and this is not.
      const other = account.customers.find((one) =>
        one.email.toLowerCase() === email.toLowerCase()
      );
      if (other) {
        const detail = `customer email conflicts with customer of id`;
        return refusal(
          409,
          "customer_already_exists",
          `${detail} ${other.id}`,
        );
      }
      const one = account.addCustomer(
        email,
        name as string | null,
        custom_data as object | null,
      );
      return good(customerObject(one), 201);
    },
  },
  "GET /customers/:id": {
    names: /^$/,
    handle({ customers }, { id }) {
      const one = customers.find((one) => one.id === id);
      return one ? good(customerObject(one)) : missing();
    },
  },
  "PATCH /customers/:id": {
    names: /^status$/,
    handle({ customers }, { id, body: { status } }) {
      const one = customers.find((one) => one.id === id);
      if (!one) return missing();
      if (status !== "active" && status !== "archived") {
        return refusal(400, "invalid_field");
      }
      one.status = status;
      return good(customerObject(one));
    },
  },
  "POST /customers/:id/portal-sessions": {
    names: /^subscription_ids$/,
    handle(account, { id, body: { subscription_ids } }) {
      if (!isActive(account, id)) return missing();
      if (!Array.isArray(subscription_ids)) return refusal(400, "bad_request");
      const session = account.nextId("cpls");
      const page = "https://customer-portal.paddle.example";
      return good({
        id: session,
        customer_id: id,
        urls: {
          general: { overview: `${page}/${session}?token=pga_x` },
          subscriptions: [],
        },
        created_at: "2026-01-02T03:04:05.123456789Z",
      }, 201);
    },
  },
  "GET /subscriptions": {
    names: new RegExp(`^(customer_id|status|${PAGING})$`),
    handle({ subscriptions }, call) {
      const { customer_id, status } = call.query;
      const found = subscriptions.filter((one) =>
        isOneOf(one.customer_id, customer_id) && isOneOf(one.status, status)
      );
      return listed(found, call, 200, subscriptionObject);
    },
  },
  "POST /subscriptions/:id/cancel": {
    names: /^effective_from$/,
    handle(account, { id, body: { effective_from } }) {
      const one = account.subscriptions.find((one) => one.id === id);
      if (!one) return missing();
      if (one.status === "canceled") {
        return refusal(400, "subscription_is_canceled_action_invalid");
      }
      if (effective_from === "immediately") account.end(one);
      else account.endWithPeriod(id);
      return good(subscriptionObject(one));
    },
  },
  "GET /transactions": {
    names: new RegExp(`^(customer_id|subscription_id|status|${PAGING})$`),
    handle({ transactions }, call) {
      const { customer_id, subscription_id, status } = call.query;
      const found = transactions.filter((one) =>
        isOneOf(one.customer_id, customer_id) &&
        isOneOf(one.subscription_id ?? "null", subscription_id) &&
        isOneOf(one.status, status)
      );
      return listed(found, call, 30, transactionObject);
    },
  },
  "POST /transactions": {
    names: /^(items|customer_id|custom_data|checkout)$/,
    handle(account, { body }) {
      const { items, customer_id, custom_data, checkout } = body as {
        items?: readonly { price_id: string; quantity: number }[];
        customer_id?: string;
        custom_data?: object;
        checkout?: { url: string };
      };
      if (!isActive(account, customer_id)) return missing();
      const known: readonly string[] = [...PRICES, USAGE_PRICE];
      if (!items?.every((one) => known.includes(one.price_id))) {
        return refusal(400, "transaction_price_not_found");
      }
      const one = account.transaction({
        customer_id: customer_id!,
        custom_data: custom_data ?? null,
        prices: items.map(({ price_id }) => price_id),
      }, "ready");
      const url = checkout
        ? `${checkout.url}?_ptxn=${one.id}`
        : one.checkout_url;
      return good({ ...transactionObject(one), checkout: { url } }, 201);
    },
  },
};

/** What the account answers to a request that may be made. */
export function paddleReply(
  account: PaddleAccount,
  method: string,
  path: string,
  query: Readonly<Record<string, string>>,
  body: Readonly<Record<string, unknown>>,
): PaddleReply {
  const [, of = "", id = "", action] = path.split("/");
  const parts = [of, ...id ? [":id"] : [], ...action ? [action] : []];
  const route = ROUTES[`${method} /${parts.join("/")}`];
  if (!route) return missing();
  const names = [...Object.keys(query), ...Object.keys(body)];
  return names.every((name) => route.names.test(name))
    ? route.handle(account, { path, id, query, body })
    : refusal(400, "invalid_field");
}

function good(data: object, status = 200): PaddleReply {
  return { status, body: { data, meta: { request_id: "req_1" } } };
}

function missing(): PaddleReply {
  return refusal(404, "not_found");
}

function isActive({ customers }: PaddleAccount, id: string | undefined) {
  return customers.some((one) => one.id === id && one.status === "active");
}

/** Whether it is in a list with commas; any is where none is given. */
function isOneOf(value: string, list: string | undefined): boolean {
  return list === undefined || list.split(",").includes(value);
}

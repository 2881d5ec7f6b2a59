import { z } from "@hono/zod-openapi";
import { billingFailures } from "../../../src/billing/billing_account.ts";
import type { Invoice } from "../../../src/billing/invoice.ts";
import { paymentFailures } from "../../../src/billing/payment_failures.ts";
import { listInvoices } from "../../../src/billing/use_cases/list_invoices.ts";
import { openPortal } from "../../../src/billing/use_cases/open_portal.ts";
import { readBilling } from "../../../src/billing/use_cases/read_billing.ts";
import { requestSync } from "../../../src/billing/use_cases/request_sync.ts";
import { startCheckout } from "../../../src/billing/use_cases/start_checkout.ts";
import { ok } from "../../../src/kernel/result.ts";
import { integerText, text } from "../fields.ts";
import { told } from "../json_schema.ts";
import { pageRequest, pageSchema } from "../paging.ts";
import { type Route, route, type Told } from "../route.ts";
import { billingJson, billingSchema } from "./billing_schema.ts";

const tag = "billing";
/** Where somebody goes who names no page of their own. */
const RETURN_TO = "/console/billing";
/** Invoices of a page: providers give no more at a time. */
const INVOICES_MAX = 100;
/** A provider's word for a place in its lists. */
const CURSOR = /^[\w-]{1,200}$/;

const returnUrl = z.url({
  protocol: /^https?$/,
  error: "is not an http(s) address",
}).max(2_000).optional().openapi({
  description: "Where the person goes afterwards; this service unless named",
});

const read = route({
  method: "get",
  path: "/billing",
  tag,
  summary: "Read what the company pays, may use, and has used",
  action: "billing.read",
  answer: {
    status: 200,
    description: "State, plan and usage",
    schema: billingSchema,
  },
  async handle({ deps, scope }) {
    const found = await readBilling(deps, scope);
    return found.ok ? ok({ body: billingJson(found.value) }) : found;
  },
});

const REFUSALS = [
  paymentFailures.unavailable(),
  paymentFailures.refused(),
  paymentFailures.customer_gone(),
];

const checkout = route({
  method: "post",
  path: "/billing/checkout",
  tag,
  summary: "Buy a plan",
  description:
    "On a page of the payment provider, to which `url` leads. Whoever has a subscription changes it in the portal.",
  action: "billing.write",
  expensive: true,
  repeats: "at_provider",
  body: {
    schema: z.strictObject({
      plan: text(40),
      interval: text(40).optional(),
      return_url: returnUrl,
    }).openapi("Checkout"),
    example: { plan: "team", interval: "month" },
  },
  answer: {
    status: 201,
    description: "Where to pay",
    schema: z.object({ url: z.string(), expires_at: told.nullable() })
      .openapi("CheckoutPage"),
  },
  refusals: [
    ...REFUSALS,
    paymentFailures.key_reused(),
    billingFailures.nothing_sold(),
    billingFailures.unknown_plan(),
    billingFailures.subscribed(),
  ],
  async handle({ deps, scope, body, origin, idempotencyKey }) {
    const begun = await startCheckout(deps, scope, {
      plan: body.plan,
      interval: body.interval ?? null,
      returnUrl: body.return_url ?? `${origin}${RETURN_TO}`,
      idempotencyKey,
    });
    if (!begun.ok) return begun;
    const { url, expiresAt } = begun.value;
    return ok({ body: { url, expires_at: expiresAt } });
  },
});

const portal = route({
  method: "post",
  path: "/billing/portal",
  tag,
  summary: "Change the plan, the card or the address, or end the subscription",
  description: "On a page of the payment provider, to which `url` leads.",
  action: "billing.write",
  expensive: true,
  repeats: "at_provider",
  body: {
    schema: z.strictObject({ return_url: returnUrl }).openapi("Portal"),
    example: {},
  },
  answer: {
    status: 201,
    description: "Where to change it",
    schema: z.object({ url: z.string() }).openapi("PortalPage"),
  },
  refusals: [...REFUSALS, billingFailures.no_account()],
  async handle({ deps, scope, body, origin, idempotencyKey }) {
    const opened = await openPortal(deps, scope, {
      returnUrl: body.return_url ?? `${origin}${RETURN_TO}`,
      idempotencyKey,
    });
    return opened.ok ? ok({ body: { url: opened.value.url } }) : opened;
  },
});

const sync = route({
  method: "post",
  path: "/billing/sync",
  tag,
  summary: "Have the payment provider asked how the subscription stands",
  description:
    "For whoever paid and does not see it yet. Done within moments; `asked_at` then says when.",
  action: "billing.write",
  answer: { status: 202, description: "It will be asked" },
  refusals: [billingFailures.no_account()],
  async handle({ deps, scope }) {
    const asked = await requestSync(deps, scope);
    return asked.ok ? ok({ body: null }) : asked;
  },
});

const invoiceSchema = z.object({
  id: z.string(),
  number: z.string().nullable(),
  status: z.enum(["draft", "open", "paid", "void", "uncollectible"]),
  total: z.object({ minor: z.string(), currency: z.string() }),
  created_at: told,
  url: z.string().nullable().openapi({
    description: "Where the provider shows it",
  }),
}).openapi("Invoice");

function invoiceJson(
  { createdAt, total, ...rest }: Invoice,
): Told<z.input<typeof invoiceSchema>> {
  return { ...rest, total: { ...total }, created_at: createdAt };
}

const invoices = route({
  method: "get",
  path: "/billing/invoices",
  tag,
  summary: "List invoices, the latest first",
  description: "As the payment provider has them.",
  action: "billing.read",
  expensive: true,
  query: z.strictObject({
    limit: integerText({ min: 1, max: INVOICES_MAX }).default(20).openapi({
      type: "integer",
      minimum: 1,
      maximum: INVOICES_MAX,
      default: 20,
    }),
    cursor: z.string().regex(CURSOR, "is not a cursor of ours").optional()
      .openapi({ description: "The `next_cursor` of the page before" }),
  }),
  answer: {
    status: 200,
    description: "A page of invoices",
    schema: pageSchema(invoiceSchema),
  },
  refusals: [...REFUSALS, billingFailures.no_account()],
  async handle({ deps, scope, query }) {
    const page = await listInvoices(deps, scope, pageRequest(query));
    if (!page.ok) return page;
    // The provider's own words for places, which are no ids of ours.
    const { data, nextCursor } = page.value;
    return ok({
      body: { data: data.map(invoiceJson), next_cursor: nextCursor },
    });
  },
});

export const billingRoutes: readonly Route[] = [
  read,
  checkout,
  portal,
  sync,
  invoices,
];

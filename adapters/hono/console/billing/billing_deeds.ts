import { z } from "@hono/zod-openapi";
import { openPortal } from "../../../../src/billing/use_cases/open_portal.ts";
import { requestSync } from "../../../../src/billing/use_cases/request_sync.ts";
import { startCheckout } from "../../../../src/billing/use_cases/start_checkout.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { text } from "../../fields.ts";
import { action } from "../shell/action.ts";
import { billingPage } from "./billing_page.tsx";
import { BILLING } from "./billing_path.ts";

/** Leads to where a plan is paid; from there the way is back to the page. */
export const checkoutAction = action({
  path: "/billing/checkout",
  action: "billing.write",
  expensive: true,
  form: z.object({ plan: text(40), interval: text(40).optional() }),
  page: billingPage,
  async act({ deps, scope, form, origin }) {
    const begun = await startCheckout(deps, scope, {
      plan: form.plan,
      interval: form.interval ?? null,
      returnUrl: `${origin}${BILLING}?from=checkout`,
      idempotencyKey: null,
    });
    return begun.ok ? ok({ leaveTo: begun.value.url }) : begun;
  },
});

/** Leads to where the card, the plan and the invoices are. */
export const portalAction = action({
  path: "/billing/portal",
  action: "billing.write",
  expensive: true,
  form: z.object({}),
  page: billingPage,
  async act({ deps, scope, origin }) {
    const opened = await openPortal(deps, scope, {
      returnUrl: `${origin}${BILLING}`,
      idempotencyKey: null,
    });
    return opened.ok ? ok({ leaveTo: opened.value.url }) : opened;
  },
});

/** Has the provider asked how the subscription stands. */
export const syncAction = action({
  path: "/billing/sync",
  action: "billing.write",
  expensive: true,
  form: z.object({}),
  page: billingPage,
  async act({ deps, scope }) {
    const asked = await requestSync(deps, scope);
    return asked.ok
      ? ok({
        to: BILLING,
        flash: {
          kind: "done",
          text:
            "The payment provider is being asked. Open the page again in a moment.",
        },
      })
      : asked;
  },
});

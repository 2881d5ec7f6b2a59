import { z } from "@hono/zod-openapi";
import { listInvoices } from "../../../../src/billing/use_cases/list_invoices.ts";
import { readBilling } from "../../../../src/billing/use_cases/read_billing.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { page } from "../shell/page.tsx";
import { BILLING } from "./billing_path.ts";
import { Invoices } from "./invoices.tsx";
import { PlansCard } from "./plans_card.tsx";
import { StandingCard } from "./standing_card.tsx";
import { mayBuy } from "./standing_words.ts";
import { UsageCard } from "./usage_card.tsx";

/** Invoices that are shown; the others are at the payment provider's. */
const INVOICES = 12;

/** What the company pays, may use and has used; where an upgrade leads to, and a checkout back. */
export const billingPage = page({
  path: "/billing",
  action: "billing.read",
  query: z.object({ from: z.enum(["checkout"]).optional() }),
  async show({ deps, scope, frame, query, form }) {
    const billing = await readBilling(deps, scope);
    if (!billing.ok) return billing;
    const { account, standing } = billing.value;
    const isWriter = frame.may("billing.write");
    // The provider's word comes by a message of its own, which may be later than the person.
    const isAwaited = query.from === "checkout" && mayBuy(standing);
    return ok({
      title: "Billing",
      lead: "What your company pays, may use, and has used.",
      body: (
        <>
          <FormTrouble
            form={form}
            labels={{ plan: "Plan", interval: "Paid" }}
          />
          <div
            id="billing"
            {...isAwaited && { "data-live": "SUBSCRIPTION_CHANGED" }}
          >
            {isAwaited && (
              <div class="flash note">
                <p>
                  If you paid, the payment provider tells so within moments, and
                  it is shown here.{" "}
                  <noscript>Reload the page to see it.</noscript>{" "}
                  If you went back without paying, nothing was bought.
                </p>
                <a class="button" href={BILLING}>I did not pay</a>
              </div>
            )}
            <div class="columns">
              <StandingCard billing={billing.value} isWriter={isWriter} />
              <UsageCard
                usage={billing.value.usage}
                isReadOnly={standing.plan === null}
              />
            </div>
            <PlansCard
              billing={billing.value}
              isWriter={isWriter}
              form={form}
            />
          </div>
        </>
      ),
      ...account !== null && {
        async rest() {
          const found = await listInvoices(deps, scope, {
            limit: INVOICES,
            cursor: null,
          });
          return found.ok
            ? ok(<Invoices invoices={found.value.data} />)
            : found;
        },
      },
    });
  },
});

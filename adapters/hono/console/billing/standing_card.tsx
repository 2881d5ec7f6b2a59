import type { BillingInFull } from "../../../../src/billing/use_cases/read_billing.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Moment } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { adviceOf, mayBuy, STATE_WORDS } from "./standing_words.ts";

/** How the company stands, what that means, and what an owner can do about it. */
export function StandingCard(
  { billing: { standing, account, sold }, isWriter }: {
    readonly billing: BillingInFull;
    readonly isWriter: boolean;
  },
) {
  const { state, plan, subscription, graceEndsAt } = standing;
  const { label, tone } = STATE_WORDS[state];
  const isOwed = state === "past_due" ||
    state === "suspended" && subscription !== null;
  const goesOn = subscription !== null && subscription.endsAt === null &&
    (state === "active" || state === "trialing" || state === "past_due");
  return (
    <Card title="Your subscription" id="standing">
      <p>
        <Tag tone={tone}>{label}</Tag>{" "}
        <strong>{plan?.name ?? "No plan"}</strong>
      </p>
      <p>{adviceOf(standing, sold.length > 0)}</p>
      <Facts>
        {graceEndsAt !== null && (
          <Fact name="Works until">
            <Moment at={graceEndsAt} />
          </Fact>
        )}
        {state === "trialing" && subscription?.trialEndsAt && (
          <Fact name="Trial ends">
            <Moment at={subscription.trialEndsAt} />
          </Fact>
        )}
        {subscription !== null && subscription.endsAt !== null && (
          <Fact name="Ends">
            <Moment at={subscription.endsAt} />
          </Fact>
        )}
        {goesOn && subscription.period && (
          <Fact name="Next invoice">
            <Moment at={subscription.period.end} />
          </Fact>
        )}
        {account !== null && (
          <Fact name="Last compared">
            <Moment at={account.syncedAt} />
          </Fact>
        )}
      </Facts>
      {account !== null && isWriter && (
        <div class="buttons" id="portal">
          <form method="post" action="/console/billing/portal">
            <button
              type="submit"
              class={isOwed || !mayBuy(standing) ? "primary" : ""}
            >
              {isOwed ? "Pay what is owed" : "Card, invoices and subscription"}
            </button>
          </form>
          <form method="post" action="/console/billing/sync">
            <button type="submit">I paid, look again</button>
          </form>
        </div>
      )}
    </Card>
  );
}

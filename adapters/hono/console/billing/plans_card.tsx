import type { Plan } from "../../../../src/billing/plan.ts";
import type { BillingInFull } from "../../../../src/billing/use_cases/read_billing.ts";
import { Card } from "../parts/card.tsx";
import { SelectField } from "../parts/field.tsx";
import { wholeText } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import type { FormState } from "../shell/form_state.ts";
import { mayBuy } from "./standing_words.ts";

const FEATURE_WORDS: Readonly<Record<Plan["features"][number], string>> = {
  language_model: "A language model is asked where nothing else knows",
  pull_connections: "Connections that fetch by themselves",
  notification_webhooks: "Notices by webhook",
};

const INTERVAL_WORDS: Readonly<Record<string, string>> = {
  month: "Each month",
  year: "Each year",
};

/** What can be bought, and what each plan allows. */
export function PlansCard(
  { billing: { standing, sold, provider }, isWriter, form }: {
    readonly billing: BillingInFull;
    readonly isWriter: boolean;
    readonly form: FormState;
  },
) {
  if (sold.length === 0) return null;
  const canBuy = isWriter && mayBuy(standing);
  return (
    <Card title="Plans" id="checkout">
      <p class="quiet">
        {mayBuy(standing)
          ? "What a plan costs is shown before you pay, on the page of the payment provider."
          : "You have a subscription: change the plan where the card is kept, with the button above."}
      </p>
      <ul class="plans">
        {sold.map((plan) => (
          <li>
            <h3>
              {plan.name} {plan.id === standing.plan?.id && (
                <Tag tone="good">
                  Your plan
                </Tag>
              )}
            </h3>
            <ul>
              {[
                ...limitWords(plan),
                ...plan.features.map((one) => FEATURE_WORDS[one]),
              ].map(Line)}
            </ul>
            {canBuy && (
              <Buy
                plan={plan}
                intervals={Object.keys(plan.prices[provider]?.sold ?? {})}
                form={form}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Line(words: string) {
  return <li>{words}</li>;
}

function Buy(
  { plan: { id, name, trialDays }, intervals, form }: {
    readonly plan: Plan;
    readonly intervals: readonly string[];
    readonly form: FormState;
  },
) {
  return (
    <form method="post" action="/console/billing/checkout" class="fields">
      <input type="hidden" name="plan" value={id} />
      {intervals.length > 1 && (
        <SelectField
          form={form}
          of={`buy-${id}`}
          name="interval"
          label="Paid"
          choices={intervals.map((one) => [one, INTERVAL_WORDS[one] ?? one])}
        />
      )}
      {trialDays > 0 && (
        <p class="quiet small">
          The first {trialDays} days are free for who never had a subscription.
        </p>
      )}
      <div>
        <button type="submit" class="primary">Choose {name}</button>
      </div>
    </form>
  );
}

function limitWords({ limits }: Plan): readonly string[] {
  const of = (limit: number | null, what: string) =>
    `${limit === null ? "Any number of" : wholeText(limit)} ${what}`;
  return [
    of(limits.recordsPerMonth, "records a month"),
    of(limits.llmTokensPerMonth, "tokens of language models a month"),
    of(limits.members, "members"),
    of(limits.connections, "connections"),
    limits.retentionDays === null
      ? "Payloads kept for as long as you say"
      : `Payloads kept for ${wholeText(limits.retentionDays)} days at most`,
  ];
}

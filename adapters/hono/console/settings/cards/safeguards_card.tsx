import { z } from "@hono/zod-openapi";
import { formatMoney } from "../../../../../src/kernel/money.ts";
import { CheckField, TextArea } from "../../parts/field.tsx";
import { amountsField } from "../amounts_field.ts";
import { tenantCard } from "./tenant_card.ts";

const labels = {
  four_eyes_above: "Two people decide above",
  require_backtest: "Rules change only through a back-test",
};

/** What one person alone does not do. */
export const safeguardsCard = tenantCard({
  path: "/settings/deciding/safeguards",
  title: "A second look",
  lead: "What nobody does alone, or unseen.",
  labels,
  blank: { four_eyes_above: "no amount: one person decides" },
  form: z.object({
    four_eyes_above: amountsField.optional(),
    require_backtest: z.literal("on").optional(),
  }),
  values: ({ settings: { fourEyesAbove, requireBacktest } }) => ({
    four_eyes_above: fourEyesAbove.map(formatMoney).join("\n"),
    require_backtest: requireBacktest ? "on" : "",
  }),
  change: ({ four_eyes_above, require_backtest }) => ({
    settings: {
      fourEyesAbove: four_eyes_above ?? [],
      requireBacktest: require_backtest !== undefined,
    },
  }),
  Fields: ({ form }) => (
    <>
      <TextArea
        form={form}
        name="four_eyes_above"
        label={labels.four_eyes_above}
        hint="One amount a line, for each currency one, such as 500.00 GBP. What is larger, in or out, waits until two people say the same. Blank: one decides."
        required={false}
        rows={3}
      />
      <CheckField
        form={form}
        name="require_backtest"
        label={labels.require_backtest}
        hint="Whoever changes a rule sees first what it would have changed."
      />
    </>
  ),
});

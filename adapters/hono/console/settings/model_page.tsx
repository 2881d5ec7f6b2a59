import { ok } from "../../../../src/kernel/result.ts";
import { readModelUsage } from "../../../../src/processing/use_cases/read_model_usage.ts";
import { modelChoiceCard } from "./cards/model_choice_card.tsx";
import { modelLimitsCard } from "./cards/model_limits_card.tsx";
import { tenantCardAction } from "./cards/tenant_card.ts";
import { ModelUsageCard } from "./model_usage_card.tsx";
import { tenantPage } from "./tenant_page.tsx";

const cards = [modelLimitsCard, modelChoiceCard];

/** Whether and how the language model is asked, and what that comes to. */
const modelPage = tenantPage({
  path: "/settings/model",
  title: "Language model",
  lead: "It is asked last, about what neither rules nor approved records know.",
  cards,
  async more({ deps, scope }) {
    const usage = await readModelUsage(deps, scope);
    return usage.ok ? ok(<ModelUsageCard usage={usage.value} />) : usage;
  },
});

export const modelRoutes = [
  modelPage,
  ...cards.map((card) => tenantCardAction(card, modelPage)),
];

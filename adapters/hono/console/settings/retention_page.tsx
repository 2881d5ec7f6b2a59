import { retentionCard } from "./cards/retention_card.tsx";
import { tenantCardAction } from "./cards/tenant_card.ts";
import { tenantPage } from "./tenant_page.tsx";

/** How long is kept what serves a while only. */
const retentionPage = tenantPage({
  path: "/settings/retention",
  title: "Retention",
  lead:
    "How long things are kept that serve a while only. Records, decisions and the event log stay.",
  cards: [retentionCard],
});

export const retentionRoutes = [
  retentionPage,
  tenantCardAction(retentionCard, retentionPage),
];

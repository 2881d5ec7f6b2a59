import { likenessCard } from "./cards/likeness_card.tsx";
import { safeguardsCard } from "./cards/safeguards_card.tsx";
import { surenessCard } from "./cards/sureness_card.tsx";
import { tenantCardAction } from "./cards/tenant_card.ts";
import { tenantPage } from "./tenant_page.tsx";

const cards = [surenessCard, safeguardsCard, likenessCard];

/** When people are asked, and when nobody is. */
const decidingPage = tenantPage({
  path: "/settings/deciding",
  title: "Deciding",
  lead: "When people are asked, and when a record is settled without them.",
  cards,
});

export const decidingRoutes = [
  decidingPage,
  ...cards.map((card) => tenantCardAction(card, decidingPage)),
];

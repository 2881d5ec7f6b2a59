import { ok } from "../../../../src/kernel/result.ts";
import { readSettings } from "../../../../src/notifications/use_cases/read_settings.ts";
import { nameCard } from "./cards/name_card.tsx";
import { noticesCard, noticesCardAction } from "./cards/notices_card.tsx";
import { SettingsCardShown } from "./cards/settings_card.tsx";
import { tenantCardAction } from "./cards/tenant_card.ts";
import { SETTINGS } from "./settings_path.ts";
import { tenantPage } from "./tenant_page.tsx";

/** What the company is called, and when its people are told of things. */
const companyPage = tenantPage({
  path: "/settings",
  title: "Settings",
  lead: "What your company is called, and when its people are told of things.",
  cards: [nameCard],
  async more({ deps, scope, frame, form }) {
    if (!frame.may("notifications.read")) return ok(null);
    const found = await readSettings(deps, scope);
    return found.ok
      ? ok(
        <SettingsCardShown
          card={noticesCard}
          it={found.value}
          form={form}
          page={SETTINGS}
          mayChange={frame.may("notifications.write")}
        />,
      )
      : found;
  },
});

export const companyRoutes = [
  companyPage,
  tenantCardAction(nameCard, companyPage),
  noticesCardAction(companyPage),
];

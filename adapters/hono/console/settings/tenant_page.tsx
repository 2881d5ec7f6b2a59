import type { Child } from "hono/jsx";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { ok, type Result } from "../../../../src/kernel/result.ts";
import type { Tenant } from "../../../../src/tenancy/tenant.ts";
import { readTenant } from "../../../../src/tenancy/use_cases/read_tenant.ts";
import { type ConsolePage, page, type PageAsked } from "../shell/page.tsx";
import { SettingsCardShown } from "./cards/settings_card.tsx";
import type { TenantCard } from "./cards/tenant_card.ts";
import { SETTINGS } from "./settings_path.ts";
import { SettingsTabs } from "./settings_tabs.tsx";

/** Makes a page of the company's settings. */
export function tenantPage(
  { path, title, lead, cards, more }: {
    /** Below `/console`. */
    readonly path: "/settings" | `/settings/${string}`;
    readonly title: string;
    readonly lead: string;
    readonly cards: readonly TenantCard[];
    /** What stands after the cards. */
    more?(
      asked: Omit<PageAsked<string, unknown>, "query">,
      tenant: Tenant,
    ): Promise<Result<Child, Failure>>;
  },
): ConsolePage {
  const here = `/console${path}`;
  return page({
    path,
    action: "tenant.read",
    async show(asked) {
      const { deps, scope, frame, form } = asked;
      const tenant = await readTenant(deps, scope);
      if (!tenant.ok) return tenant;
      const rest = await more?.(asked, tenant.value) ?? ok(null);
      if (!rest.ok) return rest;
      return ok({
        title,
        lead,
        ...here !== SETTINGS &&
          { trail: [{ href: SETTINGS, label: "Settings" }] },
        body: (
          <>
            <SettingsTabs frame={frame} at={here} />
            {cards.map((card) => (
              <SettingsCardShown
                card={card}
                it={tenant.value}
                form={form}
                page={here}
                mayChange={frame.may("tenant.write")}
              />
            ))}
            {rest.value}
          </>
        ),
      });
    },
  });
}

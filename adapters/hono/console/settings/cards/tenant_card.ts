import type { z } from "@hono/zod-openapi";
import { ok } from "../../../../../src/kernel/result.ts";
import type { Tenant } from "../../../../../src/tenancy/tenant.ts";
import {
  type ChangeTenant,
  changeTenant,
} from "../../../../../src/tenancy/use_cases/change_tenant.ts";
import { readTenant } from "../../../../../src/tenancy/use_cases/read_tenant.ts";
import type { ConsoleRoute } from "../../shell/console_route.ts";
import { editAction } from "../../shell/edit_action.ts";
import type { ConsolePage } from "../../shell/page.tsx";
import type { SettingsCard } from "./settings_card.tsx";

/** Settings of the company itself. */
export interface TenantCard<F extends z.ZodType = z.ZodType>
  extends SettingsCard<Tenant, F> {
  /** What the form changes: its own fields, and nothing else. */
  change(form: z.output<F>): ChangeTenant;
}

/** The card as it is; checks that fields and what they are read by belong together. */
export function tenantCard<F extends z.ZodType>(
  card: TenantCard<F>,
): TenantCard {
  return card as unknown as TenantCard;
}

/** What the card's form is sent to. */
export function tenantCardAction(
  card: TenantCard,
  page: ConsolePage,
): ConsoleRoute {
  return editAction({
    path: card.path,
    action: "tenant.write",
    form: card.form,
    page,
    async standing({ deps, scope }) {
      const found = await readTenant(deps, scope);
      if (!found.ok) return found;
      const it = found.value;
      return ok({ it, version: it.version, values: card.values(it) });
    },
    async act({ deps, scope, form, version }) {
      const changed = await changeTenant(deps, scope, {
        change: card.change(form),
        seenVersion: version,
      });
      return changed.ok
        ? ok({
          to: `/console${page.path}`,
          flash: { kind: "done", text: "Saved." },
        })
        : changed;
    },
  });
}

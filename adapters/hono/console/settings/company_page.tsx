import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { formatUsd, readUsd } from "../../../../src/kernel/usd.ts";
import { readModelUsage } from "../../../../src/processing/use_cases/read_model_usage.ts";
import { changeTenant } from "../../../../src/tenancy/use_cases/change_tenant.ts";
import { readTenant } from "../../../../src/tenancy/use_cases/read_tenant.ts";
import { integerText, name } from "../../fields.ts";
import { FormTrouble } from "../parts/field.tsx";
import { action } from "../shell/action.ts";
import { page } from "../shell/page.tsx";
import { CompanyFacts } from "./company_facts.tsx";
import { COMPANY_LABELS, CompanyForm } from "./company_form.tsx";
import { percentField } from "./percent_field.ts";
import { SETTINGS } from "./settings_path.ts";
import { SettingsTabs } from "./settings_tabs.tsx";

/** How the company's records are decided, and what that may cost. */
export const companyPage = page({
  path: "/settings",
  action: "tenant.read",
  async show({ deps, scope, frame, form }) {
    const [tenant, usage] = await Promise.all([
      readTenant(deps, scope),
      readModelUsage(deps, scope),
    ]);
    if (!tenant.ok) return tenant;
    if (!usage.ok) return usage;
    return ok({
      title: "Settings",
      lead: "How your company’s records are decided, and what that may cost.",
      body: (
        <>
          <SettingsTabs frame={frame} at={SETTINGS} />
          <FormTrouble form={form} labels={COMPANY_LABELS} />
          <div class="columns">
            {frame.may("tenant.write")
              ? <CompanyForm tenant={tenant.value} form={form} />
              : null}
            <CompanyFacts tenant={tenant.value} usage={usage.value} />
          </div>
        </>
      ),
    });
  },
});

const usd = z.string().transform((given, context) => {
  const read = readUsd(given.trim());
  if ("micros" in read) return read.micros;
  context.addIssue({ code: "custom", message: read.wrong });
  return z.NEVER;
});

/** Changes them; refused where somebody changed them meanwhile. */
export const companyAction = action({
  path: "/settings",
  action: "tenant.write",
  form: z.object({
    seen: integerText({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    name: name(),
    target_precision: percentField({ min: 50, max: 99.9 }),
    audit_rate: percentField({ min: 0, max: 100 }),
    require_backtest: z.literal("on").optional(),
    llm_enabled: z.literal("on").optional(),
    usd_per_month: usd.optional(),
    tokens_per_month: integerText({ min: 0, max: 1_000_000_000_000 })
      .optional(),
  }),
  page: companyPage,
  async act({ deps, scope, form }) {
    const changed = await changeTenant(deps, scope, {
      change: {
        name: form.name,
        settings: {
          targetPrecision: form.target_precision,
          auditRate: form.audit_rate,
          requireBacktest: form.require_backtest !== undefined,
          model: {
            enabled: form.llm_enabled !== undefined,
            budget: {
              microsPerMonth: form.usd_per_month ?? null,
              tokensPerMonth: form.tokens_per_month ?? null,
            },
          },
        },
      },
      seenVersion: form.seen,
    });
    return changed.ok
      ? ok({
        to: SETTINGS,
        flash: {
          kind: "done",
          text: form.usd_per_month === undefined
            ? "Saved. The language model may cost any amount."
            : `Saved. The language model may cost $${
              formatUsd(form.usd_per_month)
            } a month.`,
        },
      })
      : changed;
  },
});

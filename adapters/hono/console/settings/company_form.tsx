import { formatUsd } from "../../../../src/kernel/usd.ts";
import type { Tenant } from "../../../../src/tenancy/tenant.ts";
import { Card } from "../parts/card.tsx";
import { CheckField, TextField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";
import { percentValue } from "./percent_field.ts";
import { SETTINGS } from "./settings_path.ts";

/** What the fields are called, for what is wrong with them. */
export const COMPANY_LABELS = {
  name: "Company",
  target_precision: "Target precision",
  audit_rate: "Audit rate",
  usd_per_month: "US dollars a month",
  tokens_per_month: "Tokens a month",
} as const;

/** The settings that people change. */
export function CompanyForm(
  { tenant: { name, version, settings }, form }: {
    readonly tenant: Tenant;
    readonly form: FormState;
  },
) {
  const { budget, enabled } = settings.model;
  return (
    <Card title="Change them">
      <form method="post" action={SETTINGS} class="fields">
        <input type="hidden" name="seen" value={String(version)} />
        <TextField
          form={form}
          name="name"
          label={COMPANY_LABELS.name}
          value={name}
          required
          maxlength={200}
        />
        <TextField
          form={form}
          name="target_precision"
          label={COMPANY_LABELS.target_precision}
          hint="Per cent, 50 to 99.9: how much of what is settled without a person must be right. Higher asks people more often."
          value={percentValue(settings.targetPrecision)}
          required
        />
        <TextField
          form={form}
          name="audit_rate"
          label={COMPANY_LABELS.audit_rate}
          hint="Per cent of what was settled that people are asked about all the same, so that the precision is known."
          value={percentValue(settings.auditRate)}
          required
        />
        <CheckField
          form={form}
          name="require_backtest"
          label="Rules change only through a back-test"
          isChecked={settings.requireBacktest}
        />
        <h3>Language model</h3>
        <CheckField
          form={form}
          name="llm_enabled"
          label="Ask it where nothing else knows"
          isChecked={enabled}
        />
        <TextField
          form={form}
          name="usd_per_month"
          label={COMPANY_LABELS.usd_per_month}
          hint="What it may cost at most; then people are asked instead. Blank: no limit."
          value={budget.microsPerMonth === null
            ? ""
            : formatUsd(budget.microsPerMonth)}
          required={false}
        />
        <TextField
          form={form}
          name="tokens_per_month"
          label={COMPANY_LABELS.tokens_per_month}
          hint="In and out together. Blank: no limit."
          value={budget.tokensPerMonth === null
            ? ""
            : String(budget.tokensPerMonth)}
          required={false}
        />
        <div class="buttons">
          <button type="submit" class="primary">Save</button>
        </div>
      </form>
    </Card>
  );
}

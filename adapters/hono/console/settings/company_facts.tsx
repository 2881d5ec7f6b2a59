import { formatUsd } from "../../../../src/kernel/usd.ts";
import type { ModelUsage } from "../../../../src/processing/use_cases/read_model_usage.ts";
import type { Tenant } from "../../../../src/tenancy/tenant.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { percentText, wholeText } from "../parts/figures.tsx";

/** What holds now, and what the language model came to this month. */
export function CompanyFacts(
  { tenant: { settings }, usage: { budget, current } }: {
    readonly tenant: Tenant;
    readonly usage: ModelUsage;
  },
) {
  const { microsPerMonth, tokensPerMonth } = budget;
  return (
    <Card title="What holds now">
      <Facts>
        <Fact name="Target">{percentText(settings.targetPrecision)}</Fact>
        <Fact name="Audited">{percentText(settings.auditRate)}</Fact>
        <Fact name="Model cost">
          ${formatUsd(current.micros)} this month {microsPerMonth === null
            ? "(no limit)"
            : `of $${formatUsd(microsPerMonth)}`}
        </Fact>
        <Fact name="Tokens">
          {wholeText(current.tokens)} {tokensPerMonth === null
            ? "(no limit)"
            : `of ${wholeText(tokensPerMonth)}`}
        </Fact>
        <Fact name="Calls">
          {wholeText(current.calls)}, {wholeText(current.failed)} failed
        </Fact>
      </Facts>
      {microsPerMonth !== null && microsPerMonth > 0 && (
        <meter
          aria-label="Model cost this month"
          min={0}
          max={microsPerMonth}
          low={microsPerMonth * 0.8}
          high={microsPerMonth - 0.5}
          optimum={0}
          value={Math.min(current.micros, microsPerMonth)}
        >
        </meter>
      )}
    </Card>
  );
}

import { formatUsd } from "../../../../src/kernel/usd.ts";
import type { ModelUsage } from "../../../../src/processing/use_cases/read_model_usage.ts";
import { Fact, Facts } from "../parts/facts.tsx";
import { wholeText } from "../parts/figures.tsx";

/** What the language model came to this month. */
export function ModelUsageCard(
  { usage: { budget, current } }: { readonly usage: ModelUsage },
) {
  const { microsPerMonth, tokensPerMonth } = budget;
  return (
    <section class="card setting">
      <div>
        <h2>This month</h2>
        <p class="lead">It starts anew with the calendar month, UTC.</p>
      </div>
      <Facts>
        <Fact name="Cost">
          ${formatUsd(current.micros)} {microsPerMonth === null
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
    </section>
  );
}

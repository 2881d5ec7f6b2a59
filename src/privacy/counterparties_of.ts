import type { CompanyRecord } from "../records/record.ts";

/** The counterparties that records have, and had before rules put others there; each once. */
export function counterpartiesOf(
  records: readonly Pick<CompanyRecord, "counterparty" | "trace">[],
): readonly string[] {
  const named = records.flatMap(({ counterparty, trace }) => [
    counterparty,
    ...trace?.steps.map((step) =>
      step.kind === "rules_tried" ? step.replaced.counterparty : null
    ) ?? [],
  ]);
  return [...new Set(named)].filter((name) => typeof name === "string");
}

import type { CompanyRecord } from "../../../../src/records/record.ts";
import { Tag } from "../parts/tag.tsx";
import { SOURCE_WORDS, STATUS_WORDS } from "../parts/words.ts";

/** How a record stands; of a processed one, whether a person is asked. */
export function StatusTag(
  { record: { status, outcome, source } }: {
    readonly record: Pick<CompanyRecord, "status" | "outcome" | "source">;
  },
) {
  if (status === "processed" && outcome === "needs_review") {
    return <Tag tone="warn">Waits for a person</Tag>;
  }
  if (status === "processed" && source) {
    return <Tag tone="good">Settled by {SOURCE_WORDS[source]}</Tag>;
  }
  const { label, tone } = STATUS_WORDS[status];
  return <Tag tone={tone}>{label}</Tag>;
}

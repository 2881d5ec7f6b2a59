import { canonicalJson, type Json } from "../../kernel/json.ts";
import type { CompanyRecord, RecordContent } from "../record.ts";
import { contentOf } from "./content_of.ts";
import type { SourcedDraft } from "./sourced_draft.ts";
import type { Standing } from "./standing.ts";

// A source that sends another payload each time, as one with a balance in it, would never come to rest otherwise.

/** Whether a version that was kept aside is there again, or one that differs from it in the payload only. */
export function isAside({ aside }: Standing, draft: SourcedDraft): boolean {
  return aside.some(({ fingerprint, externalId, content }) =>
    fingerprint === draft.fingerprint ||
    (externalId === draft.externalId && told(content) === told(draft))
  );
}

/** Whether a record is the same after a version but for the fingerprint. */
export function isUnchanged(
  before: CompanyRecord,
  after: CompanyRecord,
): boolean {
  const whole = (record: CompanyRecord) =>
    canonicalJson({ ...record, fingerprint: "" } as unknown as Json);
  return whole(before) === whole(after);
}

function told(content: RecordContent): string {
  return canonicalJson(contentOf(content) as unknown as Json);
}

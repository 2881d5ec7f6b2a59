import { judgeRevision } from "./judge_revision.ts";
import type { SourcedDraft } from "./sourced_draft.ts";
import type { Standing } from "./standing.ts";

/**
 * The one of `candidates` that a version without a link is of: of the same connection, with all identity fields there
 * and agreeing; of several, the one nearest in time, then the eldest. Equal payments are interchangeable, and each is
 * given away once, so that two of them stay two.
 */
export function counterpartOf(
  draft: SourcedDraft,
  candidates: readonly Standing[],
): Standing | null {
  const { occurredAt, amount, connectionId } = draft;
  if (occurredAt === null || amount === null) return null;
  const apart = ({ record }: Standing) =>
    Math.abs(Date.parse(record.occurredAt!) - Date.parse(occurredAt));
  const [best = null] = candidates.filter(({ record }) =>
    record.connectionId === connectionId && record.occurredAt !== null &&
    record.amount !== null &&
    // A record without its texts is nobody's counterpart.
    judgeRevision(record, { ...draft, fingerprint: "" }).kind === "revises"
  ).sort((a, b) => apart(a) - apart(b) || (a.record.id < b.record.id ? -1 : 1));
  return best;
}

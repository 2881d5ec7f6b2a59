import type { ConnectionId } from "../../kernel/ids.ts";
import type { Money } from "../../kernel/money.ts";
import type { CompanyRecord } from "../record.ts";
import { DAYS_APART_MAX, judgeRevision } from "./judge_revision.ts";
import type { SourcedDraft } from "./sourced_draft.ts";
import type { Standing } from "./standing.ts";

const APART_MAX_MS = DAYS_APART_MAX * 86_400_000;

/** Records of which versions without a link may be. */
export interface Counterparts {
  /** `as`: what versions are compared with, the record itself unless told otherwise. */
  add(one: Standing, as?: CompanyRecord): void;
  /**
   * The one that a version is of: of the same connection, with all identity fields there and agreeing; of several, the
   * one nearest in time, then the eldest. Equal payments are interchangeable, and each is given away once, so that two
   * of them stay two.
   */
  take(draft: SourcedDraft): Standing | null;
}

/** Looked up by amount first, so that a set of many costs little. */
export function openCounterparts(): Counterparts {
  const byAmount = new Map<string, Set<{ one: Standing; as: CompanyRecord }>>();
  return {
    add(one, as = one.record) {
      const { amount, connectionId } = as;
      if (amount === null) return;
      const key = keyOf(connectionId, amount);
      byAmount.set(key, (byAmount.get(key) ?? new Set()).add({ one, as }));
    },
    take(draft) {
      const { occurredAt, amount, connectionId } = draft;
      if (occurredAt === null || amount === null) return null;
      const left = byAmount.get(keyOf(connectionId, amount));
      if (!left) return null;
      const at = Date.parse(occurredAt);
      const near = [...left].flatMap((entry) => {
        const then = entry.as.occurredAt;
        const apart = then === null
          ? Infinity
          : Math.abs(Date.parse(then) - at);
        return apart <= APART_MAX_MS ? [{ entry, apart }] : [];
      }).sort((a, b) =>
        a.apart - b.apart || (a.entry.as.id < b.entry.as.id ? -1 : 1)
      );
      // A record without its texts is nobody's counterpart, whatever the fingerprint.
      const version = { ...draft, fingerprint: "" };
      const found = near.find(({ entry }) =>
        judgeRevision(entry.as, version).kind === "revises"
      )?.entry;
      if (found) left.delete(found);
      return found?.one ?? null;
    },
  };
}

function keyOf(
  connectionId: ConnectionId,
  { minor, currency }: Money,
): string {
  return `${connectionId} ${minor} ${currency}`;
}

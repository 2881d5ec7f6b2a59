import type { ConnectionId } from "../../kernel/ids.ts";
import type { Money } from "../../kernel/money.ts";
import { DAYS_APART_MAX, judgeRevision } from "./judge_revision.ts";
import type { SourcedDraft } from "./sourced_draft.ts";
import type { Standing } from "./standing.ts";

const APART_MAX_MS = DAYS_APART_MAX * 86_400_000;

/** Records of which versions without a link may be. */
export interface Counterparts {
  add(one: Standing): void;
  /**
   * The one that a version is of: of the same connection, with all identity fields there and agreeing; of several, the
   * one nearest in time, then the eldest. Equal payments are interchangeable, and each is given away once, so that two
   * of them stay two.
   */
  take(draft: SourcedDraft): Standing | null;
}

/** Looked up by amount first, so that a set of many costs little. */
export function openCounterparts(): Counterparts {
  const byAmount = new Map<string, Set<Standing>>();
  return {
    add(one) {
      const { amount, connectionId } = one.record;
      if (amount === null) return;
      const key = keyOf(connectionId, amount);
      byAmount.set(key, (byAmount.get(key) ?? new Set()).add(one));
    },
    take(draft) {
      const { occurredAt, amount, connectionId } = draft;
      if (occurredAt === null || amount === null) return null;
      const left = byAmount.get(keyOf(connectionId, amount));
      if (!left) return null;
      const at = Date.parse(occurredAt);
      const near = [...left].flatMap((one) => {
        const then = one.record.occurredAt;
        const apart = then === null
          ? Infinity
          : Math.abs(Date.parse(then) - at);
        return apart <= APART_MAX_MS ? [{ one, apart }] : [];
      }).sort((a, b) =>
        a.apart - b.apart || (a.one.record.id < b.one.record.id ? -1 : 1)
      );
      // A record without its texts is nobody's counterpart, whatever the fingerprint.
      const version = { ...draft, fingerprint: "" };
      const found =
        near.find(({ one }) =>
          judgeRevision(one.record, version).kind === "revises"
        )?.one ?? null;
      if (found) left.delete(found);
      return found;
    },
  };
}

function keyOf(
  connectionId: ConnectionId,
  { minor, currency }: Money,
): string {
  return `${connectionId} ${minor} ${currency}`;
}

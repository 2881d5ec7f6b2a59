import type { CategoryId, ConnectionId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Outcome } from "../processing/trace.ts";
import type { Needs } from "../rules/matcher/needs.ts";
import type { RecordStatus } from "./record.ts";
import { fold } from "./text.ts";

/** Narrows a list; every given part must hold. */
export interface RecordFilter {
  readonly status?: RecordStatus;
  readonly outcome?: Outcome;
  readonly categoryId?: CategoryId;
  readonly connectionId?: ConnectionId;
  /** Words to find in description or counterparty, all of them, wherever they stand; compared folded. */
  readonly text?: string;
  /** `occurredAt` from this instant on. */
  readonly from?: Instant;
  /** `occurredAt` before this instant. */
  readonly to?: Instant;
  /** Whole per cent of the records, 1 to 100: always the same ones, picked by the last two digits of their ids. */
  readonly samplePercent?: number;
  /** Leaves records out that cannot have all of this; it may let others through. Rules see records without what rules set. */
  readonly needs?: Needs;
}

/** The words of a filter's text, folded. */
export function soughtWords(text: string): readonly string[] {
  return fold(text).split(/\s+/u).filter((word) => word !== "");
}

/** The last two digits of the ids that `percent` per cent of all records bear. */
export function sampledEndings(percent: number): readonly string[] {
  const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  const endings = [...DIGITS].flatMap((a) => [...DIGITS].map((b) => a + b));
  return endings.slice(0, Math.ceil(endings.length * percent / 100));
}

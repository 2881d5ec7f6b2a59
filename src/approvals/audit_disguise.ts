import type { RecordId } from "../kernel/ids.ts";
import { sha256 } from "../kernel/sha256.ts";
import type { Conclusion } from "../processing/trace.ts";
import type { ShownAs } from "./approval.ts";

type Settled = Extract<Conclusion, { readonly kind: "settled" }>;

/** Where nobody was asked of late, doubts are drawn from here up to the threshold. */
const LOWEST_SHARE = 0.3;

/**
 * What an audit looks like while it waits. One that a rule settled looks like a record that nothing is like, with nothing
 * suggested: nothing but rules was asked of it, so there is nothing else to show. Any other looks like a proposal that was
 * not sure enough, with a confidence drawn by the hash of the record's id out of `confidences`, those of such items.
 */
export function disguiseOf(
  recordId: RecordId,
  { source, threshold }: Settled,
  confidences: readonly number[],
): ShownAs {
  if (source === "rule") return { because: "nothing_alike", confidence: 0 };
  const lot = Number.parseInt(sha256(`doubt ${recordId}`).slice(0, 12), 16) /
    2 ** 48;
  return { because: "not_sure_enough", confidence: drawn(lot, threshold) };

  function drawn(lot: number, threshold: number): number {
    if (confidences.length < 2) {
      return threshold * (LOWEST_SHARE + (1 - LOWEST_SHARE) * lot);
    }
    // Between two of them, since a value that occurs twice would tell.
    const sorted = confidences.toSorted((a, b) => a - b);
    const place = lot * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
    return low + (high - low) * (place - Math.floor(place));
  }
}

/** How many of the latest doubts an audit's is drawn from. */
export const DOUBTS_KEPT = 100;

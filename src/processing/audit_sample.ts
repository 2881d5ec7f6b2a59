import type { RecordId } from "../kernel/ids.ts";
import { sha256 } from "../kernel/sha256.ts";

/** Which of a batch's settled records people are asked about all the same. */
export interface AuditSample {
  readonly recordIds: ReadonlySet<RecordId>;
  /** The chance that each of the batch had. */
  readonly inclusion: number;
}

/** A batch of so many settled records has one audited at least, whatever the rate. */
export const AUDITED_BATCH = 20;

/**
 * A random sample of `settled` at `rate`. `atLeastOne`: also of a batch too small for the rate. The hash of a record's
 * id is its lot, the lowest are drawn; how many is the expected number, rounded up with the chance of its fraction by
 * the hash of the whole batch. So the same batch gives the same sample, and each record is drawn with just `inclusion`,
 * over the rounding too: the probability that Horvitz and Thompson (1952) weigh by.
 */
export function auditSample(
  settled: readonly RecordId[],
  rate: number,
  atLeastOne: boolean,
): AuditSample {
  const n = settled.length;
  if (n === 0 || rate === 0) return { recordIds: new Set(), inclusion: rate };
  const least = atLeastOne || n >= AUDITED_BATCH ? 1 : 0;
  const expected = Math.max(least, rate * n);
  const ids = settled.toSorted();
  const whole = Math.floor(expected);
  const up = lot(ids.join("\n")) < expected - whole ? 1 : 0;
  const drawn = ids.map((id) => ({ id, hash: sha256(id) }))
    .sort((a, b) => a.hash < b.hash ? -1 : 1)
    .slice(0, whole + up);
  return {
    recordIds: new Set(drawn.map(({ id }) => id)),
    inclusion: expected / n,
  };
}

/** A number from 0 to below 1, as good as random, by 48 bits of the hash. */
function lot(text: string): number {
  return Number.parseInt(sha256(text).slice(0, 12), 16) / 2 ** 48;
}

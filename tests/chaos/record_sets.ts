import type { SeededRandom } from "../../src/main/demo/seeded_random.ts";

/** A record as it is sent. */
export interface SentRecord {
  readonly external_id: string;
  readonly description: string;
  readonly amount: { readonly minor: number; readonly currency: string };
}

/** Records that one request carries. */
export interface RecordSet {
  /** The request's Idempotency-Key. */
  readonly key: string;
  /** Sent with `Prefer: respond-async`. */
  readonly later: boolean;
  readonly records: readonly SentRecord[];
}

/** What a rule of each tenant settles; the others wait for a person. */
export const RULED = "CITY PARKING";

const SIZES = [
  { weight: 4, least: 1, most: 10 },
  { weight: 4, least: 20, most: 100 },
  { weight: 2, least: 200, most: 500 },
] as const;
const RULED_SHARE = 0.3;
const LATER_SHARE = 0.15;

/** `total` records of one tenant in sets of 1 to 500, in no order. */
export function recordSets(
  tenant: string,
  total: number,
  random: SeededRandom,
): RecordSet[] {
  const sets: RecordSet[] = [];
  for (let made = 0; made < total;) {
    const { least, most } = random.weighted(SIZES);
    const size = Math.min(random.between(least, most), total - made);
    const first = made;
    sets.push({
      key: `${tenant}-${sets.length}`,
      later: random.chance(LATER_SHARE),
      records: Array.from(
        { length: size },
        (_, i) => record(`${tenant}-${first + i}`, random),
      ),
    });
    made += size;
  }
  return shuffled(sets, random);
}

function record(externalId: string, random: SeededRandom): SentRecord {
  const what = random.chance(RULED_SHARE) ? RULED : "TALLOW & REED";
  return {
    external_id: externalId,
    description: `${what} ${externalId}`,
    amount: { minor: -random.between(100, 90_000), currency: "GBP" },
  };
}

/** The same items in another order. */
export function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  const left = [...items];
  for (let i = left.length - 1; i > 0; i--) {
    const j = random.between(0, i);
    [left[i], left[j]] = [left[j]!, left[i]!];
  }
  return left;
}

import { wordsAndPhrases } from "./description_words.ts";
import type { MinedCondition } from "./mined_condition.ts";
import type { MiningSample } from "./mining_sample.ts";
import { type Part, type Split, splitsOf } from "./splits.ts";
import { tallyOf } from "./tally.ts";

/** The conditions found, and how many different sets of records were looked at to find them. */
export interface Mined {
  readonly good: readonly MinedCondition[];
  readonly lookedAt: number;
}

/** Leaves of the longest condition that still reads at a glance. */
const LEAVES_MAX = 3;

/**
 * Tries what a counterparty, a word or a phrase says of a record's category, and parts those that say too
 * little by context, direction and size. What fewer than `supportMin` labelled records meet is not looked at;
 * of conditions that the same records meet only the plainest is.
 */
export function mineConditions(
  sample: MiningSample,
  { supportMin, isGood }: {
    readonly supportMin: number;
    readonly isGood: (condition: MinedCondition) => boolean;
  },
): Mined {
  const splits = splitsOf(sample);
  const good: MinedCondition[] = [];
  const lookedAt = new Set<string>();
  const look = (
    { leaf, members }: Part,
    before: MinedCondition["leaves"],
    further: readonly Split[],
  ): void => {
    if (members.length < supportMin) return;
    const tally = tallyOf(members, sample.labels);
    if (tally === null || tally.tried < supportMin) return;
    const key = keyOf(members);
    if (lookedAt.has(key)) return;
    lookedAt.add(key);
    const leaves = [...before, leaf];
    const condition = { leaves, members, tally };
    if (isGood(condition)) good.push(condition);
    else if (leaves.length < LEAVES_MAX && tally.right >= supportMin) {
      further.forEach((split, i) => {
        for (const part of split(members)) {
          look(part, leaves, further.slice(i + 1));
        }
      });
    }
  };
  const roots = [...counterparties(sample), ...texts(sample, supportMin)];
  for (const root of roots) look(root, [], splits);
  return { good, lookedAt: lookedAt.size };
}

function counterparties(sample: MiningSample): readonly Part[] {
  return [...sample.counterparties]
    .sort(([a], [b]) => a < b ? -1 : 1)
    .map(([, { value, members }]) => ({
      leaf: { field: "counterparty", op: "equals", value: String(value) },
      members,
    }));
}

/** The longest first: of texts that the same records have, it is the one that says most. */
function texts(sample: MiningSample, supportMin: number): readonly Part[] {
  const { descriptions, labels } = sample;
  const counts = new Map<string, number>();
  for (const [description, members] of descriptions.distinct) {
    const labelled = members.filter((i) => labels[i] !== null).length;
    if (labelled === 0) continue;
    for (const text of wordsAndPhrases(description)) {
      counts.set(text, (counts.get(text) ?? 0) + labelled);
    }
  }
  return [...counts].filter(([, count]) => count >= supportMin)
    .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
    .map(([value]) => ({
      leaf: { field: "description", op: "contains", value },
      members: descriptions.containing(value),
    }));
}

/** Two moduli below 2^26, so that no product leaves the whole numbers that a double holds. */
const [MODULUS, OTHER_MODULUS] = [67_108_859, 67_108_837];

/** Equal for equal lists, and for others but by a chance of one in 10^15: then one suggestion is missed. */
function keyOf(members: readonly number[]): string {
  let [one, other] = [1, 1];
  for (const member of members) {
    one = (one * 1_000_003 + member + 1) % MODULUS;
    other = (other * 1_000_033 + member + 1) % OTHER_MODULUS;
  }
  return `${members.length} ${one} ${other}`;
}

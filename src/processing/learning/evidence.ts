import type { CategoryId } from "../../kernel/ids.ts";
import type { CueLevel, Cues } from "../cues.ts";
import type { Vote } from "../example.ts";
import type { Votes } from "../similarity.ts";

/** The cue levels, each with a weight for its votes and one for its latest example. */
export const LEVELS: readonly CueLevel[] = [
  "text+context",
  "words+size+context",
  "words+context",
  "text",
  "counterparty+context",
  "head+size+context",
  "counterparty+amount",
  "context",
];

const LATEST = LEVELS.length;
/** Where the features stand that belong to no level. */
export const SPELLING = 2 * LEVELS.length;
export const USUAL = SPELLING + 1;
export const NONE_AT_ALL = SPELLING + 2;
export const NONE_OF_KNOWN = SPELLING + 3;
/** How many features a candidate has, and so how many weights are learned. */
export const FEATURES = SPELLING + 4;

/** The likeliest categories by spelling that are candidates though no example says so. */
const SPELLED_MAX = 5;
const CHANCE_MIN = 1e-4;
const REST_MIN = 1e-3;

/** What is known of each class (category) from all examples. */
export interface Classes {
  readonly index: ReadonlyMap<CategoryId, number>;
  readonly ids: readonly CategoryId[];
  /** How many examples each has. */
  readonly counts: readonly number[];
}

/** What the examples say of one record: the features of each candidate, and last those of "none of these". */
export interface Evidence {
  readonly candidates: readonly CategoryId[];
  readonly features: readonly Float64Array[];
  /** By level: the votes at the record's key there. */
  readonly said: readonly (readonly Vote[])[];
}

/**
 * The evidence for each candidate. At a level with votes of weight n in all, n(c) for the candidate:
 *
 *     support = ln((n(c) + q(c)) / (n + 1)) - ln q(c)     q: the candidate's chance by its spelling
 *
 * so that nothing known says nothing, and one example counts for as much as the spelling. Beside it whether the latest
 * example says so, the spelling itself, and how usual the category is.
 */
export function evidenceOf(
  cues: Cues,
  votes: Votes,
  chances: Float64Array,
  classes: Classes,
): Evidence {
  const said = saidOf(cues, votes);
  const candidates = candidatesOf(said, chances, classes);
  const total = classes.counts.reduce((sum, count) => sum + count, 0);
  let rest = 1;
  const features = candidates.map((category) => {
    const c = classes.index.get(category);
    const chance = c === undefined ? 0 : chances[c]!;
    rest -= chance;
    const row = new Float64Array(FEATURES);
    const spelled = Math.log(Math.max(chance, CHANCE_MIN));
    row[SPELLING] = spelled;
    const count = c === undefined ? 0 : classes.counts[c]!;
    row[USUAL] = Math.log((count + 0.1) / (total + 1));
    return row;
  });
  said.forEach((at, level) => support(features, candidates, at, level));
  features.push(noneOf(said, rest));
  return { candidates, features, said };
}

function saidOf(cues: Cues, votes: Votes): readonly (readonly Vote[])[] {
  const said: (readonly Vote[])[] = LEVELS.map(() => []);
  for (const { level, key } of cues.keys) {
    said[LEVELS.indexOf(level)] = votes.get(key) ?? [];
  }
  return said;
}

function candidatesOf(
  said: Evidence["said"],
  chances: Float64Array,
  { ids }: Classes,
): readonly CategoryId[] {
  const candidates = new Set<CategoryId>();
  for (const votes of said) {
    for (const { categoryId } of votes) candidates.add(categoryId);
  }
  for (const c of likeliest(chances, SPELLED_MAX)) candidates.add(ids[c]!);
  return [...candidates];
}

/** The classes of the greatest chances, in one walk. */
function likeliest(chances: Float64Array, limit: number): readonly number[] {
  const best: number[] = [];
  for (let c = 0; c < chances.length; c++) {
    if (best.length === limit && chances[c]! <= chances[best[limit - 1]!]!) {
      continue;
    }
    let at = best.length;
    while (at > 0 && chances[best[at - 1]!]! < chances[c]!) at--;
    best.splice(at, 0, c);
    if (best.length > limit) best.pop();
  }
  return best;
}

function support(
  features: readonly Float64Array[],
  candidates: readonly CategoryId[],
  votes: readonly Vote[],
  level: number,
): void {
  if (votes.length === 0) return;
  const weights = new Map<CategoryId, number>();
  let total = 0;
  let latest: CategoryId | null = null;
  for (const vote of votes) {
    weights.set(vote.categoryId, vote.weight);
    total += vote.weight;
    if (vote.latest === 0) latest = vote.categoryId;
  }
  candidates.forEach((category, i) => {
    const row = features[i]!;
    const spelled = row[SPELLING]!;
    const weight = weights.get(category) ?? 0;
    row[level] = Math.log((weight + Math.exp(spelled)) / (total + 1)) - spelled;
    row[LATEST + level] = category === latest ? 1 : 0;
  });
}

/** "None of these" has what spelling leaves to the others, and is less likely the better the text is known. */
function noneOf(said: Evidence["said"], rest: number) {
  const row = new Float64Array(FEATURES);
  row[SPELLING] = Math.log(Math.max(rest, REST_MIN));
  row[NONE_AT_ALL] = 1;
  const known = said[LEVELS.indexOf("text")]!
    .reduce((sum, { weight }) => sum + weight, 0);
  row[NONE_OF_KNOWN] = -Math.log(1 + known);
  return row;
}

/** What a level adds to a candidate, under `weights`: its votes and its latest example. */
export function levelWeight(
  row: Float64Array,
  weights: readonly number[],
  level: number,
): number {
  return row[level]! * weights[level]! +
    row[LATEST + level]! * weights[LATEST + level]!;
}

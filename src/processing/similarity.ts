import type { CategoryId } from "../kernel/ids.ts";
import type { CueLevel, Cues } from "./cues.ts";
import type { NearText, Vote } from "./example.ts";
import type { Neighbour } from "./trace.ts";

/** What the approved records say of one more record. */
export interface Weighed {
  /** Those that carried most weight, heaviest first. */
  readonly neighbours: readonly Neighbour[];
  /** Null when no example of an open category is alike. */
  readonly proposal: CategoryId | null;
  /** The part of all weight, doubt included, that is behind the proposal: 0 to 1. */
  readonly score: number;
}

/** Votes by key, as `Examples.votes` gives them for the keys of the cues and of the near texts. */
export type Votes = ReadonlyMap<string, readonly Vote[]>;

/**
 * The score from which a record is settled without a person. Measured (`docs/similarity.md`):
 * on two councils' real spending at least .94 of what reached it was right, in any order tried.
 */
export const SIMILARITY_THRESHOLD_DEFAULT = 0.9;

/** How many of the latest examples of a key have a vote. */
export const VOTES_PER_KEY = 64;

/** How many near texts are asked for. */
export const NEAR_TEXTS = 8;

/** Texts less alike than this share hardly more than a few letters. */
export const SIMILARITY_MIN = 0.35;

/** What is not known weighs as much as one example (Laplace's rule of succession). */
const DOUBT = 1;

const NEIGHBOURS_MAX = 3;

/** Levels that tell too little to speak by themselves: only what was learned knows what they are worth. */
const LEARNED_ONLY: ReadonlySet<CueLevel> = new Set([
  "counterparty+amount",
  "context",
]);

/**
 * Whether to look for near texts: only where nothing but the first words and the size is
 * known. Everywhere, it would settle two records in a hundred more for five times the searches.
 */
export function needsNear(cues: Cues, votes: Votes): boolean {
  return cues.keys.every(({ level, key }) =>
    level === "head+size+context" || LEARNED_ONLY.has(level) ||
    (votes.get(key) ?? []).length === 0
  );
}

/**
 * Weighs the examples, from the most alike to the least. Each level hands a part of the weight
 * to its categories and leaves the rest to the next level; what no level took stays doubt:
 *
 *     score(c) = Σ over levels l of  rest(l) · n(l, c) / (n(l) + DOUBT)
 *     rest(next) = rest(l) · DOUBT / (n(l) + DOUBT),   rest(first) = 1
 *
 * n(l, c) counts the examples of category c that are alike at level l and not already at a more
 * specific one: each speaks once. Near texts come last, each as one voice of weight
 * similarity² · log2(1 + its examples), shared among its categories.
 *
 * This is the back-off with escape and exclusion of prediction by partial matching (Cleary and
 * Witten 1984), which is also the mean of a hierarchical Dirichlet (MacKay and Peto 1995).
 * Examples of a category that is not `open`, or that people rejected for the text, weigh against the others and are
 * never proposed.
 */
export function weigh({ cues, votes, near, open, rejected }: {
  readonly cues: Cues;
  readonly votes: Votes;
  readonly near: readonly NearText[];
  readonly open: ReadonlySet<CategoryId>;
  readonly rejected: ReadonlySet<CategoryId>;
}): Weighed {
  const counted = new Map<CategoryId, number>();
  const spoken = cues.keys.filter(({ level }) => !LEARNED_ONLY.has(level));
  const levels: Voice[][] = spoken.map(({ level, key }) =>
    (votes.get(key) ?? []).flatMap((vote) => {
      const before = counted.get(vote.categoryId) ?? 0;
      const count = vote.count - before;
      if (count <= 0) return [];
      counted.set(vote.categoryId, vote.count);
      return [voiceOf({ ...vote, count }, count, 1, level)];
    })
  );
  levels.push(near.flatMap((text) => nearVoices(cues, votes, text)));

  const scores = new Map<CategoryId, number>();
  const heard: { readonly share: number; readonly neighbour: Neighbour }[] = [];
  let rest = 1;
  for (const voices of levels) {
    const total = voices.reduce((sum, { weight }) => sum + weight, DOUBT);
    for (const { weight, neighbour } of voices) {
      const share = rest * weight / total;
      const category = neighbour.category_id;
      scores.set(category, (scores.get(category) ?? 0) + share);
      heard.push({ share, neighbour });
    }
    rest *= DOUBT / total;
  }

  const best = [...scores]
    .filter(([category]) => open.has(category) && !rejected.has(category))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0];
  const neighbours = heard.sort((a, b) => b.share - a.share)
    .slice(0, NEIGHBOURS_MAX).map(({ neighbour }) => neighbour);
  return { neighbours, proposal: best?.[0] ?? null, score: best?.[1] ?? 0 };
}

interface Voice {
  /** In examples. */
  readonly weight: number;
  readonly neighbour: Neighbour;
}

function nearVoices(
  cues: Cues,
  votes: Votes,
  { textKey, similarity }: NearText,
): readonly Voice[] {
  // Its own text was counted among the keys.
  if (textKey === cues.textKey || similarity < SIMILARITY_MIN) return [];
  const said = votes.get(textKey) ?? [];
  const examples = said.reduce((sum, { count }) => sum + count, 0);
  const weight = similarity ** 2 * Math.log2(1 + examples) / examples;
  return said.map((vote) =>
    voiceOf(vote, weight * vote.count, Math.min(1, similarity), "similar")
  );
}

function voiceOf(
  { recordId, categoryId, count }: Vote,
  weight: number,
  similarity: number,
  match: string,
): Voice {
  return {
    weight,
    neighbour: {
      record_id: recordId,
      category_id: categoryId,
      similarity,
      count,
      match,
    },
  };
}

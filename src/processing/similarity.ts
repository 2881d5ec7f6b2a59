import type { CategoryId, RecordId } from "../kernel/ids.ts";
import type { Cues } from "./cues.ts";
import type { NearText, Vote } from "./example.ts";
import type { Neighbour } from "./trace.ts";

/** What the approved records say of one more record. */
export interface Weighed {
  /** Those that spoke loudest, loudest first. */
  readonly neighbours: readonly Neighbour[];
  readonly proposal: CategoryId | null;
  /** 0 to 1: the share of the weight that is behind the proposal; 0 without one. */
  readonly score: number;
}

export const SIMILARITY_THRESHOLD_DEFAULT = 0.95;

/** How many near texts to look for. */
export const NEAR_TEXTS = 5;
const NEIGHBOURS_MAX = 5;
/** The weight of not knowing, counted in examples. */
const DOUBT = 1;
const DOUBT_NEAR = 1;
const SIMILARITY_MIN = 0.35;
const ENOUGH = 2;

export const T = { DOUBT, DOUBT_NEAR, SIMILARITY_MIN, ENOUGH, pw: 2, wb: 0, skipOwn: true, headNear:false };

type Votes = ReadonlyMap<string, readonly Vote[]>;

export function needsNear(cues: Cues, votes: Votes): boolean {
  return cues.keys.every(({ level, key }) =>
    (!T.headNear && level.startsWith("head")) || count(votes.get(key) ?? []) < T.ENOUGH
  );
}

function count(votes: readonly Vote[]): number { return votes.reduce((sum, v) => sum + v.count, 0); }

export function weigh({ cues, votes, near, open }: {
  readonly cues: Cues;
  readonly votes: Votes;
  readonly near: readonly NearText[];
  readonly open: ReadonlySet<CategoryId>;
}): Weighed {
  const heard = new Map<CategoryId, number>();
  const shares = new Map<CategoryId, number>();
  const speakers: { neighbour: Neighbour; share: number }[] = [];
  let rest = 1;

  const hear = (evidence: readonly { neighbour: Neighbour; weight: number }[], doubt0: number) => {
    const total = evidence.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return;
    const doubt = doubt0 + T.wb * new Set(evidence.map(e=>e.neighbour.category_id)).size;
    for (const { neighbour, weight } of evidence) {
      const share = rest * weight / (total + doubt);
      const { category_id } = neighbour;
      shares.set(category_id, (shares.get(category_id) ?? 0) + share);
      speakers.push({ neighbour, share });
    }
    rest *= doubt / (total + doubt);
  };

  for (const { level, key } of cues.keys) {
    const evidence = [];
    for (const vote of votes.get(key) ?? []) {
      const before = heard.get(vote.categoryId) ?? 0;
      if (vote.count <= before) continue;
      heard.set(vote.categoryId, vote.count);
      evidence.push({
        weight: vote.count - before,
        neighbour: neighbour(vote, 1, vote.count - before, level),
      });
    }
    hear(evidence, T.DOUBT);
  }
  const alike = near.filter(({ textKey, similarity }) =>
    !(T.skipOwn && textKey === cues.textKey) && similarity >= T.SIMILARITY_MIN
  );
  hear(
    alike.flatMap(({ textKey, similarity }) => {
      const said = votes.get(textKey) ?? [];
      const all = count(said);
      return said.map((vote) => ({
        weight: similarity ** T.pw * Math.log2(1 + all) * vote.count / all,
        neighbour: neighbour(vote, Math.min(1, similarity), vote.count, "similar"),
      }));
    }),
    T.DOUBT_NEAR,
  );

  let proposal: CategoryId | null = null;
  let score = 0;
  for (const [category, share] of shares) {
    if (open.has(category) && share > score) [proposal, score] = [category, share];
  }
  const neighbours = speakers.sort((a, b) => b.share - a.share)
    .slice(0, NEIGHBOURS_MAX).map(({ neighbour }) => neighbour);
  return { neighbours, proposal, score };
}

function neighbour(
  vote: Vote,
  similarity: number,
  count: number,
  match: string,
): Neighbour {
  const record_id: RecordId = vote.recordId;
  return { record_id, category_id: vote.categoryId, similarity, count, match };
}

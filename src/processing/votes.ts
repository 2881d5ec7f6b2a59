import type { Example, Vote } from "./example.ts";

/** What each example more in between takes from the weight of one: after 23 it counts half. */
export const VOTE_DECAY = 0.97;

/** The votes of one key's examples, given the latest last: most votes first, then the latest. */
export function countVotes(
  key: string,
  examples: readonly Pick<Example, "categoryId" | "recordId">[],
): readonly Vote[] {
  const votes = new Map<string, Counted>();
  for (let rank = 0; rank < examples.length; rank++) {
    const { categoryId, recordId } = examples[examples.length - 1 - rank]!;
    let vote = votes.get(categoryId);
    if (vote === undefined) {
      vote = { key, categoryId, count: 0, weight: 0, latest: rank, recordId };
      votes.set(categoryId, vote);
    }
    vote.count++;
    vote.weight += VOTE_DECAY ** rank;
  }
  return [...votes.values()].sort((a, b) => b.count - a.count);
}

type Counted = { -readonly [Key in keyof Vote]: Vote[Key] };

import type { CategoryId, RecordId } from "../../kernel/ids.ts";
import type { Cues } from "../cues.ts";
import type { Example, Vote } from "../example.ts";
import { type Votes, VOTES_PER_KEY } from "../similarity.ts";
import { countVotes } from "../votes.ts";

type Voter = Pick<Example, "categoryId" | "recordId">;

/** The votes of examples in memory, as `Examples.votes` counts them, while they come in one by one. */
export class VoteBook {
  /** The latest last. */
  private readonly voters = new Map<string, Voter[]>();

  add(cues: Cues, categoryId: CategoryId, recordId: RecordId): void {
    for (const { key } of cues.keys) {
      const known = this.voters.get(key) ?? [];
      this.voters.set(key, known);
      known.push({ categoryId, recordId });
      if (known.length > VOTES_PER_KEY) known.shift();
    }
  }

  of(cues: Cues): Votes {
    const votes = new Map<string, readonly Vote[]>();
    for (const { key } of cues.keys) {
      const known = this.voters.get(key);
      if (known) votes.set(key, countVotes(key, known));
    }
    return votes;
  }
}

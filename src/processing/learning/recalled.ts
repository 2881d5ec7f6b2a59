import type { CategoryId } from "../../kernel/ids.ts";
import type { RecordContent } from "../../records/record.ts";
import type { Cues } from "../cues.ts";
import type { NearText } from "../example.ts";
import { type Votes, weigh, type Weighed } from "../similarity.ts";
import type { Candidate } from "../trace.ts";
import { evidenceOf } from "./evidence.ts";
import type { Learned } from "./learned.ts";
import { propose } from "./propose.ts";
import { featuresOf } from "./record_features.ts";
import { textChances } from "./text_model.ts";

/** What the approved records say of one more record, with the candidates where what they are worth was learned. */
export interface Recalled extends Weighed {
  readonly candidates?: readonly Candidate[];
  readonly learned?: number;
}

/** As `weigh` says; where more was learned, the neighbours are those and the rest is by what was learned. */
export function recalled(
  content: RecordContent,
  { cues, votes, near, open, rejected }: {
    readonly cues: Cues;
    readonly votes: Votes;
    readonly near: readonly NearText[];
    readonly open: ReadonlySet<CategoryId>;
    /** Turned down by people for a text like this: they keep their weight and are not proposed. */
    readonly rejected: ReadonlySet<CategoryId>;
  },
  learned: Learned | null,
  contextAttributes: readonly string[],
): Recalled {
  const proposable = rejected.size === 0 ? open : open.difference(rejected);
  const weighed = weigh({ cues, votes, near, open, rejected });
  if (learned === null) return weighed;
  const { classes, text, weights, version } = learned;
  const chances = textChances(
    text,
    featuresOf(content, cues, contextAttributes),
  );
  const evidence = evidenceOf(cues, votes, chances, classes);
  const proposed = propose({
    evidence,
    chances,
    classes,
    weights,
    open: proposable,
  });
  return { neighbours: weighed.neighbours, ...proposed, learned: version };
}

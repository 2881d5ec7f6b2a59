import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import type { CategoryId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { NearText } from "../../src/processing/example.ts";
import type { Learned } from "../../src/processing/learning/learned.ts";
import { recalled } from "../../src/processing/learning/recalled.ts";
import { ReplayExamples } from "../../src/processing/learning/replay_examples.ts";
import { VoteBook } from "../../src/processing/learning/vote_book.ts";
import { isTimeToLearn } from "../../src/processing/learning/when_to_learn.ts";
import {
  NEAR_TEXTS,
  needsNear,
  SIMILARITY_MIN,
} from "../../src/processing/similarity.ts";
import { TextIndex } from "../../src/processing/text_index.ts";
import type { Labelled } from "../quality/stream.ts";
import {
  categoryId,
  CONTEXT,
  type Kept,
  keptOf,
  type Proposal,
} from "./kept.ts";

/** Until anything is learned, what waits is scored by the votes alone, after so many answers each. */
const SCORED_EVERY = 25;
/** No time passes: what is promised by when something was said is not measured here. */
const AT: Instant = "2026-01-01T00:00:00.000Z";

/**
 * What the service makes of records and learns of answers, by its own pure parts and settings as they come, without
 * storage: cues, votes, near texts, rejections, when to learn, learning, and what comes of it for a record.
 */
export class SortingService {
  private readonly open: ReadonlySet<CategoryId>;
  private readonly votes = new VoteBook();
  private readonly index = new TextIndex();
  private readonly rejected = new Map<string, Set<CategoryId>>();
  private readonly answers: Kept[] = [];
  private learned: Learned | null = null;
  private scoredAt = 0;

  private constructor(
    private readonly labels: readonly string[],
    readonly records: readonly Kept[],
    private readonly vectors: ReadonlyMap<string, Float32Array>,
  ) {
    this.open = new Set(labels.map((_, c) => categoryId(c)));
  }

  /** One category for each label; nothing is known of any record. */
  static async open(
    rows: readonly Labelled[],
    seed: number,
  ): Promise<SortingService> {
    const labels = [...new Set(rows.map(({ label }) => label))];
    const records = keptOf(rows, labels, seed);
    const texts = new Map(
      records.map(({ cues: { textKey, text } }) => [textKey, text]),
    );
    const vectors = await hashedNgrams().embed([...texts.values()]);
    return new SortingService(
      labels,
      records,
      new Map([...texts.keys()].map((key, i) => [key, vectors[i]!])),
    );
  }

  propose({ content, cues }: Kept): Proposal {
    const exact = this.votes.of(cues);
    const near = this.learned === null && needsNear(cues, exact)
      ? this.near(cues.textKey)
      : [];
    const { proposal, score } = recalled(
      content,
      {
        cues,
        votes: new Map([...exact, ...this.votesOf(near)]),
        near,
        open: this.open,
        rejected: this.rejected.get(cues.textKey) ?? NONE,
      },
      this.learned,
      CONTEXT,
    );
    return { category: proposal, confidence: score };
  }

  /** A person says what a record is, of which something else was suggested or not. */
  answer(record: Kept, suggested: CategoryId | null): void {
    const { cues: { textKey }, truth } = record;
    this.answers.push(record);
    this.votes.add(record.cues, truth, record.id);
    this.index.add(textKey, this.vectors.get(textKey)!);
    const rejected = this.rejected.get(textKey) ?? new Set();
    this.rejected.set(textKey, rejected);
    if (suggested !== null && suggested !== truth) rejected.add(suggested);
    rejected.delete(truth);
  }

  /** Whether records are to be scored anew, after learning where that is due. */
  learnIfDue(): boolean {
    const { answers, learned } = this;
    const since = answers.length - (learned?.examples ?? 0);
    if (isTimeToLearn(since, learned)) {
      this.learn();
    } else if (
      learned !== null || answers.length - this.scoredAt < SCORED_EVERY
    ) {
      return false;
    }
    this.scoredAt = answers.length;
    return true;
  }

  private learn(): void {
    const { answers, labels } = this;
    const replay = new ReplayExamples(
      labels.map((name, c) => ({ categoryId: categoryId(c), name })),
      CONTEXT,
      answers.length,
    );
    const examples = answers.map(({ id, content, truth }) => ({
      recordId: id,
      content,
      categoryId: truth,
      at: AT,
      reached: true,
      proposed: null,
      inclusion: 1,
    }));
    atOnce(replay.absorb(examples));
    const version = (this.learned?.version ?? 0) + 1;
    this.learned = { ...atOnce(replay.finish()), version, at: AT };
  }

  private near(textKey: string): readonly NearText[] {
    return this.index.nearest(
      this.vectors.get(textKey)!,
      NEAR_TEXTS,
      SIMILARITY_MIN,
    );
  }

  private votesOf(near: readonly NearText[]) {
    return this.votes.of({
      keys: near.map(({ textKey: key }) => ({ level: "words+context", key })),
      textKey: "",
      text: "",
    });
  }
}

const NONE: ReadonlySet<CategoryId> = new Set();

function atOnce<Result>(work: Generator<void, Result, void>): Result {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}

import type { CategoryId, RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { RecordContent } from "../../records/record.ts";
import { type Cues, cuesOf } from "../cues.ts";
import { type CombinerWeights, FIRST_WEIGHTS, fitWeights } from "./combiner.ts";
import { evidenceOf } from "./evidence.ts";
import type { JudgedAnswer, JudgedAt, Learned } from "./learned.ts";
import { type Lesson, lessonOf } from "./lesson.ts";
import { BY_SIMILARITY, type Proposed } from "./proposed_of.ts";
import { propose } from "./propose.ts";
import { featuresOf, featuresOfName } from "./record_features.ts";
import type { SparseVector } from "./sparse.ts";
import { TextLearner } from "./text_learner.ts";
import { VoteBook } from "./vote_book.ts";

/** A record with what a person said of it. */
export interface LabelledRecord {
  readonly recordId: RecordId;
  readonly content: RecordContent;
  /** Null: it is not one to sort. Whatever was proposed for it was wrong, and nothing else is learned from it. */
  readonly categoryId: CategoryId | null;
  readonly at: Instant;
  /** Whether similarity had its say; what rules decide before it is no sample of what it sees. */
  readonly reached: boolean;
  /** What was proposed in service by what had been learned until then; null where nothing had, or where it did not come to that. */
  readonly proposed: Proposed | null;
  /** The chance that it had of being looked at: 1 where people are asked, less in an audit; null where they found it by looking for errors. */
  readonly inclusion: number | null;
}

/** An example as the text model sees it. */
interface Studied {
  readonly vector: SparseVector;
  readonly c: number;
}

/** Work in pieces, whoever does it may do something else between them. */
export type Rests<Result = void> = Generator<void, Result, void>;
/** Measured: nothing else waits for longer than 32 ms with 50 categories, 170 ms with 1,000. */
const REST_EVERY = 25;

/** How many of the latest examples are learned from. */
export const EXAMPLES_MAX = 20_000;

/**
 * People answer late, and several records at once: what is judged must not know the answers just before it. Measured:
 * with blocks of fifty the evidence looked fresher than it is in service, and weighed for more than it was worth.
 */
const BLOCK_MIN = 50;
const BLOCK_MAX = 500;
const BLOCKS = 10;
/** How often the text model sees a block, the first time alone and then with as many of the earlier examples. */
const PASSES = 3;
/** How often it sees the categories' names before anything else. */
const NAME_PASSES = 3;
/** From this many lessons on the combiner's weights are fitted, to this many of the latest. */
const LESSONS_MIN = 200;
const LESSONS_MAX = 4_000;
const JUDGED_MAX = 4_000;
/** From so many on, what was judged in service is all that counts: a replay knows every example, service only those that people looked at. */
const SERVED_MIN = 300;

/**
 * Learns from examples in the order in which people decided them, as if it had been there: each block of them is first
 * judged by what was learned from those before, and then learned from. So what is promised was seen to hold on records
 * that were new at the time ("prequential" evaluation, Dawid 1984), and the same examples teach the same.
 */
export class ReplayExamples {
  private readonly classes: {
    index: Map<CategoryId, number>;
    ids: CategoryId[];
    counts: number[];
  };
  private readonly open: ReadonlySet<CategoryId>;
  private readonly learner: TextLearner;
  private readonly book = new VoteBook();
  private readonly past: Studied[] = [];
  private readonly lessons: Lesson[] = [];
  private readonly judged: JudgedAt[] = [];
  /** Those of them that were proposed in service. */
  private readonly served: JudgedAt[] = [];
  private readonly answers: JudgedAnswer[] = [];
  private weights: CombinerWeights = FIRST_WEIGHTS;
  private block: LabelledRecord[] = [];
  private seen = 0;
  private readonly blockSize: number;

  constructor(
    categories: readonly {
      readonly categoryId: CategoryId;
      readonly name: string;
    }[],
    private readonly contextAttributes: readonly string[],
    /** How many examples there will be. */
    total: number,
  ) {
    this.blockSize = Math.min(
      BLOCK_MAX,
      Math.max(BLOCK_MIN, Math.ceil(total / BLOCKS)),
    );
    const ids = categories.map(({ categoryId }) => categoryId);
    this.classes = {
      ids,
      index: new Map(ids.map((id, c) => [id, c])),
      counts: ids.map(() => 0),
    };
    this.open = new Set(ids);
    this.learner = new TextLearner(ids.length);
    const names = categories.map(({ name }) => featuresOfName(name));
    for (let pass = 0; pass < NAME_PASSES; pass++) {
      names.forEach((name, c) => this.learner.learn(name, c));
    }
  }

  /** Takes examples in, the earliest first; rests now and then, so that others may have their turn. */
  *absorb(examples: readonly LabelledRecord[]): Rests {
    for (const example of examples) {
      this.block.push(example);
      if (this.block.length >= this.blockSize) yield* this.live();
    }
  }

  /** What was learned from all of them. */
  *finish(): Rests<Omit<Learned, "version" | "at">> {
    yield* this.live();
    return {
      examples: this.seen,
      classes: this.classes,
      text: this.learner.model(),
      weights: this.weights,
      judged: (this.served.length < SERVED_MIN ? this.judged : this.served)
        .slice(-JUDGED_MAX),
      answers: this.answers.slice(-JUDGED_MAX),
    };
  }

  private *live(): Rests {
    const block = this.block.map((example) => {
      const cues = cuesOf(example.content, this.contextAttributes);
      const vector = featuresOf(example.content, cues, this.contextAttributes);
      return {
        example,
        cues,
        vector,
        c: example.categoryId === null
          ? undefined
          : this.classes.index.get(example.categoryId),
      };
    });
    this.block = [];
    for (const [i, one] of block.entries()) {
      if (i % REST_EVERY === 0) yield;
      // A category that was archived since cannot be right any more, and teaches nothing but doubt.
      if (one.c !== undefined || one.example.categoryId === null) {
        this.judge(one.example, one.cues, one.vector);
      }
    }
    if (this.lessons.length >= LESSONS_MIN) {
      this.weights = yield* fitWeights(this.lessons, this.weights);
    }
    const fresh = block.flatMap(({ vector, c }) =>
      c === undefined ? [] : [{ vector, c }]
    );
    yield* this.study(fresh);
    for (const { example: { categoryId, recordId }, cues, c } of block) {
      if (categoryId === null) continue;
      this.book.add(cues, categoryId, recordId);
      if (c !== undefined) this.classes.counts[c]!++;
      this.seen++;
    }
  }

  /** What was known of it then, against what is right. What people look for is no sample, and promises nothing. */
  private judge(
    example: LabelledRecord,
    cues: Cues,
    vector: SparseVector,
  ): void {
    if (this.seen === 0 || !example.reached) return;
    const { classes, weights, open } = this;
    const { categoryId, at, inclusion } = example;
    const chances = this.learner.chances(vector);
    const evidence = evidenceOf(cues, this.book.of(cues), chances, classes);
    const { proposal, score } = propose({
      evidence,
      chances,
      classes,
      weights,
      open,
    });
    const replayed = { score, right: proposal === categoryId };
    const { proposed } = example;
    if (inclusion !== null) {
      const wasServed = proposed?.by === BY_SIMILARITY;
      const { score, right } = wasServed ? proposed : replayed;
      const judged = { score, right, inclusion, at };
      this.judged.push(judged);
      if (wasServed) this.served.push(judged);
      if (proposed && proposed.by !== BY_SIMILARITY) {
        this.answers.push({ ...proposed, inclusion, at });
      }
    }
    if (categoryId === null) return;
    this.lessons.push(lessonOf(evidence, categoryId, 1 / (inclusion ?? 1)));
    if (this.lessons.length > LESSONS_MAX) this.lessons.shift();
  }

  /**
   * Each pass takes the block in another order, and from the second on with an earlier example after each: what came last,
   * or all at one time, would else count for most.
   */
  private *study(fresh: readonly Studied[]): Rests {
    const { past, learner } = this;
    for (let pass = 0; pass < PASSES; pass++) {
      for (const [i, { vector, c }] of shuffled(fresh, pass).entries()) {
        if (i % REST_EVERY === 0) yield;
        learner.learn(vector, c);
        if (pass === 0 || past.length === 0) continue;
        const lot = scattered(i + pass * 7_919 + past.length);
        const earlier = past[lot % past.length]!;
        learner.learn(earlier.vector, earlier.c);
      }
    }
    past.push(...fresh);
  }
}

/** In an order as if drawn at random, the same for the same `round`. */
function shuffled<T>(items: readonly T[], round: number): readonly T[] {
  return items.map((item, i) => ({
    item,
    lot: scattered(i + 1 + round * 7_919),
  }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item);
}

/** A number as if drawn at random, the same for the same number (multiplicative hashing, Knuth). */
function scattered(n: number): number {
  return Math.imul(n, 2_654_435_761) >>> 0;
}

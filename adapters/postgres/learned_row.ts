import type { CategoryId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type {
  JudgedAt,
  Learned,
} from "../../src/processing/learning/learned.ts";
import { instantOf } from "./columns.ts";

/** What is kept as JSON beside the text model's bytes. */
interface State {
  readonly classes: readonly (readonly [CategoryId, number])[];
  readonly scales: readonly number[];
  readonly weights: readonly number[];
  readonly judged: readonly JudgedRow[];
  readonly answers: readonly (readonly [...JudgedRow, by: string])[];
}

type JudgedRow = readonly [
  score: number,
  right: 0 | 1,
  inclusion: number,
  at: Instant,
];

export interface LearnedRow {
  readonly version: number;
  readonly at: Date;
  readonly examples: number;
  readonly state: State;
  readonly bytes: Uint8Array;
}

export function learnedOf(row: LearnedRow): Learned {
  const { classes, scales, weights, judged, answers } = row.state;
  const ids = classes.map(([id]) => id);
  const { buffer, byteOffset, byteLength } = row.bytes;
  return {
    version: row.version,
    at: instantOf(row.at),
    examples: row.examples,
    classes: {
      ids,
      index: new Map(ids.map((id, c) => [id, c])),
      counts: classes.map(([, count]) => count),
    },
    text: {
      classes: ids.length,
      weights: new Int8Array(buffer, byteOffset, byteLength),
      scales: Float32Array.from(scales),
    },
    weights,
    judged: judged.map(judgedOf),
    answers: answers.map((row) => ({ ...judgedOf(row), by: row[4] })),
  };
}

export function stateOf(
  { classes, text, weights, judged, answers }: Learned,
): State {
  return {
    classes: classes.ids.map((id, c) => [id, classes.counts[c]!]),
    scales: [...text.scales],
    weights: [...weights],
    judged: judged.map(rowOf),
    answers: answers.map((answer) => [...rowOf(answer), answer.by]),
  };
}

function judgedOf(
  [score, right, inclusion, at]: JudgedRow | readonly [...JudgedRow, string],
): JudgedAt {
  return { score, right: right === 1, inclusion, at };
}

function rowOf({ score, right, inclusion, at }: JudgedAt): JudgedRow {
  return [score, right ? 1 : 0, inclusion, at];
}

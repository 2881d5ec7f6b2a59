import { canonicalJson } from "../kernel/json.ts";
import type { RecordedEvent } from "./event.ts";
import type { Fact } from "./fact.ts";

/** What stands for the payload of an event whose content was erased. */
export const TOMBSTONE = { erased: true } as const;
export const TOMBSTONE_JSON: string = canonicalJson(TOMBSTONE);

/** From the first to the last `seq`, both included. */
export type SeqRange = readonly [first: number, last: number];

/** Whether the event's content was erased: its payload's hash is there and the salt is not. */
export function isErased(
  { salt, payloadHash }: Pick<RecordedEvent, "salt" | "payloadHash">,
): boolean {
  return salt === null && payloadHash !== null;
}

/** Ascending ranges of the numbers, each once. */
export function rangesOf(seqs: Iterable<number>): [number, number][] {
  const ranges: [number, number][] = [];
  for (const seq of [...new Set(seqs)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === seq - 1) last[1] = seq;
    else ranges.push([seq, seq]);
  }
  return ranges;
}

/**
 * The ascending numbers that a unit erases. Throws unless its `PERSONAL_DATA_ERASED` facts name just these: contents
 * that go without a word, or a word without effect, would be a bug.
 */
export function erasedInUnit(
  seqs: Iterable<number>,
  facts: readonly Fact[],
): readonly number[] {
  const named = rangesOf(
    facts.flatMap((fact) =>
      fact.type === "PERSONAL_DATA_ERASED"
        ? fact.payload.seqs.flatMap(numbersIn)
        : []
    ),
  );
  const ranges = rangesOf(seqs);
  if (canonicalJson(named) !== canonicalJson(ranges)) {
    throw new Error(
      `a unit of work erases events ${text(ranges)} and names ${text(named)}`,
    );
  }
  return ranges.flatMap(numbersIn);
}

/** Throws unless the event's content can be erased; `seq` tells which one is asked for. */
export function refuseToErase(
  seq: number,
  event: Pick<RecordedEvent, "type" | "payloadHash"> | undefined,
): void {
  const why = event === undefined
    ? "is not there"
    : event.payloadHash === null
    ? "was written before contents could be erased"
    : event.type === "PERSONAL_DATA_ERASED"
    ? "names what was erased"
    : null;
  if (why !== null) throw new Error(`event ${seq} cannot be erased: it ${why}`);
}

function numbersIn([first, last]: SeqRange): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function text(ranges: readonly SeqRange[]): string {
  return ranges.length === 0
    ? "none"
    : ranges.map(([first, last]) =>
      first === last ? `${first}` : `${first}-${last}`
    ).join(", ");
}

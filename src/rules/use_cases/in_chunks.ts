import { failures } from "../../kernel/failure.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Result } from "../../kernel/result.ts";

/** A chunk met a record that someone changed while it was worked on: its unit is undone, and read afresh. */
export const chunkFailures = failures("chunk", {
  raced: {
    category: "conflict",
    title: "A record was changed in the meantime",
  },
});

export type Raced = Failure<"chunk.raced">;

/** Races that one chunk may lose in a row before the job is tried again as a whole. */
const RACES_MAX = 20;

/** Does chunk after chunk until one says that nothing is left. */
export async function inChunks(
  chunk: () => Promise<Result<boolean, Raced>>,
): Promise<void> {
  for (let races = 0; races < RACES_MAX;) {
    const done = await chunk();
    if (done.ok && done.value) return;
    races = done.ok ? 0 : races + 1;
  }
  throw new Error(`a chunk lost ${RACES_MAX} races`);
}

import type { ModelAnswers } from "../../ports/model_answers.ts";
import { present } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";

/** A tenant's kept answers, by key. */
export function modelAnswers(
  { modelAnswers: rows }: Shelf,
  journal: Journal,
): ModelAnswers {
  return {
    find: (keys, since) =>
      Promise.resolve(present(rows, keys).filter(({ at }) => at >= since)),
    keep: (answers) =>
      Promise.try(() => {
        for (const answer of answers) journal.set(rows, answer.key, answer);
      }),
  };
}

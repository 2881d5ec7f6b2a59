import { wordsIn } from "../../src/privacy/words.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";

/** Forgets the answers of requests that name one of `ids` or quote one of `words`, as the sender's key may too, which ends theirs. */
export function forgetAnswers(
  { inbox }: Shelf,
  journal: Journal,
  { ids, words = [] }: {
    readonly ids: readonly string[];
    readonly words?: readonly string[];
  },
): number {
  const kept = [...inbox].filter(([key, { answer }]) => {
    if (answer === null) return false;
    const text = JSON.stringify(answer);
    const told = wordsIn(`${key.split(" ").at(-1)} ${text}`).toLowerCase();
    return ids.some((id) => text.includes(id)) ||
      words.some((one) => told.includes(one.toLowerCase()));
  });
  for (const [key] of kept) journal.remove(inbox, key);
  return kept.length;
}

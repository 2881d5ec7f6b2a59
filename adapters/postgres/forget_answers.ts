import { BETWEEN_WORDS } from "../../src/privacy/words.ts";
import type { Transaction } from "./connect.ts";

const ID = "[a-z]+_[0-9a-z]{26}";

/**
 * Forgets the answers of requests that name one of `ids` or quote one of `words` (see `wordsToFind`), as their sender's key
 * may too, which is the last word of the key. As the eraser.
 */
export async function forgetAnswers(
  sql: Transaction,
  { ids, words = [] }: {
    readonly ids: readonly string[];
    readonly words?: readonly string[];
  },
): Promise<number> {
  const { count } = await sql`
    with kept as materialized (
      select key, answer::text as answer, regexp_replace(
        ' ' || lower(split_part(key, ' ', -1) || ' ' || regexp_replace(answer::text, ${ID}, '', 'g')) || ' ',
        ${BETWEEN_WORDS}, ' ', 'g') as words
      from inbox where answer is not null
    )
    delete from inbox where key in (
      select key from kept
      where exists (
          select from regexp_matches(answer, ${ID}, 'g') as named (id) where named.id[1] = any(${[
    ...ids,
  ]}))
        or exists (
          select from unnest(${[
    ...words,
  ]}::text[]) as given (words) where strpos(kept.words, lower(given.words)) > 0))`;
  return count;
}

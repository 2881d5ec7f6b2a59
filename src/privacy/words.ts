import { ERASED } from "../records/erased.ts";

/** Signs of ASCII, and what JSON writes behind a backslash: words stand between them. Adapters that search for words in a database have it too. */
export const BETWEEN_WORDS = "(\\\\.|[ -/:-@\\[-`{-~])+";

const betweenWords = new RegExp(BETWEEN_WORDS, "g");

/** The words of JSON as text, with one space around each. Whoever compares them folds the case: databases fold it their own way. */
export function wordsIn(json: string): string {
  return ` ${json} `.replace(betweenWords, " ");
}

/** The words by which kept JSON tells that it quotes one of `texts`, each once; of what was erased before there are none. */
export function wordsToFind(
  texts: Iterable<string | null>,
): readonly string[] {
  const words = [...texts]
    .filter((text) =>
      text !== null && text !== ERASED && !text.startsWith(`${ERASED}-`)
    )
    .map((text) => wordsIn(JSON.stringify(text)));
  return [...new Set(words)].filter((text) => text !== " ");
}

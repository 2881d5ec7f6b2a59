/** What a compiler says of a pattern: the error, and the part of the pattern that it is about, if it tells one. */
export interface PatternError {
  readonly error: string;
  readonly input: string | null;
}

/** Where in a pattern an error is, in UTF-16 units from 0, and the text that stands there; empty at the end. */
export interface PatternFault {
  readonly index: number;
  readonly text: string;
}

/** Places looked at; more are of no pattern that a person wrote. */
const TRIES_MAX = 50;

/**
 * Finds where an error is, which the compiler does not tell: at the first place of the part it names where the
 * pattern up to there is wrong in the same way. `errorOf` compiles.
 */
export function patternFault(
  source: string,
  { error, input }: PatternError,
  errorOf: (source: string) => PatternError | null,
): PatternFault {
  // Of a bracket too few or too many it names the whole pattern, of a last backslash nothing.
  if (error === "missing closing )") return { index: source.length, text: "" };
  if (input === null) return { index: source.length - 1, text: "\\" };
  const text = error === "unexpected )" ? ")" : input;
  // A group's name is looked at once the name is closed.
  const end = error === "duplicate capture group name" ? ">)" : "";
  let at = source.indexOf(text);
  for (let tries = 0; at !== -1 && tries < TRIES_MAX; tries++) {
    const found = errorOf(source.slice(0, at + text.length) + end);
    if (found?.error === error && (text !== input || found.input === input)) {
      return { index: at, text };
    }
    at = source.indexOf(text, at + 1);
  }
  return { index: Math.max(source.lastIndexOf(text), 0), text };
}

import { RE2JS, RE2JSSyntaxException } from "re2js";
import {
  type PatternError,
  patternFault,
} from "../conditions/pattern_fault.ts";

/** Text kept of the pattern in a message about it. */
const EXCERPT_LENGTH = 40;

/** Compiles RE2 syntax, case-insensitive, matched in time linear in the text. Throws on a wrong pattern. */
export function compilePattern(source: string): RE2JS {
  return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
}

/** Why `source` does not compile and where; null when it does. */
export function patternFlaw(source: string): string | null {
  const wrong = errorOf(source);
  if (wrong === null) return null;
  const { index, text } = patternFault(source, wrong, errorOf);
  const shown = text.length > EXCERPT_LENGTH
    ? `${text.slice(0, EXCERPT_LENGTH)}…`
    : text;
  const what = text === "" ? ", its end" : `: ${shown}`;
  return `is not a pattern in RE2 syntax: ${wrong.error} at index ${index}${what}`;
}

function errorOf(source: string): PatternError | null {
  try {
    // Without the flag: it is put before the source, and would show in the message.
    RE2JS.compile(source);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof RE2JSSyntaxException)) throw thrown;
    return { error: thrown.error, input: thrown.input };
  }
}

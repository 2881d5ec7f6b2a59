import { RE2JS, RE2JSSyntaxException } from "re2js";

/** Text kept of the pattern in a message about it. */
const EXCERPT_LENGTH = 40;

/** Compiles RE2 syntax, case-insensitive, matched in time linear in the text. Throws on a wrong pattern. */
export function compilePattern(source: string): RE2JS {
  return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
}

/** Why `source` does not compile and where; null when it does. */
export function patternFlaw(source: string): string | null {
  try {
    // Without the flag: it is put before the source, and would show in the message.
    RE2JS.compile(source);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof RE2JSSyntaxException)) throw thrown;
    const where = thrown.input ? ` at ${thrown.input}` : "";
    const shown = where.length > EXCERPT_LENGTH
      ? `${where.slice(0, EXCERPT_LENGTH)}…`
      : where;
    return `is not a pattern in RE2 syntax: ${thrown.error}${shown}`;
  }
}

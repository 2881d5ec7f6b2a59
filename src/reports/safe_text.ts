/**
 * What spreadsheets may take for the beginning of a formula (OWASP, "CSV Injection"): `=`, `+`, `-`, `@`, also in full
 * width (U+FF0B, FF0D, FF1D, FF20), tab, carriage return and line feed. White space, and what shows nothing, may stand
 * before it: some programs leave it out.
 */
const FORMULA_START =
  /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u;

/** A text that no spreadsheet calculates: one that might be a formula gets an apostrophe before it, which makes it text. */
export function safeText(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

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

/** A formula behind a line end, or the separator of another locale: what reads `;` or tabs begins a cell there, whatever is quoted. */
const FORMULA_BEHIND =
  /([;\t\r\n]["\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*)(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/gu;

/** The same for a text in CSV, whose separator the reader's locale chooses. */
export function safeInCsv(text: string): string {
  return safeText(text).replace(FORMULA_BEHIND, "$1'");
}

import type { Import } from "./import_graph.ts";

/**
 * Which files may import what. The first row whose first pattern fits a file decides for it.
 * In a pattern `*` is any text without a slash, `**` any text, `$1` what the row's first star stood for.
 * Of the patterns of what may be imported the last that fits decides; one with `!` forbids.
 */
export type ImportRules = readonly (readonly [
  files: string,
  mayImport: readonly string[],
])[];

/** What is wrong, one sentence each: imports that no row allows, and files without a row. */
export function wrongImports(
  rules: ImportRules,
  files: readonly string[],
  imports: readonly Import[],
): string[] {
  const homeless = files
    .filter((file) => !rowOf(rules, file))
    .map((file) => `${file} has no row in the table`);
  const wrong = imports
    .filter(({ from, to }) => {
      const row = rowOf(rules, from);
      return row !== undefined && !allows(row, to);
    })
    .map(({ from, to }) => `${from} may not import ${to}`);
  return [...homeless, ...new Set(wrong)];
}

interface Row {
  readonly mayImport: readonly string[];
  readonly star: string;
}

function rowOf(rules: ImportRules, file: string): Row | undefined {
  for (const [files, mayImport] of rules) {
    const found = pattern(files).exec(file);
    if (found) return { mayImport, star: found[1] ?? "" };
  }
  return undefined;
}

function allows({ mayImport, star }: Row, to: string): boolean {
  const deciding = mayImport.findLast((text) =>
    pattern(text.replace("!", "").replace("$1", star)).test(to)
  );
  return deciding !== undefined && !deciding.startsWith("!");
}

function pattern(text: string): RegExp {
  const source = text
    .replace(/[.+?^$()|[\]{}\\]/g, "\\$&")
    .replace(/\*\*|\*/g, (stars) => stars === "*" ? "([^/]*)" : "(.*)");
  return new RegExp(`^${source}$`);
}

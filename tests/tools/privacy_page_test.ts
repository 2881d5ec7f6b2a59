import assert from "node:assert/strict";
import { registerAsMarkdown } from "../../src/privacy/personal_data.ts";

/** Cells without what lays them out. */
function rowsOf(markdown: string): readonly string[] {
  return markdown.split("\n").filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()).join("|"));
}

Deno.test("docs/privacy.md has the register of personal data as it is", async () => {
  const page = await Deno.readTextFile(
    new URL("../../docs/privacy.md", import.meta.url),
  );
  const told = new Set(rowsOf(page));
  const missing = rowsOf(registerAsMarkdown()).filter((row) => !told.has(row));
  assert.deepEqual(missing, []);
});

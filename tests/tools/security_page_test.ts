import assert from "node:assert/strict";

Deno.test("docs/security.md names files and tests that are there", async () => {
  const root = new URL("../../", import.meta.url);
  const page = await Deno.readTextFile(new URL("docs/security.md", root));
  const paths = page.match(
    /\b(?:src|adapters|ports|migrations|tests|docs)\/[\w./]+\.(?:ts|sql|md)/g,
  ) ?? [];
  assert(paths.length > 60, String(paths.length));
  const missing: string[] = [];
  for (const path of new Set(paths)) {
    await Deno.stat(new URL(path, root)).catch(() => void missing.push(path));
  }
  assert.deepEqual(missing, []);
});

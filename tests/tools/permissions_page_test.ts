import assert from "node:assert/strict";
import { openApiDocument } from "../../adapters/hono/open_api_document.ts";
import { permissionsPage } from "../../src/main/permissions_page.ts";

Deno.test("docs/permissions.md is what `deno task permissions` writes", async () => {
  const file = new URL("../../docs/permissions.md", import.meta.url);
  assert.equal(
    await Deno.readTextFile(file),
    permissionsPage(),
    "out of date: run deno task permissions",
  );
});

Deno.test("the page of permissions has each operation of the API's document once, with its action", () => {
  const told = [...permissionsPage().matchAll(/^\| `(\S+)` +\| `(\S+ \S+)` /gm)]
    .map(([, action, operation]) => `${operation} ${action}`);
  const documented = Object.entries(openApiDocument().paths ?? {})
    .flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, { "x-action": string }>)
        .map(([method, operation]) =>
          `${method.toUpperCase()} ${path} ${operation["x-action"]}`
        )
    );
  assert(documented.length > 60);
  assert.deepEqual(told.sort(), documented.sort());
});

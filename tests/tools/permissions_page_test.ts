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

Deno.test("the page of permissions has each operation that asks for an action once, with it", () => {
  const told = [...permissionsPage().matchAll(/^\| `(\S+)` +\| `(\S+ \S+)` /gm)]
    .map(([, action, operation]) => `${operation} ${action}`);
  const documented = Object.entries(openApiDocument().paths ?? {})
    .flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, { "x-action"?: string }>)
        // tests/http/document_test.ts names those that sign somebody in.
        .filter(([, operation]) => operation["x-action"] !== undefined)
        .map(([method, operation]) =>
          `${method.toUpperCase()} ${path} ${operation["x-action"]}`
        )
    );
  assert(documented.length > 60);
  assert.deepEqual(told.sort(), documented.sort());
});

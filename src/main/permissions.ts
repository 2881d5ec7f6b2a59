import { permissionsPage } from "./permissions_page.ts";

/** `deno task permissions`: writes docs/permissions.md. */
await Deno.writeTextFile(
  new URL("../../docs/permissions.md", import.meta.url),
  permissionsPage(),
);

import assert from "node:assert/strict";
import { z } from "@hono/zod-openapi";
import { ASSETS } from "../../adapters/hono/console/assets/assets.ts";
import { SECTIONS } from "../../adapters/hono/console/sections.ts";
import { route } from "../../adapters/hono/route.ts";
import { ok } from "../../src/kernel/result.ts";
import type { Action } from "../../src/tenancy/access.ts";
import { openHttpTrial } from "./http_trial.ts";
import { operationsOf } from "./operations.ts";

/** What answers without an action: nothing of a tenant's is behind it. */
const OPEN = [
  "GET /api/openapi.json",
  "GET /docs",
  "GET /docs/style.css",
  "GET /files/:token",
  "GET /livez",
  "GET /readyz",
  "GET /sign-in",
  "GET /sign-in/script.js",
  // Leads browsers to the console.
  "GET /",
  ...Object.values(ASSETS).map((address) => `GET ${address}`),
  "GET /console/sign-in",
  "POST /console/sign-in",
  // Behind a session, and nothing but leading on from there or out.
  "GET /console",
  "POST /console/sign-out",
  // Its sender signs what it sends.
  "POST /api/v1/hooks/:id",
  "POST /api/v1/notifications/unsubscribe/:token",
];

Deno.test("every route that is mounted is in the API's document or the console with its action, or known to be open", async () => {
  const { app, call } = await openHttpTrial();
  const mounted = app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
  const documented = (await operationsOf(call))
    .map(({ method, path }) => `${method} ${path.replace("{id}", ":id")}`);
  assert.deepEqual(
    [...new Set(mounted)].sort(),
    [...documented, ...OPEN, ...CONSOLE].sort(),
  );
});

/** Of the console: each has an action that its reader needs. */
const CONSOLE = SECTIONS.flatMap(({ routes }) =>
  routes.map(({ method, path }) =>
    `${method.toUpperCase()} /console${path.replace("{id}", ":id")}`
  )
);

Deno.test("a route is not made without an action that the table has", () => {
  const given = {
    method: "get",
    path: "/nothing",
    tag: "nothing",
    summary: "Nothing",
    answer: { status: 200, description: "Nothing", schema: z.null() },
    handle: () => Promise.resolve(ok({ body: null })),
  } as const;
  // @ts-expect-error an operation needs an action
  const without = route(given);
  // @ts-expect-error of the table
  const unknown = route({ ...given, action: "nothing.read" });
  const known: Action = "records.read";
  assert.deepEqual(
    [without, unknown, route({ ...given, action: known })]
      .map(({ action }) => action),
    [undefined, "nothing.read", "records.read"],
  );
});

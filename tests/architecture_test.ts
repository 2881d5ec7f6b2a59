import assert from "node:assert/strict";
import { importsOf, sourceFiles } from "./tools/import_graph.ts";
import { type ImportRules, wrongImports } from "./tools/import_rules.ts";

const ROOT = new URL("../", import.meta.url);
const FOLDERS = ["src", "ports", "adapters"] as const;
/** Lines of the longest file that is still one thought. */
const LINES_MAX = 250;

/** Pure modules: decisions without ports. The door to a tenant is not for everyone. */
const PURE = [
  "src/*/*",
  "src/processing/learning/*",
  "src/processing/model/*",
  "src/processing/quality/*",
  "src/records/revision/*",
  "src/integrations/manifests/*",
  "src/integrations/pull/*",
  "src/rules/conditions/*",
  "src/rules/explain/*",
  "src/rules/files/*",
  "src/rules/history/*",
  "src/rules/matcher/*",
  "src/rules/order/*",
  "src/rules/overlaps/*",
  "src/rules/suggestions/*",
  "!src/main/*",
  "!src/tenancy/open_scope.ts",
] as const;
const CORE = [...PURE, "ports/*"] as const;
const DOOR = "src/tenancy/open_scope.ts";

/** The dependency rule (docs/architecture.md), one row per kind of file. */
const MAY_IMPORT: ImportRules = [
  ["src/main/demo/**", [
    ...CORE,
    "src/main/**",
    "npm:csv-parse",
    "npm:zod",
  ]],
  ["src/main/**", [
    "src/**",
    `!${DOOR}`,
    "ports/*",
    "adapters/**",
    "npm:ipaddr.js",
    "npm:pino",
    "npm:ts-pattern",
    "npm:zod",
    "node:*",
  ]],

  ["src/kernel/sha256.ts", ["node:crypto"]],
  ["src/kernel/*", ["src/kernel/*"]],
  ["src/tenancy/use_cases/*", [
    ...CORE,
    DOOR,
    "src/billing/parts/*",
    "src/tenancy/parts/*",
    "src/tenancy/use_cases/*",
    "npm:ts-pattern",
  ]],
  ["src/events/use_cases/open_job_scope.ts", [...CORE, DOOR]],
  ["src/integrations/use_cases/open_hook_scope.ts", [...CORE, DOOR]],
  ["src/billing/use_cases/open_payer_scope.ts", [...CORE, DOOR]],
  // Parts of a unit of work that use cases of several modules share: they ask no permit and open no unit.
  ["src/integrations/parts/*", [
    ...CORE,
    "src/integrations/parts/*",
    "src/records/parts/*",
  ]],
  ["src/billing/parts/*", [...CORE, "src/billing/parts/*"]],
  ["src/processing/parts/*", CORE],
  ["src/imports/parts/*", [
    ...CORE,
    "src/billing/parts/*",
    "src/records/parts/*",
  ]],
  ["src/records/parts/*", [
    ...CORE,
    "src/billing/parts/*",
    "src/records/parts/*",
  ]],
  ["src/reports/parts/*", CORE],
  ["src/rules/parts/*", CORE],
  ["src/tenancy/parts/*", CORE],
  ["src/notifications/parts/*", CORE],
  ["src/reports/use_cases/*", [
    ...CORE,
    "src/reports/parts/*",
    "src/reports/use_cases/*",
  ]],
  ["src/*/use_cases/*", [
    ...CORE,
    "src/billing/parts/*",
    "src/integrations/parts/*",
    "src/notifications/parts/*",
    "src/processing/parts/*",
    "src/imports/parts/*",
    "src/records/parts/*",
    "src/rules/parts/*",
    "src/$1/use_cases/*",
    "npm:ts-pattern",
  ]],
  ["src/integrations/manifests/*", PURE],
  ["src/integrations/pull/*", PURE],
  ["src/processing/learning/*", PURE],
  ["src/processing/quality/*", PURE],
  ["src/records/revision/*", PURE],
  ["src/rules/conditions/*", [...PURE, "npm:zod"]],
  ["src/rules/explain/*", PURE],
  ["src/rules/files/*", [...PURE, "npm:zod"]],
  ["src/rules/history/*", PURE],
  ["src/rules/matcher/*", [...PURE, "npm:re2js", "npm:ts-pattern"]],
  ["src/rules/order/*", PURE],
  ["src/rules/overlaps/*", PURE],
  ["src/rules/suggestions/*", PURE],
  ["src/processing/model/*", [...PURE, "npm:zod"]],
  ["src/reports/next_due.ts", [...PURE, "npm:croner"]],
  ["src/*/*", [...PURE, "npm:ts-pattern", "npm:zod"]],

  ["ports/*", [...PURE, "ports/*"]],

  ["adapters/anthropic/*", [
    ...CORE,
    "adapters/http_model/*",
    "npm:@anthropic-ai/sdk",
    "npm:zod",
  ]],
  ["adapters/bull_board/*", [
    ...CORE,
    "npm:@bull-board/*",
    "npm:bullmq",
    "npm:hono",
  ]],
  ["adapters/bullmq/*", [
    ...CORE,
    "adapters/bullmq/*",
    "npm:bullmq",
    "npm:ioredis",
  ]],
  ["adapters/charts/*", [...CORE, "adapters/charts/*", "npm:echarts"]],
  ["adapters/clerk/*", [
    ...CORE,
    "adapters/clerk/*",
    "adapters/web_crypto/is_hmac_signed.ts",
    "npm:@clerk/backend",
    "npm:zod",
  ]],
  ["adapters/disk_files/*", [
    ...CORE,
    "adapters/disk_files/*",
    "adapters/file_content/*",
  ]],
  ["adapters/file_content/*", CORE],
  ["adapters/hashed_ngrams/*", [...CORE, "adapters/hashed_ngrams/*"]],
  ["adapters/hono/**", [
    ...CORE,
    "src/*/use_cases/*",
    "adapters/charts/*",
    "adapters/hono/**",
    "npm:@hono/zod-openapi",
    "npm:ipaddr.js",
    "npm:hono",
    "npm:ts-pattern",
    "npm:yaml",
    "npm:zod",
  ]],
  ["adapters/http_model/*", [...CORE, "adapters/http_model/*"]],
  ["adapters/hook_signatures/*", [
    ...CORE,
    "adapters/hook_signatures/*",
    "npm:standardwebhooks",
    "npm:ts-pattern",
  ]],
  ["adapters/jsonata/*", [
    ...CORE,
    "adapters/jsonata/*",
    "npm:jsonata",
    "npm:re2js",
  ]],
  ["adapters/in_process/*", [...CORE, "adapters/in_process/*"]],
  ["adapters/local_identity/*", [
    ...CORE,
    "adapters/local_identity/*",
    "npm:jose",
  ]],
  ["adapters/oauth/*", [
    ...CORE,
    "adapters/oauth/*",
    "npm:oauth4webapi",
  ]],
  ["adapters/nodemailer/*", [...CORE, "npm:nodemailer"]],
  ["adapters/standard_webhooks/*", [...CORE, "npm:standardwebhooks"]],
  ["adapters/outgoing/*", [
    ...CORE,
    "adapters/outgoing/*",
    "npm:ipaddr.js",
    "node:**",
  ]],
  ["adapters/web_crypto/*", CORE],
  ["adapters/rate_limiter/*", [
    ...CORE,
    "npm:ioredis",
    "npm:rate-limiter-flexible",
  ]],
  ["adapters/memory/*", [
    ...CORE,
    "adapters/memory/*",
    "adapters/file_content/*",
    "adapters/system/salt.ts",
  ]],
  ["adapters/model_off/*", CORE],
  ["adapters/openai/*", [
    ...CORE,
    "adapters/http_model/*",
    "adapters/openai/*",
    "npm:openai",
    "npm:zod",
  ]],
  ["adapters/opentelemetry/*", [
    ...CORE,
    "adapters/opentelemetry/*",
    "npm:@opentelemetry/api",
    "npm:postgres",
  ]],
  ["adapters/paddle/*", [
    ...CORE,
    "adapters/paddle/*",
    "adapters/web_crypto/is_hmac_signed.ts",
    "npm:@paddle/paddle-node-sdk",
    "npm:zod",
  ]],
  ["adapters/pglite/*", [
    ...CORE,
    "adapters/pglite/*",
    "adapters/postgres/*",
    "npm:@electric-sql/*",
    "npm:postgres",
    "node:*",
  ]],
  ["adapters/pino/*", [...CORE, "adapters/pino/*", "npm:pino"]],
  ["adapters/postgres/*", [
    ...CORE,
    "adapters/postgres/*",
    "adapters/system/salt.ts",
    "npm:pgvector",
    "npm:postgres",
    "npm:ts-pattern",
    "npm:zod",
    "node:crypto",
    "node:net",
  ]],
  ["adapters/prometheus/*", [
    ...CORE,
    "adapters/prometheus/*",
    "npm:prom-client",
    "node:process",
  ]],
  ["adapters/record_files/*", [
    ...CORE,
    "adapters/record_files/*",
    "npm:csv-parse",
    "npm:sax",
    "node:buffer",
  ]],
  ["adapters/report_files/*", [
    ...CORE,
    "adapters/charts/*",
    "adapters/report_files/*",
    "npm:@cj-tech-master/excelts",
    "node:stream",
  ]],
  ["adapters/s3_files/*", [
    ...CORE,
    "adapters/s3_files/*",
    "adapters/file_content/*",
    "npm:aws4fetch",
    "npm:sax",
    "node:crypto",
  ]],
  ["adapters/stripe/*", [
    ...CORE,
    "adapters/stripe/*",
    "npm:stripe",
    "npm:zod",
  ]],
  ["adapters/system/*", [...CORE, "adapters/system/*", "node:crypto"]],
];

Deno.test("every import points inward", async () => {
  const files = await sourceFiles(ROOT, FOLDERS);
  const imports = await importsOf(ROOT, files);
  // A graph that was not read would find nothing wrong either.
  const seen = new Set(imports.map(({ from, to }) => `${from} > ${to}`));
  assert(seen.has("src/events/job.ts > npm:zod"));
  assert(seen.has("src/events/job.ts > src/kernel/ids.ts"));
  assert(seen.has("ports/clock.ts > src/kernel/instant.ts"), "type imports");
  assert.deepEqual(wrongImports(MAY_IMPORT, files, imports), []);
});

Deno.test("a wrong import is reported, whichever it is", () => {
  const wrong: readonly (readonly [from: string, to: string])[] = [
    ["src/kernel/money.ts", "src/records/record.ts"],
    ["src/kernel/ids.ts", "node:crypto"],
    ["src/kernel/ids.ts", "npm:zod"],
    ["src/records/record.ts", "ports/records.ts"],
    ["src/records/record.ts", "src/records/parts/take_in.ts"],
    ["src/records/text.ts", "npm:re2js"],
    ["src/rules/rule.ts", "npm:postgres"],
    ["src/rules/rule.ts", "src/rules/parts/count_overrides.ts"],
    [
      "src/rules/parts/count_overrides.ts",
      "src/rules/use_cases/list_rules.ts",
    ],
    ["src/rules/rule.ts", "src/main/config.ts"],
    ["src/records/parts/take_in.ts", "src/events/use_cases/list_events.ts"],
    ["src/records/parts/take_in.ts", "adapters/memory/storage.ts"],
    ["src/records/parts/take_in.ts", DOOR],
    ["src/events/use_cases/list_events.ts", DOOR],
    ["src/main/compose.ts", DOOR],
    ["src/main/compose.ts", "npm:csv-parse"],
    ["ports/clock.ts", "npm:zod"],
    ["ports/clock.ts", "src/records/parts/take_in.ts"],
    ["adapters/memory/payments.ts", "npm:stripe"],
    ["adapters/memory/storage.ts", "npm:postgres"],
    ["adapters/memory/storage.ts", "adapters/postgres/connect.ts"],
    ["adapters/paddle/paddle_payments.ts", "npm:stripe"],
    ["adapters/postgres/connect.ts", "src/main/config.ts"],
    ["adapters/stripe/stripe_payments.ts", "npm:@paddle/paddle-node-sdk"],
    ["adapters/stripe/stripe_payments.ts", "npm:postgres"],
    ["src/billing/standing.ts", "npm:stripe"],
    ["src/main/open_payments.ts", "npm:stripe"],
    ["src/main/open_payments.ts", "npm:@paddle/paddle-node-sdk"],
    ["adapters/postgres/connect.ts", "src/records/parts/take_in.ts"],
    ["adapters/postgres/connect.ts", "npm:@electric-sql/pglite"],
    ["adapters/hono/app.ts", "npm:postgres"],
    ["adapters/hono/app.ts", "adapters/postgres/connect.ts"],
    ["adapters/hono/app.ts", DOOR],
  ];
  for (const [from, to] of wrong) {
    assert.deepEqual(
      wrongImports(MAY_IMPORT, [from], [{ from, to }]),
      [`${from} may not import ${to}`],
    );
  }
});

Deno.test("a file without a row is reported by name", () => {
  const files = ["adapters/fax/send.ts", "src/stray.ts", "src/kernel/ids.ts"];
  assert.deepEqual(wrongImports(MAY_IMPORT, files, []), [
    "adapters/fax/send.ts has no row in the table",
    "src/stray.ts has no row in the table",
  ]);
});

Deno.test("the graph shows every way to import, and what cannot be found", async () => {
  const folder = await Deno.makeTempDir();
  const root = new URL(`file://${folder}/`);
  const write = (name: string, text: string) =>
    Deno.writeTextFile(new URL(name, root), text);
  try {
    await write("b.ts", "export type B = 1; export const b = 1;");
    await write(
      "a.ts",
      `import type { B } from "./b.ts"; import "node:crypto";
       export * from "./c.ts"; const d = await import("./d.ts");`,
    );
    for (const name of ["c.ts", "d.ts"]) await write(name, "export {};");
    assert.deepEqual(await importsOf(root, ["a.ts"]), [
      { from: "a.ts", to: "b.ts" },
      { from: "a.ts", to: "node:crypto" },
      { from: "a.ts", to: "c.ts" },
      { from: "a.ts", to: "d.ts" },
    ]);
    await Deno.remove(new URL("c.ts", root));
    await assert.rejects(importsOf(root, ["a.ts"]), /Module not found.*c\.ts/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("files stay short enough to read in one go", async () => {
  const long: string[] = [];
  for (const file of await sourceFiles(ROOT, FOLDERS)) {
    const text = await Deno.readTextFile(new URL(file, ROOT));
    const lines = text.split("\n").length - 1;
    if (lines > LINES_MAX) long.push(`${file} has ${lines} lines`);
  }
  assert.deepEqual(long, []);
});

import assert from "node:assert/strict";
import { sourceFiles } from "./import_graph.ts";
import { chooseTests, halvesOf, sortTestFiles } from "./test_files.ts";

const FILES = [
  "tests/architecture_test.ts",
  "tests/browser/browser.ts",
  "tests/browser/review_browser_test.ts",
  "tests/contract/pglite_test.ts",
  "tests/contract/postgres_test.ts",
  "tests/contract/services_redis_test.ts",
  "tests/contract/storage.ts",
  "tests/domain/money_test.ts",
  "tests/domain/postgresque_test.ts",
  "tests/exhaustive/files_test.ts",
  "tests/http/app_pglite_test.ts",
  "tests/http/app_test.tsx",
  "tests/scenarios/crash_postgres_test.ts",
  "tests/scenarios/start_test.ts",
  "tests/tools/test_files_test.ts",
  "tests/use_cases/decide_test.ts",
];

Deno.test("test files are sorted by what they may touch", () => {
  assert.deepEqual(sortTestFiles(FILES), {
    inMemory: [
      "tests/domain/money_test.ts",
      "tests/domain/postgresque_test.ts",
      "tests/use_cases/decide_test.ts",
    ],
    exhaustive: ["tests/exhaustive/files_test.ts"],
    fences: ["tests/architecture_test.ts", "tests/tools/test_files_test.ts"],
    http: ["tests/http/app_test.tsx"],
    embedded: [
      "tests/contract/pglite_test.ts",
      "tests/http/app_pglite_test.ts",
    ],
    browser: ["tests/browser/review_browser_test.ts"],
    scenarios: ["tests/scenarios/start_test.ts"],
    postgres: ["tests/contract/postgres_test.ts"],
    services: [
      "tests/contract/services_redis_test.ts",
      "tests/scenarios/crash_postgres_test.ts",
    ],
  });
});

Deno.test("paths choose files, other arguments are words of a name", () => {
  assert.deepEqual(chooseTests(FILES, []), { files: FILES, words: "" });
  assert.deepEqual(
    chooseTests(FILES, ["./tests/domain/", "never", "twice"]),
    {
      files: ["tests/domain/money_test.ts", "tests/domain/postgresque_test.ts"],
      words: "never twice",
    },
  );
  assert.deepEqual(
    chooseTests(FILES, [
      "tests/http/app_test.tsx",
      "tests/architecture_test.ts",
    ])
      .files,
    ["tests/architecture_test.ts", "tests/http/app_test.tsx"],
  );
});

Deno.test("a test file that asks for a server says so by its name", async () => {
  const root = new URL("../../", import.meta.url);
  const asking: string[] = [];
  const { embedded, http, inMemory, scenarios } = sortTestFiles(
    await sourceFiles(root, ["tests"]),
  );
  for (const file of [...embedded, ...http, ...inMemory, ...scenarios]) {
    const text = await Deno.readTextFile(new URL(file, root));
    if (/DATABASE_URL"|REDIS_URL"|(fresh|emptied)Postgres/.test(text)) {
      asking.push(file);
    }
  }
  assert.deepEqual(asking, [], "name them …_postgres_test.ts, …_redis_test.ts");
});

Deno.test("halves hold each file once", () => {
  assert.deepEqual(halvesOf(["a", "b", "c"]), [["a", "c"], ["b"]]);
  assert.deepEqual(halvesOf([]), [[], []]);
});

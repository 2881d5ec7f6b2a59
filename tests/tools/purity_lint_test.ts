import assert from "node:assert/strict";
import plugin from "./purity_lint.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

function found(source: string, file = "src/records/x.ts"): string[] {
  return Deno.lint.runPlugin(plugin, ROOT + file, source)
    .map(({ id, message }) => {
      assert(id.startsWith("balance/"));
      return message.replace("The core may not use ", "");
    });
}

const IMPURE: readonly (readonly [source: string, what: string])[] = [
  ["Date.now();", "Date.now"],
  ['Date["now"]();', "Date.now"],
  ["const k = 'now'; Date[k]();", "a computed member of Date"],
  ["new Date();", "new Date()"],
  ["new Date(...[]);", "new Date()"],
  ["new Date(2026, 0, 1);", "new Date() in local time"],
  ["Date();", "Date as a value"],
  ["const D = Date;", "Date as a value"],
  ["const { now } = Date;", "Date as a value"],
  ["Math.random();", "Math.random"],
  ["const { random } = Math;", "Math as a value"],
  ["Temporal.Now.instant();", "Temporal.Now"],
  ["AbortSignal.timeout(5);", "AbortSignal.timeout"],
  ["new Intl.DateTimeFormat();", "Intl.DateTimeFormat"],
  ["crypto.randomUUID();", "crypto"],
  ["crypto.getRandomValues(x);", "crypto"],
  ["Deno.readTextFileSync('x');", "Deno"],
  ["fetch('x');", "fetch"],
  ["const f = fetch;", "fetch"],
  ["const f = [fetch];", "fetch"],
  ["const deps = { fetch };", "fetch"],
  ["const { fetch } = deps;", "fetch"],
  ["run(fetch);", "fetch"],
  ["const f = fetch as () => void;", "fetch"],
  ["const f = (x = fetch) => x;", "fetch"],
  ["const f = `${fetch}`;", "fetch"],
  ["export default fetch;", "fetch"],
  ["setTimeout(f, 1);", "setTimeout"],
  ["setInterval(f, 1);", "setInterval"],
  ["queueMicrotask(f);", "queueMicrotask"],
  ["console.log(1);", "console"],
  ["performance.now();", "performance"],
  ["process.env.X;", "process"],
  ["import process from 'node:process';", "process"],
  ["function process() {}", "process"],
  ["globalThis.fetch();", "globalThis"],
  ["globalThis['Da' + 'te'].now();", "globalThis"],
  ["self.crypto;", "self"],
  ["eval('1');", "eval"],
  ["new Function('return 1');", "Function"],
  ["new Worker('x');", "Worker"],
  ["import('../x.ts');", "import(), which the architecture test cannot follow"],
  ["d.getHours();", "getHours(), which depends on the machine"],
  [
    "a.localeCompare(b);",
    "localeCompare(), which depends on the machine",
  ],
];

const PURE: readonly string[] = [
  "new Date(0).toISOString();",
  "new Date(text);",
  "Date.parse(text); Date.UTC(2026, 0, 1);",
  "const is = x instanceof Date;",
  "type D = Date; interface X { fetch: typeof fetch; process(): void }",
  "const f = (d: Date, p: Math) => d;",
  "Math.max(1, 2);",
  "port.fetch(); job.process(); tx.crypto.sha;",
  "const x = { fetch: 1, process() {} };",
  "class X { fetch = 1; process() {} }",
  "import { process as run } from './run.ts';",
  "d.getUTCHours(); Temporal.Instant.from(x);",
  "new Intl.Segmenter('en');",
];

for (const [source, what] of IMPURE) {
  Deno.test(`purity lint reports: ${source}`, () => {
    assert.deepEqual(found(source), [what]);
  });
}

for (const source of PURE) {
  Deno.test(`purity lint lets pass: ${source}`, () => {
    assert.deepEqual(found(source), []);
  });
}

Deno.test("purity lint holds in src/ outside src/main/ only", () => {
  const impure = "Date.now();";
  for (const file of ["src/main/x.ts", "adapters/x/y.ts", "tests/src/x.ts"]) {
    assert.deepEqual(found(impure, file), [], file);
  }
  for (const file of ["src/x.ts", "src/rules/use_cases/x.ts"]) {
    assert.deepEqual(found(impure, file), ["Date.now"], file);
  }
});

Deno.test("a silent catch is reported everywhere", () => {
  const silent = "An error is caught and nothing is done about it";
  for (
    const source of [
      "try { f(); } catch {}",
      "try { f(); } catch (e) { /* no matter */ }",
      "p.catch(() => {});",
      "p.catch(function () {});",
    ]
  ) {
    for (const file of ["src/main/x.ts", "adapters/x.ts", "tests/x.ts"]) {
      assert.deepEqual(found(source, file), [silent], source);
    }
  }
  for (
    const source of [
      "try { f(); } catch (e) { report(e); }",
      "p.catch((e) => report(e));",
      "p.catch(report);",
      "try { f(); } finally { g(); }",
    ]
  ) assert.deepEqual(found(source, "adapters/x.ts"), [], source);
});

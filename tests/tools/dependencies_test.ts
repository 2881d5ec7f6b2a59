import assert from "node:assert/strict";
import { LICENCES, lockedPackages } from "./dependencies.ts";
import { REASONS } from "./dependency_reasons.ts";

const root = new URL("../../", import.meta.url);
const text = (path: string) => Deno.readTextFile(new URL(path, root));
const configuration = JSON.parse(await text("deno.json"));
const packages = lockedPackages(
  JSON.parse(await text("deno.lock")),
  configuration,
);

/** The rows of docs/dependencies.md: package, version, licence, and of what we name the reason. */
const rows = (await text("docs/dependencies.md")).split("\n")
  .filter((line) => /^\| (?!package|-)/.test(line))
  .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));

Deno.test("docs/dependencies.md has every locked package, and why we name those that we do", () => {
  const expected = packages.map(({ name, version, isDirect }) =>
    isDirect ? [name, version, REASONS[name]] : [name, version, undefined]
  );
  const found = rows.map((
    [name, version, , reason],
  ) => [name, version, reason]);
  const byName = (a: unknown[], b: unknown[]) => `${a}` < `${b}` ? -1 : 1;
  assert.deepEqual(
    found.sort(byName),
    expected.sort(byName),
    "out of date: run deno task dependencies",
  );
  assert(packages.length > 100);
});

Deno.test("every package that is named has a reason, an exact version, and is used", () => {
  const named = Object.entries<string>(configuration.imports);
  assert.deepEqual(
    named.map(([name]) => name).sort(),
    Object.keys(REASONS).sort(),
  );
  for (const [name, address] of named) {
    assert.match(address, /^npm:(@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+$/, name);
  }
  const direct = packages.filter(({ isDirect }) => isDirect);
  assert.equal(direct.length, named.length);
});

Deno.test("every licence asks for nothing but to be named", () => {
  const others = rows.filter(([, , licence]) =>
    !licence!.replace(/[()]/g, "").split(" OR ").some((one) =>
      LICENCES.has(one)
    )
  );
  assert.deepEqual(others, []);
});

Deno.test("no package may run a script when it is installed", () => {
  assert.deepEqual(configuration.allowScripts, {
    deny: ["npm:msgpackr-extract"],
  });
});

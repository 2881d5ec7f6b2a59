import assert from "node:assert/strict";
import { LICENCES, lockedPackages, THOUGHT_ABOUT } from "./dependencies.ts";
import { REASONS } from "./dependency_reasons.ts";
import { importsOf, sourceFiles } from "./import_graph.ts";
import { licencesInstalled } from "./installed_licence.ts";

const root = new URL("../../", import.meta.url);
const text = (path: string) => Deno.readTextFile(new URL(path, root));
const configuration = JSON.parse(await text("deno.json"));
const lock = JSON.parse(await text("deno.lock"));
const packages = lockedPackages(lock, configuration);

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

Deno.test("every licence asks for nothing but to be named, or was thought about", () => {
  const others = rows.filter(([name, , licence]) =>
    THOUGHT_ABOUT.get(name!)?.licence !== licence &&
    !licence!.replace(/[()]/g, "").split(" OR ").some((one) =>
      LICENCES.has(one)
    )
  );
  assert.deepEqual(others, []);
});

Deno.test("what was thought about for tests alone is imported by tests alone", async () => {
  const files = await sourceFiles(root, ["src", "ports", "adapters"]);
  const imported = new Set(
    (await importsOf(root, files)).map(({ to }) => to),
  );
  for (const name of THOUGHT_ABOUT.keys()) {
    assert(!imported.has(`npm:${name}`), name);
  }
  assert(imported.has("npm:hono"), "the graph was read");
});

Deno.test("the licences of the page are those that the installed packages name", async () => {
  const licenceOf = await licencesInstalled();
  const told = new Map(rows.map(([name, version, licence]) => [
    `${name}@${version}`,
    licence,
  ]));
  let installed = 0;
  for (const one of packages) {
    const licence = await licenceOf(one);
    if (licence === null) continue;
    installed++;
    assert.equal(told.get(`${one.name}@${one.version}`), licence, one.name);
  }
  assert(installed > packages.length / 2, `${installed} are installed`);
});

Deno.test("the lock file has a hash of every package, and packages come from npm alone", () => {
  for (
    const [name, { integrity }] of Object.entries<{ integrity: string }>(
      lock.npm,
    )
  ) {
    assert.match(integrity, /^sha512-[A-Za-z0-9+/]{86}==$/, name);
  }
  assert.deepEqual(
    Object.keys(lock).sort(),
    ["npm", "specifiers", "version", "workspace"],
  );
});

Deno.test("a lock file that lacks a package is an error wherever the package is used, and is not mended", async () => {
  const folder = await Deno.makeTempDir();
  const write = (name: string, content: unknown) =>
    Deno.writeTextFile(
      `${folder}/${name}`,
      typeof content === "string" ? content : JSON.stringify(content),
    );
  const address: string = configuration.imports["ipaddr.js"];
  const { [address]: _, ...specifiers } = lock.specifiers;
  const { [address.replace("npm:", "")]: __, ...npm } = lock.npm;
  const drifted = JSON.stringify({
    ...lock,
    specifiers,
    npm,
    workspace: {
      ...lock.workspace,
      dependencies: lock.workspace.dependencies
        .filter((one: string) => one !== address),
    },
  });
  try {
    const { lint: _, ...rest } = configuration;
    await write("deno.json", rest);
    await write("package.json", await text("package.json"));
    await write("main.ts", 'import "ipaddr.js"; console.log("ran");');
    const run = async (content: unknown) => {
      await write("deno.lock", content);
      const { code, stdout } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "-q", "main.ts"],
        cwd: folder,
        stdin: "null",
        stderr: "null",
      }).output();
      const said = new TextDecoder().decode(stdout);
      return [code === 0, said, await Deno.readTextFile(`${folder}/deno.lock`)];
    };
    const whole = await text("deno.lock");
    assert.deepEqual(await run(whole), [true, "ran\n", whole]);
    assert.deepEqual(await run(drifted), [false, "", drifted]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("no package may run a script when it is installed", () => {
  assert.deepEqual(configuration.allowScripts, {
    deny: ["npm:msgpackr-extract"],
  });
});

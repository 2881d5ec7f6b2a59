import assert from "node:assert/strict";

type Rights = Readonly<Record<string, unknown>>;

const root = new URL("../../", import.meta.url);
const { tasks, permissions } = JSON.parse(
  await Deno.readTextFile(new URL("deno.json", root)),
) as {
  readonly tasks: Readonly<Record<string, { readonly command: string }>>;
  readonly permissions: Readonly<Record<string, Rights>>;
};

/** `all`, or what in particular. */
function told(right: unknown): string {
  if (right === undefined) return "–";
  if (right === true) return "all";
  if (Array.isArray(right)) return right.map((one) => `\`${one}\``).join(", ");
  return "the variables above";
}

Deno.test("no task runs with all permissions, nor with any given on its command line", () => {
  for (const [name, { command }] of Object.entries(tasks)) {
    assert(!/\s(-A|--allow-\S+)(\s|$)/.test(command), `${name}: ${command}`);
  }
});

Deno.test("what the processes of a company run with may not run programs, load code, or write anything but files", () => {
  const { server, service } = permissions;
  for (const right of ["run", "ffi", "import"]) {
    assert.equal(server![right], undefined, right);
    assert.equal(service![right], undefined, right);
  }
  assert.deepEqual(server!["write"], [".data/files"]);
  for (const name of ["serve", "work", "migrate"]) {
    assert.match(tasks[name]!.command, / -P=server /);
  }
});

Deno.test("docs/deployment.md has the permission sets as they are", async () => {
  const page = await Deno.readTextFile(new URL("docs/deployment.md", root));
  const rows = page.split("\n").map((line) =>
    line.split("|").map((cell) => cell.trim()).join("|")
  );
  const kinds = ["read", "write", "net", "env", "sys", "run", "ffi"];
  for (const [name, rights] of Object.entries(permissions)) {
    const cells = kinds.map((kind) => told(rights["all"] ?? rights[kind]));
    const row = rows.find((row) => row.startsWith(`|\`${name}\`|`));
    assert(row, `${name} is not in the table`);
    assert.deepEqual(row.split("|").slice(3, -1), cells, name);
  }
});

import assert from "node:assert/strict";
import { readYaml } from "../../adapters/hono/read_yaml.ts";

Deno.test("YAML is read as JSON's types, whatever version it says it is", () => {
  assert.deepEqual(readYaml("a: yes\nb: 1\nc: [~, true, 1.5, '2']\n"), {
    value: { a: "yes", b: 1, c: [null, true, 1.5, "2"] },
  });
  assert.deepEqual(readYaml("%YAML 1.1\n---\na: yes\n<<: {b: 1}\n"), {
    value: { a: "yes", "<<": { b: 1 } },
  });
  assert.deepEqual(readYaml("a: &x {b: 1}\nc: [*x, *x]\n"), {
    value: { a: { b: 1 }, c: [{ b: 1 }, { b: 1 }] },
  });
  assert.deepEqual(readYaml(""), { value: null });
});

Deno.test("what is not read is told at its place", () => {
  const laughs = [
    `a: &a ${"x".repeat(900)}`,
    ...["b", "c", "d", "e"].map((name, i) =>
      `${name}: &${name} [${Array(20).fill(`*${"abcd"[i]}`).join(",")}]`
    ),
  ].join("\n");
  const cases: readonly (readonly [string, number, number, RegExp])[] = [
    ["a: 1\nb:\n  c: 1\n  c: 2\n", 4, 3, /^has the name c a second time$/],
    ["a: !foo 3", 1, 4, /Unresolved tag: !foo/],
    ["a: !!binary eA==", 1, 4, /Unresolved tag/],
    ["a: 1\n---\nb: 1", 2, 1, /multiple documents/],
    ['a: "\\q"', 1, 5, /Invalid escape sequence/],
    ["? [a]\n: b", 1, 3, /keys must be strings/],
    ["a: *x", 1, 4, /^has no anchor before it$/],
    ["a: &a [*a]", 1, 8, /^stands in what it is an alias of$/],
    ["a: &a x\n*a : y", 2, 1, /keys must be strings/],
    [
      `a: &a 1\nb: [${"*a, ".repeat(101)}]`,
      2,
      405,
      /^is one alias more than the 100 allowed$/,
    ],
    [laughs, 4, 11, /^makes the aliases stand for too much text$/],
    ["[".repeat(100_000), 1, 0, /^is nested too deep$/],
    ["- ".repeat(100_000), 1, 0, /^is nested too deep$/],
  ];
  for (const [text, line, column, detail] of cases) {
    const read = readYaml(text);
    assert("errors" in read, text.slice(0, 60));
    const [first] = read.errors;
    assert.match(first!.detail, detail);
    assert.equal(first!.line, line);
    // How deep the stack goes is the machine's.
    if (column > 0) assert.equal(first!.column, column, text.slice(0, 60));
  }
});

Deno.test("thirty thousand names in one map are read in time", () => {
  const names = Array.from({ length: 30_000 }, (_, i) => `n${i}: 1`);
  const read = readYaml(names.join("\n"));
  assert("value" in read);
  assert.equal(Object.keys(read.value as object).length, 30_000);
});

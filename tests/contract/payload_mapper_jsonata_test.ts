import assert from "node:assert/strict";
import { jsonataMapper } from "../../adapters/jsonata/payload_mapper.ts";
import { payloadMapperContract } from "./payload_mapper.ts";

payloadMapperContract("JSONata", jsonataMapper(), {
  plain: '{ "a": b }',
  nothing: "missing.name",
  failing: "$number(b)",
  wrong: [
    "{",
    "a b",
    "$now()",
    "$millis()",
    "$random()",
    "$shuffle([1])",
    '$eval("1")',
    '$pad("x", 1000000000)',
    "[1..1000000000]",
    "{ 'a': [[1..3]] }",
    "$match(b, /(?=x)/)",
    "$match(b, /(a)\\1/)",
    "x".repeat(10_001),
  ],
  endless: [
    "($f := function($n) { $f($n + 1) }; $f(0))",
    "($f := function() { $f() }; $f())",
    "($f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $f(b, 40))",
    "($f := function($a, $n) { $n = 0 ? $a : $f($append($a, $a), $n - 1) }; $f(n, 30))",
    // Small to keep, and without an end when written out.
    '($f := function($x, $n) { $n = 0 ? $x : $f({ "a": $x, "b": $x }, $n - 1) }; $f(b, 60))',
    "($f := function($x, $n) { $n = 0 ? $x : $f([[$x], [$x]], $n - 1) }; $f(b, 60))",
    "($f := function($n) { $n > 1000000 ? $n : $f($n + 1) }; $f(0))",
  ],
});

Deno.test("JSONata: a payload that is heavy itself may be told once more, and not again for each of its parts", async () => {
  const o = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, i) => [`name ${i}`, "x".repeat(300)]),
  );
  const apply = async (expression: string) => {
    const ready = jsonataMapper().read(expression);
    assert(ready.ok);
    return await ready.value.apply({ o });
  };
  assert.deepEqual(await apply('{ "all": o }'), {
    ok: true,
    value: { all: o },
  });
  const each = await apply("$each(o, function($v, $k) { $$.o })");
  assert(!each.ok);
  assert.equal(each.failure.kind, "mapping.too_much");
});

Deno.test("JSONata: a function among what is made is left out", async () => {
  const ready = jsonataMapper().read(
    '{ "a": 1, "f": function($x) { $x }, "s": $sum }',
  );
  assert(ready.ok);
  assert.deepEqual(await ready.value.apply({}), { ok: true, value: { a: 1 } });
});

Deno.test("JSONata: a number that JSON has not is told, and not made nothing of", async () => {
  const ready = jsonataMapper().read('{ "a": 1 / b }');
  assert(ready.ok);
  assert.deepEqual(await ready.value.apply({ b: 4 }), {
    ok: true,
    value: { a: 0.25 },
  });
  const made = await ready.value.apply({ b: 0 });
  assert(!made.ok);
  assert.equal(made.failure.kind, "mapping.failed");
  assert.deepEqual(made.failure.facts, { why: "makes a number without end" });
});

Deno.test("JSONata: patterns take time linear in the text, and match as they do elsewhere", async () => {
  const mapper = jsonataMapper();
  const apply = async (expression: string, payload: Record<string, string>) => {
    const ready = mapper.read(expression);
    assert(ready.ok);
    const made = await ready.value.apply(payload);
    assert(made.ok, JSON.stringify(made));
    return made.value;
  };
  const evil = "a".repeat(50_000) + "!";
  assert.equal(await apply("$contains(b, /^(a+)+$/)", { b: evil }), false);
  assert.deepEqual(
    await apply("$match(b, /([a-z]+)-(\\d+)/i).groups", { b: "x AB-12 cd-3" }),
    ["AB", "12", "cd", "3"],
  );
  assert.equal(
    await apply("$replace(b, /\\s+/, ' ')", { b: "a  b\t c" }),
    "a b c",
  );
  assert.deepEqual(await apply("$split(b, /,\\s*/)", { b: "a, b,c" }), [
    "a",
    "b",
    "c",
  ]);
});

Deno.test("JSONata: what is distinct in a long list is found in one walk, and told as in the language", async () => {
  const ready = jsonataMapper().read(
    '{ "a": $distinct(n), "b": $distinct(x), "c": $count($distinct(long)) }',
  );
  assert(ready.ok);
  const long = Array.from({ length: 300_000 }, (_, i) => i % 200_000);
  const made = await ready.value.apply({
    n: [1, "1", { p: 1, q: 2 }, { q: 2, p: 1 }, 1, null],
    x: 5,
    long,
  });
  // Longer than a list may be in the middle of an expression.
  assert(!made.ok);
  const short = await ready.value.apply({
    n: [1, "1", { p: 1, q: 2 }, { q: 2, p: 1 }, 1, null],
    x: 5,
    long: long.slice(0, 5_000),
  });
  assert.deepEqual(short, {
    ok: true,
    value: { a: [1, "1", { p: 1, q: 2 }, null], b: 5, c: 5_000 },
  });
});

Deno.test("JSONata: names of JavaScript are names like others", async () => {
  const ready = jsonataMapper().read(
    '{ "a": __proto__, "b": constructor, "c": $string(toString) }',
  );
  assert(ready.ok);
  const made = await ready.value.apply({ x: 1 });
  assert.deepEqual(made, { ok: true, value: {} });
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
});

import assert from "node:assert/strict";
import { runCommand } from "../support/service_process.ts";

Deno.test("the demo sorts the fictional company's year, tells what and why, and ends with its figures", async () => {
  const { code, stdout, stderr } = await runCommand(
    ["src/main/demo.ts", "--exit"],
    {},
  );
  assert.equal(code, 0, stderr);
  const lines = stdout.trimEnd().split("\n");
  const outcome = JSON.parse(lines.at(-1)!);
  assert.deepEqual(Object.keys(outcome), [
    "records",
    "by_source",
    "auto",
    "auto_precision",
    "review",
    "events",
    "chain_ok",
    "records_per_second",
  ]);
  const { rule, similarity, model, person } = outcome.by_source;
  assert.deepEqual([outcome.records, person, model], [6_000, 2_400, 0]);
  assert.equal(rule + similarity, outcome.auto);
  assert.equal(outcome.auto + outcome.review, 3_600);
  assert.equal(outcome.chain_ok, true);
  assert(outcome.auto_precision >= 0.93, `${outcome.auto_precision}`);
  assert(outcome.auto >= 1_400, `only ${outcome.auto} settled alone`);
  assert.match(stdout, /One record explained:/);
  assert.match(stdout, /"examples_recalled"/);
});

Deno.test("the demo says what is wrong with a file it cannot read", async () => {
  const file = await Deno.makeTempFile({ suffix: ".csv" });
  await Deno.writeTextFile(file, "when,what\n2026-01-01,x\n");
  const { code, stderr } = await runCommand(
    ["src/main/demo.ts", "--exit", "--data", file],
    {},
  );
  await Deno.remove(file);
  assert.equal(code, 1);
  assert.match(stderr, /amount/);
  assert.match(stderr, /category/);
});

import assert from "node:assert/strict";
import { HOUR_MS, openTaught } from "../support/embedder_switch.ts";
import { namedEmbedder } from "../support/named_embedder.ts";
import { value } from "../support/trial.ts";
import { openSwitch, reembed, TEXTS } from "../support/reembedding.ts";

Deno.test("the embedder before serves until the new one has every text, and its vectors go then", async () => {
  const [old, next] = [namedEmbedder("old@1"), namedEmbedder("next@1")];
  const { jobs, deps, inside, ask, record, first, events } = await openSwitch(
    old,
    next,
  );
  assert.equal(jobs.length, 1);
  const trace = (await record(first)).trace!;
  assert.deepEqual(
    trace.steps.map((step) => "embedder" in step ? step.embedder : null),
    [null, "old@1"],
  );
  assert.deepEqual(next.asked, []);

  value(await reembed(deps, jobs[0]!));
  assert.equal(next.asked.length, TEXTS);
  assert.equal(new Set(next.asked).size, TEXTS);
  const kept = await inside(jobs[0]!, async (tx) => ({
    inUse: await tx.textVectors.inUse(),
    missing: await tx.textVectors.missing("old@1", "", 100),
  }));
  assert.deepEqual(
    [kept.inUse!.serving, kept.inUse!.coming, kept.missing.length],
    ["next@1", null, TEXTS],
  );
  assert.deepEqual(await ask(deps, "iguana"), {
    embedder: "next@1",
    near: true,
  });
  const told = (await events())
    .filter(({ type }) => /EMBED/.test(type))
    .map(({ type, payload }) => [type, payload]);
  const payload = { from: "old@1", to: "next@1" };
  assert.deepEqual(told, [
    ["REEMBEDDING_STARTED", payload],
    ["EMBEDDER_CHANGED", payload],
  ]);
});

Deno.test("two deliveries of the job at once do the work of one", async () => {
  const opened = await openSwitch(
    namedEmbedder("old@1"),
    namedEmbedder("next@1"),
  );
  const [job] = opened.jobs;
  for (
    const done of await Promise.all([
      reembed(opened.deps, job!),
      reembed(opened.deps, job!),
    ])
  ) value(done);
  const changes = (await opened.events())
    .filter(({ type }) => type === "EMBEDDER_CHANGED");
  assert.equal(changes.length, 1);
});

Deno.test("what is taught during the switch is known to both embedders", async () => {
  const [old, next] = [namedEmbedder("old@1"), namedEmbedder("next@1")];
  const opened = await openSwitch(old, next);
  const [job] = opened.jobs;
  await opened.teachOnly(opened.deps, "jamboree");
  assert.deepEqual(
    await opened.inside(job!, (tx) =>
      Promise.all(
        ["old@1", "next@1"].map(async (id) =>
          (await tx.textVectors.missing(id, "", 100)).length
        ),
      )),
    [0, TEXTS],
  );
  // What it was noticed by was decided along.
  assert.equal(next.asked.length, 2);
});

Deno.test("without the embedder that serves nothing near is looked for until the new one serves", async () => {
  const opened = await openTaught(namedEmbedder("old@1"));
  opened.clock.advance(HOUR_MS);
  const alone = opened.withEmbedders(namedEmbedder("next@1"));
  assert.deepEqual(await opened.ask(alone, "gazebo"), {
    embedder: null,
    near: false,
  });
  // The job was among those that `ask` ran.
  assert.deepEqual(await opened.ask(alone, "iguana"), {
    embedder: "next@1",
    near: true,
  });
});

Deno.test("no switch begins within an hour of the last change, so that two configurations do not take turns", async () => {
  const [old, next] = [namedEmbedder("old@1"), namedEmbedder("next@1")];
  const opened = await openTaught(old);
  const before = opened.withEmbedders(old, next);
  const after = opened.withEmbedders(next, old);
  assert.equal((await opened.ask(after, "gazebo")).embedder, "old@1");
  opened.clock.advance(HOUR_MS);
  assert.equal((await opened.ask(after, "iguana")).embedder, "old@1");
  assert.equal((await opened.ask(after, "bollard")).embedder, "next@1");
  assert.equal((await opened.ask(before, "alpaca")).embedder, "next@1");
  const types = (await opened.events()).map(({ type }) => type);
  assert.equal(types.filter((type) => type === "EMBEDDER_CHANGED").length, 1);
});

Deno.test("a process without the embedder leaves the job to another", async () => {
  const old = namedEmbedder("old@1");
  const { jobs: [job], withEmbedders } = await openSwitch(
    old,
    namedEmbedder("next@1"),
  );
  const result = await reembed(withEmbedders(old), job!);
  assert(!result.ok);
  assert.deepEqual([result.failure.kind, result.failure.category], [
    "embedder.not_here",
    "unavailable",
  ]);
});

Deno.test("a switch that another one overtakes leaves none of its vectors", async () => {
  const [old, next, last] = ["old@1", "next@1", "last@1"]
    .map((id) => namedEmbedder(id));
  const opened = await openSwitch(old!, next!);
  const [job] = opened.jobs;
  await opened.teachOnly(opened.deps, "jamboree");
  opened.clock.advance(HOUR_MS);
  const deps = opened.withEmbedders(last!, old!, next!);
  await opened.teachOnly(deps, "kaleidoscope");
  value(await reembed(deps, job!));
  const left = await opened.inside(job!, async (tx) => {
    const { serving, coming } = (await tx.textVectors.inUse())!;
    const missing = await tx.textVectors.missing("next@1", "", 100);
    return [serving, coming, missing.length];
  });
  assert.deepEqual(left, ["old@1", "last@1", TEXTS + 3]);
});

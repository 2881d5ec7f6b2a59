import assert from "node:assert/strict";
import { HOUR_MS, openTaught } from "../support/embedder_switch.ts";
import { namedEmbedder } from "../support/named_embedder.ts";

Deno.test("a costly embedder is asked for no text twice: not when it comes again, and not when it is approved", async () => {
  const costly = namedEmbedder("costly@1", { costly: true });
  const opened = await openTaught(costly, ["alpaca", "bollard"]);
  const deps = opened.withEmbedders(costly);
  await opened.ask(deps, "gazebo");
  await opened.ask(deps, "gazebo");
  await opened.teach(deps, "gazebos");
  assert.equal(new Set(costly.asked).size, costly.asked.length);
  assert.equal(costly.asked.length, 3);
});

Deno.test("a local embedder is asked again, which costs less than looking up", async () => {
  const local = namedEmbedder("local@1");
  const opened = await openTaught(local, ["alpaca"]);
  const deps = opened.withEmbedders(local);
  await opened.ask(deps, "gazebo");
  await opened.ask(deps, "gazebo");
  assert.equal(
    local.asked.filter((text) => text.includes("gazebos")).length,
    2,
  );
});

Deno.test("only what an example has is embedded anew", async () => {
  const costly = namedEmbedder("costly@1", { costly: true });
  const next = namedEmbedder("next@1", { costly: true });
  const opened = await openTaught(costly, ["alpaca"]);
  await opened.ask(opened.withEmbedders(costly), "gazebo");
  opened.clock.advance(HOUR_MS);
  const deps = opened.withEmbedders(next, costly);
  assert.equal((await opened.ask(deps, "iguana")).embedder, "costly@1");
  assert.deepEqual(next.asked.map((text) => text.split(" ")[0]), ["alpaca"]);
});

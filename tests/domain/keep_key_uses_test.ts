import assert from "node:assert/strict";
import { keepKeyUses } from "../../src/main/keep_key_uses.ts";
import type { KeyUse } from "../../src/tenancy/key_use.ts";

const NEVER_MS = 1_000_000_000;
const clock = { now: () => "2026-01-02T10:00:00.000Z" as const };

function use(keyId: KeyUse["keyId"]): KeyUse {
  return { tenantId: "ten_a", keyId, at: "2026-01-02T10:00:00.000Z" };
}

Deno.test("all that is noted before a write goes into one, and each write tells the next from the last", async () => {
  const writes: (readonly KeyUse[])[] = [];
  let written = Promise.withResolvers<void>();
  const keeper = keepKeyUses({
    uses: {
      keep(uses) {
        writes.push(uses);
        written.resolve();
        return Promise.resolve();
      },
    },
    clock,
    everyMs: 0,
    onError: (error) => assert.fail(String(error)),
  });
  keeper.notes.note(use("key_a"));
  keeper.notes.note(use("key_b"));
  keeper.notes.note(use("key_a"));
  await written.promise;
  written = Promise.withResolvers();
  keeper.notes.note(use("key_c"));
  await written.promise;
  await keeper.close();
  assert.deepEqual(writes, [
    [use("key_a"), use("key_b")],
    [use("key_c")],
  ]);
});

Deno.test("closing keeps what is left, without waiting for its turn", async () => {
  const kept: KeyUse[] = [];
  const keeper = keepKeyUses({
    uses: { keep: (uses) => Promise.resolve(void kept.push(...uses)) },
    clock,
    everyMs: NEVER_MS,
    onError: (error) => assert.fail(String(error)),
  });
  keeper.notes.note(use("key_a"));
  assert.deepEqual(kept, []);
  await keeper.close();
  assert.deepEqual(kept, [use("key_a")]);
});

Deno.test("what could not be kept is told once, and kept with the next", async () => {
  const down = new Error("the storage is down");
  const errors: unknown[] = [];
  const kept: (readonly KeyUse[])[] = [];
  const failed = Promise.withResolvers<void>();
  const keeper = keepKeyUses({
    uses: {
      async keep(uses) {
        if (errors.length === 0) throw down;
        await Promise.resolve(kept.push(uses));
      },
    },
    clock,
    everyMs: 0,
    onError(error) {
      errors.push(error);
      failed.resolve();
    },
  });
  keeper.notes.note(use("key_a"));
  await failed.promise;
  keeper.notes.note(use("key_b"));
  await keeper.close();
  assert.deepEqual(errors, [down]);
  assert.deepEqual(kept, [[use("key_a"), use("key_b")]]);
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { advance } from "../../src/integrations/pull/advance.ts";
import {
  type PullSettings,
  pullSettingsSchema,
} from "../../src/integrations/pull_settings.ts";
import type { PullPosition } from "../../src/integrations/pull_state.ts";

function manifest(given: Record<string, unknown> = {}): PullSettings {
  return pullSettingsSchema.parse({
    auth: { kind: "bearer" },
    list: { url: "https://api.example/v1/list?a=1", items: "/data", id: "/id" },
    paging: { style: "none" },
    ...given,
  });
}

Deno.test("any list of pages is walked to its end; a circle and emptiness without end are found", () => {
  const settings = manifest({
    paging: { style: "cursor", parameter: "c", next: "/n" },
  });
  let count = 0;
  const step = (
    at: PullPosition | null,
    next: string | null,
    fresh: number,
    items = 1,
    id = `x${count++}`,
  ) =>
    advance(
      at,
      { items: Array(items).fill({ id, body: "{}" }), next, latest: null },
      fresh,
      settings,
    );
  fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), (pages) => {
    let at: PullPosition | null = null;
    for (let i = 0; i < pages; i++) {
      const moved = step(at, i === pages - 1 ? null : `c${i}`, 1);
      assert(moved.ok);
      at = moved.value;
    }
    assert.equal(at, null);
  }));
  const walk = (next: (i: number) => string, fresh: number, items: number) => {
    let at: PullPosition | null = null;
    for (let i = 0;; i++) {
      const moved = step(at, next(i), fresh, items);
      if (!moved.ok) return [i + 1, moved.failure.detail];
      at = moved.value;
    }
  };
  assert.deepEqual(walk((i) => `c${i % 7}`, 1, 1), [8, "a cursor came again"]);
  assert.deepEqual(walk((i) => `c${i}`, 0, 0), [
    20,
    "pages without anything new",
  ]);
  assert.deepEqual(walk((i) => `c${i}`, 0, 1), [
    1_000,
    "pages without anything new",
  ]);
  assert.deepEqual(walk((i) => `c${i}`, 1, 1), [10_000, "too many pages"]);
  const first = step(null, "2", 1, 1, "x");
  assert(first.ok);
  const again = step(first.value, "3", 0, 1, "x");
  assert.deepEqual(
    again.ok ? null : again.failure.detail,
    "a page came again",
  );
});

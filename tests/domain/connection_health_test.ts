import assert from "node:assert/strict";
import fc from "fast-check";
import {
  BROKEN_AFTER,
  type Cause,
  CAUSES,
  type ConnectionHealth,
  DEGRADED_AFTER,
  freshHealth,
  healthAfter,
  isProbe,
  mayTry,
  REVOKED_FOR_MS,
  type TryOutcome,
} from "../../src/integrations/health.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";

const NOW: Instant = "2026-01-02T03:04:05.000Z";
const ID = "con_01kx2m6v9dfk3tqz8w5y7r4b1c";
const GOOD: TryOutcome = { kind: "succeeded", step: "source" };

function bad(cause: Cause, retryAfterMs?: number): TryOutcome {
  return {
    kind: "failed",
    cause,
    detail: "x",
    ...retryAfterMs !== undefined && { retryAfterMs },
  };
}

/** After each outcome, an hour apart. */
function after(
  outcomes: readonly TryOutcome[],
  from: ConnectionHealth = freshHealth(ID, NOW),
): ConnectionHealth {
  return outcomes.reduce(
    (health, outcome, i) =>
      healthAfter(health, outcome, {
        now: plusMs(NOW, (i + 1) * 3_600_000),
        chance: 1,
      }),
    from,
  );
}

const states = (outcomes: readonly TryOutcome[]) =>
  outcomes.map((_, i) => after(outcomes.slice(0, i + 1)).state);

Deno.test("failures in a row degrade, then break; a probe that goes well degrades, and the next restores", () => {
  const outcomes = [
    ...Array<TryOutcome>(BROKEN_AFTER + 2).fill(bad("server_error")),
    GOOD,
    GOOD,
  ];
  assert.deepEqual(states(outcomes), [
    ...Array(DEGRADED_AFTER - 1).fill("healthy"),
    ...Array(BROKEN_AFTER - DEGRADED_AFTER).fill("degraded"),
    "broken",
    "broken",
    "broken",
    "degraded",
    "healthy",
  ]);
  assert.equal(isProbe(after(outcomes.slice(0, -2))), true);
  assert.equal(isProbe(after(outcomes.slice(0, -1))), false);
});

Deno.test("who asks for patience is never broken; who may not be reached is at once", () => {
  const patient = after(Array<TryOutcome>(50).fill(bad("rate_limited")));
  assert.equal(patient.state, "degraded");
  assert.deepEqual(states([bad("refused"), GOOD]), ["broken", "degraded"]);
});

Deno.test("a revocation counts when it is said again a minute later, with nothing else between", () => {
  const once = healthAfter(freshHealth(ID, NOW), bad("revoked"), {
    now: NOW,
    chance: 0,
  });
  assert.equal(once.state, "degraded");
  const soon = healthAfter(once, bad("revoked"), {
    now: plusMs(NOW, REVOKED_FOR_MS - 1),
    chance: 0,
  });
  assert.equal(soon.state, "degraded");
  const later = healthAfter(soon, bad("revoked"), {
    now: plusMs(NOW, REVOKED_FOR_MS),
    chance: 0,
  });
  assert.deepEqual([later.state, later.nextTryAt], ["needs_reauth", null]);
  assert.equal(mayTry(later, plusMs(NOW, 1e12)), false);
  assert.deepEqual(
    states([bad("revoked"), bad("server_error"), bad("revoked"), GOOD]),
    ["degraded", "degraded", "degraded", "healthy"],
  );
  assert.equal(after([GOOD], later).state, "healthy");
});

Deno.test("waits double up to six hours, spread by chance, and are never shorter than asked for", () => {
  const waitMs = (failures: number, chance: number, retryAfterMs?: number) => {
    const health = { ...freshHealth(ID, NOW), failuresInRow: failures - 1 };
    const next = healthAfter(health, bad("server_error", retryAfterMs), {
      now: NOW,
      chance,
    }).nextTryAt!;
    return Date.parse(next) - Date.parse(NOW);
  };
  assert.deepEqual([1, 2, 3, 9, 10, 99].map((n) => waitMs(n, 1)), [
    60_000,
    120_000,
    240_000,
    15_360_000,
    21_600_000,
    21_600_000,
  ]);
  assert.equal(waitMs(1, 0), 30_000);
  assert.equal(waitMs(1, 0, 90_000), 90_000);
  assert.equal(waitMs(1, 0, 1e12), 24 * 3_600_000);
});

Deno.test("a step that goes well says nothing of the other", () => {
  const unmapped = after(Array<TryOutcome>(3).fill(bad("unmapped")));
  assert.equal(unmapped.state, "degraded");
  assert.equal(after([GOOD], unmapped).state, "degraded");
  assert.equal(
    after([{ kind: "succeeded", step: "mapping" }], unmapped).state,
    "healthy",
  );
  // What cannot be mapped does not keep the source from being asked.
  assert.equal(unmapped.nextTryAt, null);
});

Deno.test("whatever happens: paused stays paused, a success is noted, and a wait lies ahead", () => {
  const outcome = fc.oneof(
    fc.constantFrom<TryOutcome>(GOOD, { kind: "succeeded", step: "mapping" }),
    fc.constantFrom(...CAUSES).map((cause) => bad(cause)),
  );
  fc.assert(fc.property(
    fc.array(outcome, { maxLength: 30 }),
    fc.boolean(),
    fc.double({ min: 0, max: 1, noNaN: true }),
    (outcomes, paused, chance) => {
      let health = freshHealth(ID, NOW);
      if (paused) health = { ...health, state: "paused" };
      let now = NOW;
      for (const one of outcomes) {
        const before = health;
        health = healthAfter(before, one, { now, chance });
        if (paused) assert.equal(health.state, "paused");
        assert.equal(
          health.since,
          health.state === before.state ? before.since : now,
        );
        if (one.kind === "succeeded") assert.equal(health.lastSuccessAt, now);
        else {
          assert.equal(health.failuresInRow, before.failuresInRow + 1);
          assert.equal(health.lastFailure!.cause, one.cause);
          if (health.state !== "needs_reauth" && one.cause !== "unmapped") {
            assert(health.nextTryAt! > now);
          }
        }
        // Only what its own server says ends a grant.
        if (
          health.state === "needs_reauth" && before.state !== "needs_reauth"
        ) {
          assert.equal(one.kind === "failed" && one.cause, "revoked");
        }
        now = plusMs(now, 45_000);
      }
    },
  ));
});

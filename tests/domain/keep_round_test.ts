import assert from "node:assert/strict";
import { keepRound } from "../../src/main/keep_round.ts";
import { holdTimers } from "../support/held_timers.ts";

/** A round that ends when the test says so, kept with timers that ring when it says so. */
async function keeping(
  test: (trial: {
    readonly timers: ReturnType<typeof holdTimers>;
    readonly keeper: ReturnType<typeof keepRound>;
    /** The rounds that began, each with its end and its look at whether it is over. */
    readonly rounds: {
      readonly isOver: () => boolean;
      readonly end: PromiseWithResolvers<void>;
    }[];
    readonly errors: unknown[];
    /** Lets whatever follows from an end happen. */
    readonly turn: () => Promise<void>;
  }) => Promise<void>,
): Promise<void> {
  const { setTimeout } = globalThis;
  const timers = holdTimers();
  const rounds: Parameters<typeof test>[0]["rounds"] = [];
  const errors: unknown[] = [];
  try {
    const keeper = keepRound((isOver) => {
      const end = Promise.withResolvers<void>();
      rounds.push({ isOver, end });
      return end.promise;
    }, { firstMs: 5, everyMs: 60, onError: (error) => errors.push(error) });
    const turn = () => new Promise<void>((done) => void setTimeout(done));
    await test({ timers, keeper, rounds, errors, turn });
  } finally {
    timers.release();
  }
}

Deno.test("a round begins a while after the start, and again a while after its end", () =>
  keeping(async ({ timers, rounds, keeper, turn }) => {
    assert.deepEqual([timers.waiting(), rounds.length], [[5], 0]);
    timers.ring(5);
    await turn();
    assert.deepEqual([timers.waiting(), rounds.length], [[], 1]);
    rounds[0]!.end.resolve();
    await turn();
    assert.deepEqual([timers.waiting(), rounds.length], [[60], 1]);
    timers.ring(60);
    rounds[1]!.end.resolve();
    await turn();
    assert.deepEqual([timers.waiting(), rounds.length], [[60], 2]);
    await keeper.close();
  }));

Deno.test("a round that fails is told once, and the next one comes all the same", () =>
  keeping(async ({ timers, rounds, errors, keeper, turn }) => {
    timers.ring(5);
    const down = new Error("the provider is away");
    rounds[0]!.end.reject(down);
    await turn();
    assert.deepEqual([errors, timers.waiting()], [[down], [60]]);
    timers.ring(60);
    rounds[1]!.end.resolve();
    await turn();
    assert.deepEqual([errors, timers.waiting()], [[down], [60]]);
    await keeper.close();
  }));

Deno.test("closing waits for the round that is under way, which sees that it is over, and no other follows", () =>
  keeping(async ({ timers, rounds, errors, keeper, turn }) => {
    timers.ring(5);
    assert.equal(rounds[0]!.isOver(), false);
    let isClosed = false;
    const closing = keeper.close().then(() => isClosed = true);
    await turn();
    assert.deepEqual([isClosed, rounds[0]!.isOver()], [false, true]);
    rounds[0]!.end.resolve();
    await closing;
    assert.deepEqual([timers.waiting(), rounds.length, errors], [[], 1, []]);
  }));

Deno.test("closing between two rounds, or before the first, begins none", () =>
  keeping(async ({ timers, rounds, keeper }) => {
    await keeper.close();
    assert.deepEqual([timers.waiting(), rounds.length], [[], 0]);
  }));

Deno.test("what a round throws at once is told as well", async () => {
  const timers = holdTimers();
  const errors: unknown[] = [];
  const broken = new Error("broken");
  const keeper = keepRound(() => {
    throw broken;
  }, { firstMs: 5, everyMs: 60, onError: (error) => errors.push(error) });
  timers.ring(5);
  timers.release();
  await keeper.close();
  assert.deepEqual([errors, timers.waiting()], [[broken], []]);
});

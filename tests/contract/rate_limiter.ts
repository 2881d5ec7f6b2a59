import assert from "node:assert/strict";
import type { Limits, RateLimiter } from "../../ports/rate_limiter.ts";

const LIMITS: Limits = {
  key: { most: 3, windowS: 60 },
  tenant: { most: 5, windowS: 60 },
};

/** What every limiter promises. `open`: two that count together, where the adapter says that they do. */
export function rateLimiterContract(
  name: string,
  open: (limits: Limits) => Promise<readonly RateLimiter[]>,
): void {
  const test = (
    promise: string,
    work: (limiters: readonly RateLimiter[]) => Promise<void>,
    limits = LIMITS,
  ) =>
    Deno.test({
      name: `${name} limiter: ${promise}`,
      // What it counts in this process it forgets by timers that hold nothing up.
      sanitizeOps: false,
      sanitizeResources: false,
      async fn() {
        const limiters = await open(limits);
        try {
          await work(limiters);
        } finally {
          await Promise.all(limiters.map((limiter) => limiter.close()));
        }
      },
    });

  test("counts down to the limit, and says when it begins anew", async ([limiter]) => {
    const who = crypto.randomUUID();
    const spend = async () => {
      const [spent] = await limiter!.spend([{ limit: "key", who }]);
      const { resetS, ...rest } = spent!;
      assert(resetS >= 1 && resetS <= 60, String(resetS));
      return rest;
    };
    const of = { limit: "key", most: 3, windowS: 60 };
    assert.deepEqual(
      [
        await spend(),
        await spend(),
        await spend(),
        await spend(),
        await spend(),
      ],
      [
        { ...of, left: 2, isOver: false },
        { ...of, left: 1, isOver: false },
        { ...of, left: 0, isOver: false },
        { ...of, left: 0, isOver: true },
        { ...of, left: 0, isOver: true },
      ],
    );
  });

  test("counts each of whom and each limit apart, and none that there is not", async ([limiter]) => {
    const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const spent = await limiter!.spend([
      { limit: "key", who: one },
      { limit: "tenant", who: one },
      { limit: "address", who: one },
      { limit: "key", who: other },
    ]);
    assert.deepEqual(spent.map(({ limit, left }) => [limit, left]), [
      ["key", 2],
      ["tenant", 4],
      ["key", 2],
    ]);
    assert.deepEqual(await limiter!.spend([]), []);
  });

  test("lets through no more than the limit of those that come at once", async (limiters) => {
    const who = crypto.randomUUID();
    const spent = await Promise.all(
      Array.from(
        { length: 40 },
        (_, i) =>
          limiters[i % limiters.length]!.spend([{ limit: "tenant", who }]),
      ),
    );
    const through = spent.flat().filter(({ isOver }) => !isOver);
    assert.equal(through.length, 5);
  });

  test("begins anew when the window is over", async ([limiter]) => {
    const who = crypto.randomUUID();
    const spend = async () =>
      (await limiter!.spend([{ limit: "key", who }]))[0]!.isOver;
    assert.deepEqual([await spend(), await spend()], [false, true]);
    while (await spend()) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.equal(await spend(), true);
  }, { key: { most: 1, windowS: 1 } });
}

import { BalanceUnreachable, retryAfterS } from "./problem.ts";
import type { World } from "./world.ts";

/** How long and how often a call is tried. */
export interface RetryLimits {
  /** Attempts in all, the first included. */
  readonly attemptsMax: number;
  /** The longest first wait; each further one may be twice as long. */
  readonly baseMs: number;
  /** No wait is longer, unless the service asks for it by `Retry-After`. */
  readonly capMs: number;
  /** From the first attempt to the last byte of the answer. */
  readonly deadlineMs: number;
}

export const RETRY_LIMITS: RetryLimits = {
  attemptsMax: 6,
  baseMs: 250,
  capMs: 10_000,
  deadlineMs: 60_000,
};

/**
 * What may be sent again. `always`: a second time changes nothing, so also when no answer came.
 * `when_refused`: only when the service says that it did nothing. `never`: its body can be read just once.
 */
export type Repeatable = "always" | "when_refused" | "never";

/** Statuses of something between here and the service, which may have passed the request on. */
const LOST = [502, 503, 504];

/**
 * Full jitter, so that clients that failed together do not come back together: any time up to the doubled, capped wait.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoffMs(
  attempt: number,
  { baseMs, capMs }: Pick<RetryLimits, "baseMs" | "capMs">,
  { random }: Pick<World, "random">,
): number {
  return random() * Math.min(capMs, baseMs * 2 ** (attempt - 1));
}

/** Makes attempts until one is answered for good; each gets a signal that also ends at the deadline. Returns the last answer, whatever it says, and how many attempts it took. */
export async function withRetries<T extends { readonly response: Response }>(
  attempt: (signal: AbortSignal) => Promise<T>,
  { limits, repeatable, signal, world }: {
    readonly limits: RetryLimits;
    readonly repeatable: Repeatable;
    readonly signal?: AbortSignal | undefined;
    readonly world: World;
  },
): Promise<T & { readonly attempts: number }> {
  signal?.throwIfAborted();
  const endsAt = world.now() + limits.deadlineMs;
  for (let attempts = 1;; attempts++) {
    const outcome = await once(attempt, endsAt, signal, world);
    const waitMs = attempts < limits.attemptsMax
      ? nextWaitMs(outcome, attempts, { limits, repeatable, world })
      : null;
    if (waitMs === null || world.now() + waitMs >= endsAt) {
      if ("answer" in outcome) return { ...outcome.answer, attempts };
      throw new BalanceUnreachable(outcome.what, attempts, outcome.error);
    }
    await world.sleep(waitMs, signal);
  }
}

type Outcome<T> =
  | { readonly answer: T }
  | { readonly what: string; readonly error: unknown };

async function once<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  endsAt: number,
  signal: AbortSignal | undefined,
  world: World,
): Promise<Outcome<T>> {
  const deadline = new AbortController();
  const cancel = world.after(endsAt - world.now(), () => deadline.abort());
  try {
    const both = signal
      ? AbortSignal.any([signal, deadline.signal])
      : deadline.signal;
    return { answer: await attempt(both) };
  } catch (error) {
    signal?.throwIfAborted();
    if (deadline.signal.aborted) {
      return { what: "The deadline passed without an answer", error };
    }
    // What fetch, and reading its body, throw where the network is at fault.
    if (error instanceof TypeError) {
      return { what: "The service was not reached", error };
    }
    throw error;
  } finally {
    cancel();
  }
}

/** Null: not again. */
function nextWaitMs<T extends { readonly response: Response }>(
  outcome: Outcome<T>,
  attempts: number,
  { limits, repeatable, world }: {
    readonly limits: RetryLimits;
    readonly repeatable: Repeatable;
    readonly world: World;
  },
): number | null {
  if (repeatable === "never") return null;
  const backoff = backoffMs(attempts, limits, world);
  if (!("answer" in outcome)) return repeatable === "always" ? backoff : null;
  const { response } = outcome.answer;
  const askedS = retryAfterS(response, Date.now());
  // With Retry-After it is the service that speaks: nothing was kept.
  if ([429, 503].includes(response.status) && askedS !== null) {
    return askedS * 1_000 + backoff;
  }
  return repeatable === "always" && LOST.includes(response.status)
    ? backoff
    : null;
}

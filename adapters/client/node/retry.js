// @ts-self-types="./retry.d.ts"
// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
import { BalanceUnreachable, retryAfterS } from "./problem.js";
export const RETRY_LIMITS = {
    attemptsMax: 6,
    baseMs: 250,
    capMs: 10_000,
    deadlineMs: 60_000,
};
/** Statuses of something between here and the service, which may have passed the request on. */
const LOST = [502, 503, 504];
/**
 * Full jitter, so that clients that failed together do not come back together: any time up to the doubled, capped wait.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoffMs(attempt, { baseMs, capMs }, { random }) {
    return random() * Math.min(capMs, baseMs * 2 ** (attempt - 1));
}
/** Makes attempts until one is answered for good; each gets a signal that also ends at the deadline. Returns the last answer, whatever it says, and how many attempts it took. */
export async function withRetries(attempt, { limits, repeatable, signal, world }) {
    signal?.throwIfAborted();
    const endsAt = world.now() + limits.deadlineMs;
    for (let attempts = 1;; attempts++) {
        const outcome = await once(attempt, endsAt, signal, world);
        const waitMs = attempts < limits.attemptsMax
            ? nextWaitMs(outcome, attempts, { limits, repeatable, world })
            : null;
        if (waitMs === null || world.now() + waitMs >= endsAt) {
            if ("answer" in outcome)
                return { ...outcome.answer, attempts };
            throw new BalanceUnreachable(outcome.what, attempts, outcome.error);
        }
        await world.sleep(waitMs, signal);
    }
}
async function once(attempt, endsAt, signal, world) {
    const deadline = new AbortController();
    const cancel = world.after(endsAt - world.now(), () => deadline.abort());
    try {
        const both = signal
            ? AbortSignal.any([signal, deadline.signal])
            : deadline.signal;
        return { answer: await attempt(both) };
    }
    catch (error) {
        signal?.throwIfAborted();
        if (deadline.signal.aborted) {
            return { what: "The deadline passed without an answer", error };
        }
        // What fetch, and reading its body, throw where the network is at fault.
        if (error instanceof TypeError) {
            return { what: "The service was not reached", error };
        }
        throw error;
    }
    finally {
        cancel();
    }
}
/** Null: not again. */
function nextWaitMs(outcome, attempts, { limits, repeatable, world }) {
    if (repeatable === "never")
        return null;
    const backoff = backoffMs(attempts, limits, world);
    if (!("answer" in outcome))
        return repeatable === "always" ? backoff : null;
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

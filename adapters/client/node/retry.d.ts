// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
import type { World } from "./world.js";
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
export declare const RETRY_LIMITS: RetryLimits;
/**
 * What may be sent again. `always`: a second time changes nothing, so also when no answer came.
 * `when_refused`: only when the service says that it did nothing. `never`: its body can be read just once.
 */
export type Repeatable = "always" | "when_refused" | "never";
/**
 * Full jitter, so that clients that failed together do not come back together: any time up to the doubled, capped wait.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export declare function backoffMs(attempt: number, { baseMs, capMs }: Pick<RetryLimits, "baseMs" | "capMs">, { random }: Pick<World, "random">): number;
/** Makes attempts until one is answered for good; each gets a signal that also ends at the deadline. Returns the last answer, whatever it says, and how many attempts it took. */
export declare function withRetries<T extends {
    readonly response: Response;
}>(attempt: (signal: AbortSignal) => Promise<T>, { limits, repeatable, signal, world }: {
    readonly limits: RetryLimits;
    readonly repeatable: Repeatable;
    readonly signal?: AbortSignal | undefined;
    readonly world: World;
}): Promise<T & {
    readonly attempts: number;
}>;

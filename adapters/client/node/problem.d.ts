// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
import type { Schemas } from "./api_types.js";
/** One place of a request that is wrong. */
export type Flaw = NonNullable<Schemas["Problem"]["errors"]>[number];
/** The service refused: an RFC 9457 problem, as an error. */
export declare class BalanceProblem extends Error {
    readonly name = "BalanceProblem";
    /** `module.slug`, such as `record.missing`: the name to compare with. `http.<status>` where something between here and the service answered. */
    readonly kind: string;
    readonly status: number;
    /** What is wrong where; empty where the problem names no places. */
    readonly errors: readonly Flaw[];
    /** Names the request in the service's log. */
    readonly requestId: string | null;
    /** When the service says that it may go better; null where it says nothing. */
    readonly retryAfterS: number | null;
    /** How often the request was sent. After more than one, a refusal may be of what an earlier attempt has done. */
    readonly attempts: number;
    /** All that was answered, with the facts of the failure as further members. */
    readonly document: Readonly<Record<string, unknown>>;
    constructor(response: Response, answered: unknown, attempts: number);
}
/** Nobody answered, or not in time. Whether the service did what was asked is not known, unless the call was one that is safe to repeat. */
export declare class BalanceUnreachable extends Error {
    readonly name = "BalanceUnreachable";
    /** How often the request was sent. */
    readonly attempts: number;
    constructor(what: string, attempts: number, cause?: unknown);
}
/** The seconds that `Retry-After` asks for, which is a number or a date; null where it is absent or neither. */
export declare function retryAfterS({ headers }: Response, nowMs: number): number | null;

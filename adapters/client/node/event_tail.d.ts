// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
import type { Schemas } from "./api_types.js";
import { type RetryLimits } from "./retry.js";
import type { Send } from "./send.js";
import type { World } from "./world.js";
type Event = Schemas["Event"];
/** Which events, from where on, and until when. */
export interface Tail {
    /** The last `seq` that you have dealt with; 0, or absent, for the whole log. */
    readonly after?: number;
    /** Only of these types. */
    readonly types?: readonly string[];
    /** Ends the tail, quietly. */
    readonly signal?: AbortSignal;
    /** Ask by questions that wait for their answer this long, up to 30 seconds, instead of by a stream: for where something on the way keeps streams back. */
    readonly waitS?: number;
    /** How long to pause where the service neither streams nor waits, and nothing was new. */
    readonly pollMs?: number;
    /** A stream in which not even a heartbeat arrived for so long is opened anew. */
    readonly silentMs?: number;
}
/**
 * Follows the log: a stream of server-sent events where the service has it, pages otherwise.
 * Opened anew from the last `seq` whenever it ends or breaks, for as long as it takes; an event that was given is passed over.
 * Throws a BalanceProblem that waiting does not mend.
 */
export declare function tailEvents(send: Send, tail: Tail, limits: RetryLimits, world: World): AsyncGenerator<Event, void, undefined>;
export {};

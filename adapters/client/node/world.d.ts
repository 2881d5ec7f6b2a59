// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
/** Time and chance, which tests hold in their hands. */
export interface World {
    /** Milliseconds that only grow. */
    now(): number;
    /** From 0 up to, and without, 1. */
    random(): number;
    /** Calls `act` once after so long, unless the function that it gives is called before. */
    after(ms: number, act: () => void): () => void;
    /** Rejects with the reason of `signal` when that comes first. */
    sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
export declare const realWorld: World;

// @ts-self-types="./event_tail.d.ts"
// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
import { createParser } from "eventsource-parser";
import { textOf } from "./lines.js";
import { BalanceProblem, BalanceUnreachable } from "./problem.js";
import { backoffMs } from "./retry.js";
const POLL_MS = 2_000;
const SILENT_MS = 60_000;
/**
 * Follows the log: a stream of server-sent events where the service has it, pages otherwise.
 * Opened anew from the last `seq` whenever it ends or breaks, for as long as it takes; an event that was given is passed over.
 * Throws a BalanceProblem that waiting does not mend.
 */
export async function* tailEvents(send, tail, limits, world) {
    const { signal } = tail;
    let after = tail.after ?? 0;
    let failures = 0;
    while (!signal?.aborted) {
        // What ends by itself, at once and again, must not be asked for without a pause.
        let waitMs = backoffMs(1, limits, world);
        try {
            for await (const part of readOn(send, tail, after, world)) {
                failures = 0;
                for (const event of part.events) {
                    if (event.seq <= after)
                        continue;
                    after = event.seq;
                    yield event;
                }
                after = Math.max(after, part.seq);
                waitMs = part.pauseMs ?? waitMs;
            }
        }
        catch (error) {
            if (signal?.aborted)
                return;
            waitMs = retryAfterMs(error) + backoffMs(++failures, limits, world);
        }
        try {
            await world.sleep(waitMs, signal);
        }
        catch (error) {
            if (signal?.aborted)
                return;
            throw error;
        }
    }
}
/** What one request brings: a page, or a stream up to where it ends. */
async function* readOn(send, { types, signal, waitS, pollMs = POLL_MS, silentMs = SILENT_MS }, after, world) {
    const silence = new AbortController();
    const either = signal
        ? AbortSignal.any([signal, silence.signal])
        : silence.signal;
    const { response } = await send({
        method: "get",
        path: "/events",
        params: {},
        query: { after, wait: waitS, ...types && { type: types } },
        headers: waitS === undefined
            ? {
                "Accept": "text/event-stream, application/json;q=0.5",
                "Last-Event-ID": String(after),
            }
            : { "Accept": "application/json" },
        signal: either,
        parseAs: "stream",
    });
    if (!/^text\/event-stream\b/.test(response.headers.get("Content-Type") ?? "")) {
        const page = await response.json();
        yield {
            events: page.data,
            seq: Number(page.next_cursor ?? 0),
            pauseMs: page.data.length > 0 ? 0 : waitS === undefined ? pollMs : null,
        };
        return;
    }
    let arrived = [];
    const parser = createParser({
        // The last word of a stream that is ended on purpose is no event of the log.
        onEvent: ({ event, data }) => {
            if (event !== "end")
                arrived.push(JSON.parse(data));
        },
    });
    const fallsSilent = () => world.after(silentMs, () => silence.abort());
    let cancel = fallsSilent();
    try {
        for await (const text of textOf(response.body, either)) {
            cancel();
            parser.feed(text);
            if (arrived.length > 0)
                yield { events: arrived, seq: 0, pauseMs: null };
            arrived = [];
            cancel = fallsSilent();
        }
    }
    finally {
        cancel();
    }
}
/** How long the service asks to be left alone; throws what is not mended by waiting. */
function retryAfterMs(error) {
    if (error instanceof BalanceProblem) {
        if (error.status !== 429 && error.status < 500)
            throw error;
        return (error.retryAfterS ?? 0) * 1_000;
    }
    // A body that breaks off, or is given up for its silence.
    const isBroken = error instanceof BalanceUnreachable ||
        error instanceof TypeError || error instanceof DOMException;
    if (!isBroken)
        throw error;
    return 0;
}

import { createParser } from "eventsource-parser";
import type { Schemas } from "./api_types.ts";
import { textOf } from "./lines.ts";
import { BalanceProblem, BalanceUnreachable } from "./problem.ts";
import { backoffMs, type RetryLimits } from "./retry.ts";
import type { Send } from "./send.ts";
import type { World } from "./world.ts";

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

const POLL_MS = 2_000;
const SILENT_MS = 60_000;

/**
 * Follows the log: a stream of server-sent events where the service has it, pages otherwise.
 * Opened anew from the last `seq` whenever it ends or breaks, for as long as it takes; an event that was given is passed over.
 * Throws a BalanceProblem that waiting does not mend.
 */
export async function* tailEvents(
  send: Send,
  tail: Tail,
  limits: RetryLimits,
  world: World,
): AsyncGenerator<Event, void, undefined> {
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
          if (event.seq <= after) continue;
          after = event.seq;
          yield event;
        }
        after = Math.max(after, part.seq);
        waitMs = part.pauseMs ?? waitMs;
      }
    } catch (error) {
      if (signal?.aborted) return;
      waitMs = retryAfterMs(error) + backoffMs(++failures, limits, world);
    }
    try {
      await world.sleep(waitMs, signal);
    } catch (error) {
      if (signal?.aborted) return;
      throw error;
    }
  }
}

interface Part {
  readonly events: readonly Event[];
  /** How far the log was read, as far as that was told. */
  readonly seq: number;
  /** Before the next request; null: as after a stream that ended. */
  readonly pauseMs: number | null;
}

/** What one request brings: a page, or a stream up to where it ends. */
async function* readOn(
  send: Send,
  { types, signal, waitS, pollMs = POLL_MS, silentMs = SILENT_MS }: Tail,
  after: number,
  world: World,
): AsyncGenerator<Part, void, undefined> {
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
  if (
    !/^text\/event-stream\b/.test(response.headers.get("Content-Type") ?? "")
  ) {
    const page = await response.json() as {
      readonly data: readonly Event[];
      readonly next_cursor: string | null;
    };
    yield {
      events: page.data,
      seq: Number(page.next_cursor ?? 0),
      pauseMs: page.data.length > 0 ? 0 : waitS === undefined ? pollMs : null,
    };
    return;
  }
  let arrived: Event[] = [];
  const parser = createParser({
    // The last word of a stream that is ended on purpose is no event of the log.
    onEvent: ({ event, data }) => {
      if (event !== "end") arrived.push(JSON.parse(data));
    },
  });
  const fallsSilent = () => world.after(silentMs, () => silence.abort());
  let cancel = fallsSilent();
  try {
    for await (const text of textOf(response.body!, either)) {
      cancel();
      parser.feed(text);
      if (arrived.length > 0) yield { events: arrived, seq: 0, pauseMs: null };
      arrived = [];
      cancel = fallsSilent();
    }
  } finally {
    cancel();
  }
}

/** How long the service asks to be left alone; throws what is not mended by waiting. */
function retryAfterMs(error: unknown): number {
  if (error instanceof BalanceProblem) {
    if (error.status !== 429 && error.status < 500) throw error;
    return (error.retryAfterS ?? 0) * 1_000;
  }
  // A body that breaks off, or is given up for its silence.
  const isBroken = error instanceof BalanceUnreachable ||
    error instanceof TypeError || error instanceof DOMException;
  if (!isBroken) throw error;
  return 0;
}

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
  /** How long to wait where the service does not stream and nothing was new. */
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
  const { signal, pollMs = POLL_MS } = tail;
  let after = tail.after ?? 0;
  let failures = 0;
  while (!signal?.aborted) {
    let waitMs = 0;
    try {
      for await (const events of readOn(send, tail, after, world)) {
        failures = 0;
        if (events === "nothing_new") waitMs = pollMs;
        else {
          for (const event of events) {
            if (event.seq <= after) continue;
            after = event.seq;
            yield event;
          }
        }
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

/** What one request brings: a page, or a stream up to where it ends. */
async function* readOn(
  send: Send,
  { types, signal, silentMs = SILENT_MS }: Tail,
  after: number,
  world: World,
): AsyncGenerator<readonly Event[] | "nothing_new", void, undefined> {
  const silence = new AbortController();
  const { response } = await send({
    method: "get",
    path: "/events",
    params: {},
    query: { after, ...types && { type: types } },
    headers: {
      "Accept": "text/event-stream, application/json;q=0.5",
      "Last-Event-ID": String(after),
    },
    signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal,
    parseAs: "stream",
  });
  if (
    !/^text\/event-stream\b/.test(response.headers.get("Content-Type") ?? "")
  ) {
    const { data } = await response.json() as { data: readonly Event[] };
    yield data.length > 0 ? data : "nothing_new";
    return;
  }
  let arrived: Event[] = [];
  const parser = createParser({
    onEvent: ({ data }) => arrived.push(JSON.parse(data)),
  });
  const fallsSilent = () => world.after(silentMs, () => silence.abort());
  let cancel = fallsSilent();
  try {
    for await (const text of textOf(response.body!)) {
      cancel();
      parser.feed(text);
      if (arrived.length > 0) yield arrived;
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

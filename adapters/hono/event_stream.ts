import type { TailPart } from "../../src/events/use_cases/tail_events.ts";
import type { RecordedEvent } from "../../src/events/event.ts";
import type { Held } from "./held_open.ts";

const STOPPING = "service.stopping";

/** Milliseconds after which a browser that lost the stream comes back. */
const RETRY_MS = 2_000;

/**
 * The headers of a stream: nothing on the way may keep it, pack it (which would gather events before it sends them; the
 * runtime packs answers by itself) or wait for its end.
 */
export const STREAM_HEADERS = {
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
} as const;

/**
 * A tail as server-sent events (the WHATWG's HTML standard, 9.2). A part is made when the one before was taken, so that a
 * reader who does not read costs one page. What is cut here is the connection, and no event: who comes back says by
 * `Last-Event-ID` how far it was, which is told with silence too.
 */
export function eventStream(
  parts: AsyncGenerator<TailPart>,
  held: Held,
  { json, stalledMs }: {
    readonly json: (event: RecordedEvent) => unknown;
    readonly stalledMs: number;
  },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let opening = `retry: ${RETRY_MS}\n`;
  let isAsked = false;
  let isDone = false;
  let stalled: ReturnType<typeof setTimeout> | undefined;

  return new ReadableStream({
    start(controller) {
      held.signal.addEventListener("abort", () => {
        clearTimeout(stalled);
        if (isAsked || isDone) return;
        // Whoever reads on later finds this at the end.
        held.leaveUnread();
        const reason = held.isStopping() ? STOPPING : "stream.not_read";
        controller.enqueue(encoder.encode(lastWord(reason)));
        controller.close();
      }, { once: true });
    },
    async pull(controller) {
      clearTimeout(stalled);
      isAsked = true;
      try {
        const { value: part, done } = await parts.next();
        isAsked = false;
        const isOver = done || part.kind === "over" || held.signal.aborted;
        const words = [
          opening,
          done ? "" : textOf(part, json),
          isOver && held.isStopping() ? lastWord(STOPPING) : "",
        ].join("");
        opening = "";
        if (words !== "") controller.enqueue(encoder.encode(words));
        if (isOver) {
          isDone = true;
          controller.close();
          held.end();
        } else if (!held.signal.aborted) {
          // The runtime cancels while it is given something, where its client is gone.
          stalled = setTimeout(held.end, stalledMs);
        }
      } catch (error) {
        isDone = true;
        held.end();
        throw error;
      }
    },
    async cancel() {
      isDone = true;
      held.end();
      await parts.return(undefined);
    },
  }, { highWaterMark: 0 });
}

function textOf(
  part: TailPart,
  json: (event: RecordedEvent) => unknown,
): string {
  if (part.kind === "over") return lastWord(part.failure.kind);
  // An id without data moves the reader's place on, and is no event.
  if (part.kind === "nothing") return `:\nid: ${part.seq}\n\n`;
  return part.events.map((event) =>
    `id: ${event.seq}\nevent: ${event.type}\ndata: ${
      JSON.stringify(json(event))
    }\n\n`
  ).join("");
}

/** Lower case, as no type of an event is. It has no id: the place of the one before stays. */
function lastWord(reason: string): string {
  return `event: end\ndata: ${JSON.stringify({ reason })}\n\n`;
}

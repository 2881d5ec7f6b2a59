import type { Held } from "./held_open.ts";

const STOPPING = "service.stopping";

/** Milliseconds after which a browser that lost the stream comes back. */
const RETRY_MS = 2_000;

/** What a stream says next; after the last nothing comes. */
export interface StreamPart {
  readonly text: string;
  readonly isLast?: true;
}

/**
 * The headers of a stream: nothing on the way may keep it, pack it (which would gather events before it sends them; the
 * runtime packs answers by itself) or wait for its end.
 */
export const STREAM_HEADERS = {
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
} as const;

/**
 * Server-sent events (the WHATWG's HTML standard, 9.2). A part is made when the one before was taken, so that a reader
 * who does not read costs one part. What is cut here is the connection, and no event.
 */
export function eventStream(
  parts: AsyncGenerator<StreamPart>,
  held: Held,
  { stalledMs }: { readonly stalledMs: number },
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
        const isOver = done || part.isLast || held.signal.aborted;
        const words = [
          opening,
          done ? "" : part.text,
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

/** Why a stream ends. Lower case, as no type of an event is. It has no id: the place of the one before stays. */
export function lastWord(reason: string): string {
  return `event: end\ndata: ${JSON.stringify({ reason })}\n\n`;
}

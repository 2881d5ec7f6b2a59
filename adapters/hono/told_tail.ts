import type { RecordedEvent } from "../../src/events/event.ts";
import type { TailPart } from "../../src/events/use_cases/tail_events.ts";
import { lastWord, type StreamPart } from "./event_stream.ts";

/** A tail of the log as a stream says it. Who comes back says by `Last-Event-ID` how far it was, which is told with silence too. */
export async function* toldTail(
  parts: AsyncGenerator<TailPart>,
  json: (event: RecordedEvent) => unknown,
): AsyncGenerator<StreamPart> {
  for await (const part of parts) {
    if (part.kind === "over") {
      yield { text: lastWord(part.failure.kind), isLast: true };
      return;
    }
    // An id without data moves the reader's place on, and is no event.
    const text = part.kind === "nothing"
      ? `:\nid: ${part.seq}\n\n`
      : part.events.map((event) =>
        `id: ${event.seq}\nevent: ${event.type}\ndata: ${
          JSON.stringify(json(event))
        }\n\n`
      ).join("");
    yield { text };
  }
}

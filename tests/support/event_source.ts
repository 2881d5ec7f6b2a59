/** A part of a stream of server-sent events: an event, or an id alone. */
export interface SentEvent {
  readonly id: string | null;
  readonly event: string | null;
  readonly data: string | null;
}

/** Reads a stream as the HTML standard has it; ends with it. */
export async function* eventsIn(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<SentEvent> {
  let rest = "";
  for await (const text of body.pipeThrough(decoder())) {
    const blocks = `${rest}${text}`.split("\n\n");
    rest = blocks.pop()!;
    for (const block of blocks) {
      const field = (name: string) =>
        block.split("\n").find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2) ?? null;
      yield { id: field("id"), event: field("event"), data: field("data") };
    }
  }
}

function decoder() {
  return new TextDecoderStream() as unknown as ReadableWritablePair<
    string,
    Uint8Array
  >;
}

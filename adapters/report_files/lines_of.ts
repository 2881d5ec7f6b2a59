/** The lines of a text in UTF-8, as it comes; the reader is let go of whenever they are no longer asked for. */
export async function* linesOf(
  content: ReadableStream<Uint8Array>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let open = "";
  for await (const bytes of content) {
    const lines = (open + decoder.decode(bytes, { stream: true })).split("\n");
    open = lines.pop() ?? "";
    yield* lines;
  }
  open += decoder.decode();
  if (open !== "") yield open;
}

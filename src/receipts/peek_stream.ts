/**
 * Reads a stream until `bytes` of it are there, or it ends. Gives those, and a stream that begins with them again; whoever
 * cancels that one cancels the first.
 */
export async function peekStream(
  stream: ReadableStream<Uint8Array>,
  bytes: number,
): Promise<
  {
    readonly head: Uint8Array;
    readonly whole: ReadableStream<Uint8Array>;
  }
> {
  const reader = stream.getReader();
  const seen: Uint8Array[] = [];
  let length = 0;
  while (length < bytes) {
    const { done, value } = await reader.read();
    if (done) break;
    seen.push(value);
    length += value.length;
  }
  const head = new Uint8Array(Math.min(length, bytes));
  let at = 0;
  for (const chunk of seen) {
    const part = chunk.subarray(0, head.length - at);
    head.set(part, at);
    at += part.length;
  }
  const whole = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = seen.shift() ?? (await reader.read()).value;
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { head, whole };
}

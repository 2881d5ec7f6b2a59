/** The pieces up to `chars`, joined, and the same text from its beginning once more. */
export async function headOf(
  chunks: AsyncIterable<string>,
  chars: number,
): Promise<
  {
    readonly head: string;
    readonly isWhole: boolean;
    readonly all: AsyncGenerator<string>;
  }
> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head = "";
  let isWhole = false;
  while (head.length < chars) {
    const { done, value } = await iterator.next();
    if (done) {
      isWhole = true;
      break;
    }
    head += value;
  }
  async function* all() {
    try {
      if (head !== "") yield head;
      for (;;) {
        const { done, value } = await iterator.next();
        if (done) return;
        yield value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head, isWhole, all: all() };
}

/** One text as pieces. */
export async function* inPieces(text: string): AsyncGenerator<string> {
  if (text !== "") yield text;
}

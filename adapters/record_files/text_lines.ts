/** One line of a text without its end; `text` is null where it is longer than may be. */
export interface TextLine {
  readonly line: number;
  readonly text: string | null;
}

/** The lines of a text that comes in pieces, several at a time; of one that is too long nothing is kept. */
export async function* textLines(
  chunks: AsyncIterable<string>,
  charsMax: number,
): AsyncGenerator<readonly TextLine[]> {
  let line = 1;
  let held = "";
  let isTooLong = false;
  for await (const chunk of chunks) {
    const parts = chunk.split("\n");
    const lines: TextLine[] = [];
    for (let i = 0; i < parts.length - 1; i++) {
      const text = i === 0 ? held + parts[0]! : parts[i]!;
      lines.push({
        line: line++,
        text: isTooLong || text.length > charsMax ? null : text,
      });
      isTooLong = false;
      held = "";
    }
    held += parts.at(-1)!;
    if (held.length > charsMax) {
      held = "";
      isTooLong = true;
    } else if (isTooLong) held = "";
    if (lines.length > 0) yield lines;
  }
  if (held !== "" || isTooLong) yield [{ line, text: isTooLong ? null : held }];
}

import { type Encoding, encodingOf, singleByteOf } from "./encoding_of.ts";

/** Bytes that are looked at before the first text is given. */
const HEAD_BYTES = 4_096;

/** A file's text as it comes: line ends are LF, and the byte order mark is gone. */
export interface DecodedText {
  readonly chunks: AsyncIterable<string>;
  /** As far as it was read. */
  encoding(): Encoding;
}

/**
 * Decodes a file piece by piece. Without a mark or a declaration it is UTF-8 up to the first bytes that are not, and then
 * one of the encodings with one byte a character, unless characters of UTF-8 came before: then those bytes are replaced.
 */
export function decodeText(bytes: AsyncIterable<Uint8Array>): DecodedText {
  let encoding: Encoding = "utf-8";
  async function* chunks(): AsyncGenerator<string> {
    const decode = adaptiveDecoder((found) => void (encoding = found));
    let endsWithReturn = false;
    for await (const piece of withHead(bytes)) {
      let text: string = (endsWithReturn ? "\r" : "") + decode(piece);
      // Half of a CR LF waits for the other half.
      endsWithReturn = text.endsWith("\r");
      if (endsWithReturn) text = text.slice(0, -1);
      if (text !== "") yield text.replace(/\r\n?/g, "\n");
    }
    const rest: string = (endsWithReturn ? "\r" : "") + decode(null);
    if (rest !== "") yield rest.replace(/\r\n?/g, "\n");
  }
  return { chunks: chunks(), encoding: () => encoding };
}

/** The pieces, of which the first is as long as looking for an encoding needs. */
async function* withHead(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array();
  for await (const piece of bytes) {
    if (head === null) {
      yield piece;
      continue;
    }
    head = joined(head, piece);
    if (head.length < HEAD_BYTES) continue;
    yield head;
    head = null;
  }
  if (head !== null && head.length > 0) yield head;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function adaptiveDecoder(
  onFound: (encoding: Encoding) => void,
): (piece: Uint8Array | null) => string {
  let decoder: TextDecoder | null = null;
  let isOpen = false;
  let held: Uint8Array = new Uint8Array();

  function settle(encoding: Encoding): TextDecoder {
    onFound(encoding);
    return decoder = new TextDecoder(encoding, { ignoreBOM: true });
  }

  return (piece) => {
    const isEnd = piece === null;
    let given: Uint8Array = piece ?? new Uint8Array();
    if (decoder === null && !isOpen) {
      const found = encodingOf(given);
      given = given.subarray(found.skip);
      if (found.isSure) settle(found.encoding);
      isOpen = true;
    }
    if (decoder !== null) {
      return decoder.decode(given, { stream: !isEnd });
    }
    given = held.length > 0 ? joined(held, given) : given;
    const end = isEnd ? given.length : endOfCharacters(given);
    held = given.slice(end);
    const whole = given.subarray(0, end);
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
        .decode(whole);
      // A character of more than one byte that fits is no accident.
      if (text.length !== whole.length) settleKeeping();
      return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(whole);
      const replaced = text.split("\ufffd").length - 1;
      const wide = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
      return wide > replaced
        ? (settleKeeping(), text)
        : again(settle(singleByteOf(whole)), whole);
    }
  };

  /** What was held back belongs to the decoder that is settled on. */
  function settleKeeping(): void {
    settle("utf-8").decode(held, { stream: true });
    held = new Uint8Array();
  }

  function again(one: TextDecoder, whole: Uint8Array): string {
    const rest = held;
    held = new Uint8Array();
    return one.decode(whole, { stream: true }) +
      one.decode(rest, { stream: true });
  }
}

/** Where the last whole character ends: up to three bytes of one may be missing. */
function endOfCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

/**
 * Grams are a few neighbouring characters of a text, kept as 32 bits made of the low bytes of the characters. Of a text
 * of eight characters and more they have eight, of four to seven they have four, and a shorter text is one itself.
 */
export const LONG = 8;
export const MIDDLE = 4;
/** Keeps grams of different lengths apart, whose bits could be the same; those of four stay as they are. */
const SHORT_MARKS = [0, 0x11000000, 0x22000000, 0x33000000] as const;
const LONG_MARK = 0x3a3a3a3a;
const COUNTER_BITS = 18;

/** How often grams stand in some texts together, by a hash of them: a little too often where two share a counter. */
export class GramCounts {
  private readonly counts = new Uint16Array(1 << COUNTER_BITS);
  private texts = 0;

  add(text: string): void {
    this.texts++;
    eachGram(text, (key) => {
      const counter = counterOf(key);
      if (this.counts[counter]! < 0xffff) this.counts[counter]!++;
    });
  }

  /** The gram of `text` that is in the fewest of the texts, where it ends, and what part of them has it. */
  rarest(
    text: string,
  ): {
    readonly key: number;
    readonly gramEnd: number;
    readonly share: number;
  } {
    let [least, key, gramEnd] = [Infinity, 0, 0];
    eachGram(text, (each, end) => {
      const count = this.counts[counterOf(each)]!;
      if (count < least) [least, key, gramEnd] = [count, each, end];
    });
    return { key, gramEnd, share: least / this.texts };
  }
}

/** The key of the last `length` characters, 1 to 3, of the four in `last`. */
export function shortKey(last: number, length: number): number {
  return (last & (0xffffffff >>> (32 - 8 * length))) ^ SHORT_MARKS[length as 1];
}

/** The key of eight characters, the first four in `before` and the others in `last`. */
export function longKey(before: number, last: number): number {
  return Math.imul(before, 0x2545f491) ^ last ^ LONG_MARK;
}

/** Spreads a key over 32 bits, of which the high ones are the best (Fibonacci hashing). */
export function hashOf(key: number): number {
  return Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 0;
}

/** Calls `found` with the key of each gram that may stand for `text`, and the place of its last character. */
function eachGram(
  text: string,
  found: (key: number, end: number) => void,
): void {
  const { length } = text;
  let [last, before] = [0, 0];
  for (let i = 0; i < length; i++) {
    before = (before << 8) | (last >>> 24);
    last = (last << 8) | (text.charCodeAt(i) & 0xff);
    if (length >= LONG) {
      if (i >= LONG - 1) found(longKey(before, last), i);
    } else if (length >= MIDDLE) {
      if (i >= MIDDLE - 1) found(last, i);
    } else if (i === length - 1) {
      found(shortKey(last, length), i);
    }
  }
}

function counterOf(key: number): number {
  return hashOf(key) >>> (32 - COUNTER_BITS);
}

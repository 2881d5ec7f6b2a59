/**
 * Grams are a few neighbouring characters of a text, kept as 32 bits made of the low bytes of the characters. Of a text
 * of eight characters and more they have eight, of four to seven they have four, and a shorter text is one itself.
 */
export const LONG = 8;
export const MIDDLE = 4;
/** Keeps grams of different lengths apart, whose bits could be the same; those of four stay as they are. */
const SHORT_MARKS = [0, 0x11000000, 0x22000000, 0x33000000] as const;
const LONG_MARK = 0x3a3a3a3a;
const COUNTER_BITS_MAX = 18;

/** How often grams stand in some texts together, by a hash of them: a little too often where two share a counter. */
export class GramCounts {
  private readonly counts: Uint16Array;
  private readonly shift: number;

  constructor(private readonly texts: readonly string[]) {
    const grams = texts.reduce((sum, { length }) => sum + length, 0);
    const bits = Math.min(COUNTER_BITS_MAX, 34 - Math.clz32(grams));
    this.shift = 32 - bits;
    this.counts = new Uint16Array(1 << bits);
    for (const text of texts) this.count(text);
  }

  /** The gram of `text`, one of the texts, that is in the fewest others, where it ends, and what part those are. */
  rarest(text: string): RarestGram {
    const grams = gramsOf(text);
    let rarest = 0;
    let least = Infinity;
    for (let i = 0; i < grams; i++) {
      const count = this.counts[hashOf(KEYS[i]!) >>> this.shift]!;
      if (count >= least) continue;
      least = count;
      rarest = i;
    }
    return {
      key: KEYS[rarest]!,
      gramEnd: text.length - grams + rarest,
      share: Math.max(0, least - 1) / this.texts.length,
    };
  }

  private count(text: string): void {
    const grams = gramsOf(text);
    for (let i = 0; i < grams; i++) {
      const counter = hashOf(KEYS[i]!) >>> this.shift;
      if (this.counts[counter]! < 0xffff) this.counts[counter]!++;
    }
  }
}

export interface RarestGram {
  readonly key: number;
  readonly gramEnd: number;
  readonly share: number;
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

/** What `gramsOf` found last: one place for all, since a large set asks for many texts' grams at once. */
let KEYS = new Int32Array(1024);

/** Puts the keys of the grams that may stand for `text` into `KEYS`, by their ends, the last at the text's end. */
function gramsOf(text: string): number {
  const { length } = text;
  if (length === 0) return 0;
  if (length > KEYS.length) KEYS = new Int32Array(2 * length);
  const gram = length >= LONG ? LONG : length >= MIDDLE ? MIDDLE : length;
  let [last, before] = [0, 0];
  for (let i = 0; i < length; i++) {
    before = (before << 8) | (last >>> 24);
    last = (last << 8) | (text.charCodeAt(i) & 0xff);
    if (i < gram - 1) continue;
    KEYS[i - gram + 1] = gram === LONG
      ? longKey(before, last)
      : gram === MIDDLE
      ? last
      : shortKey(last, gram);
  }
  return length - gram + 1;
}

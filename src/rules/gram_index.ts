import type { PlaceSet } from "./place_set.ts";

/** A text that must stand in another one, anywhere or at an end, and the place of the rule that needs it. */
export interface Part {
  readonly how: "contains" | "starts_with" | "ends_with";
  readonly text: string;
  readonly place: number;
}

/** Characters of a gram, by the length of the part that it stands for: the longer, the fewer texts have it. */
const LONG = 8;
const MIDDLE = 4;
/** Kinds of grams get keys apart: 1 to 3 characters anywhere, at the start and at the end, 4, and 8. */
const ANYWHERE = [0, 0x11111111, 0x22222222, 0x33333333] as const;
const AT_START = [0, 0x44444444, 0x55555555, 0x66666666] as const;
const AT_END = [0, 0x77777777, 0x18181818, 0x29292929] as const;
const OF_LONG = 0x3a3a3a3a;
/** How many low bits of the last four characters a short gram uses, by its length. */
const MASKS = [0, 0xff, 0xffff, 0xffffff] as const;
/** Bits of the filter for each gram: about one in sixteen others passes. */
const FILTER_BITS = 16;
const COUNTERS = 1 << 16;

/**
 * Finds the parts that may stand in a text. Each part is known by one gram, a few neighbouring characters of it; a text
 * is read once, and each gram of it that some part is known by brings that part's rule. Grams are kept by 32 bits made
 * of the low bytes of their characters, so a part that is found need not be there, but one that is there is found.
 */
export class GramIndex {
  private readonly filter: Int32Array;
  private readonly shift: number;
  private readonly places: ReadonlyMap<number, readonly number[]>;
  /** Whether there are parts of so many characters: 0 stands for those of four and more. */
  private readonly hasMiddle: boolean;
  private readonly hasLong: boolean;
  private readonly hasAnywhere: readonly boolean[];
  private readonly hasEnds: boolean;

  constructor(parts: readonly Part[]) {
    const grams = new GramCounts(parts);
    const places = new Map<number, number[]>();
    for (const part of parts) {
      const key = keyOf(part, grams);
      const same = places.get(key);
      if (same === undefined) places.set(key, [part.place]);
      else same.push(part.place);
    }
    this.places = places;
    const bits = 32 - Math.clz32(places.size * FILTER_BITS | 0xff);
    this.shift = 32 - bits;
    this.filter = new Int32Array((1 << bits) >>> 5);
    for (const key of places.keys()) {
      const hash = hashOf(key) >>> this.shift;
      this.filter[hash >>> 5]! |= 1 << hash;
    }
    const has = (holds: (part: Part) => boolean) => parts.some(holds);
    this.hasLong = has(({ text }) => text.length >= LONG);
    this.hasMiddle = has(({ text }) =>
      text.length >= MIDDLE && text.length < LONG
    );
    this.hasAnywhere = [1, 2, 3].map((length) =>
      has(({ how, text }) => how === "contains" && text.length === length)
    );
    this.hasEnds = has(({ how, text }) =>
      how !== "contains" && text.length < MIDDLE
    );
  }

  /** Puts into `into` the place of each part that may stand in `text`. */
  find(text: string, into: PlaceSet): void {
    const { hasLong, hasMiddle, hasAnywhere: [hasOne, hasTwo, hasThree] } =
      this;
    const hasShort = hasOne || hasTwo || hasThree;
    const { length } = text;
    // The last four characters, and the four before them, a byte each.
    let last = 0;
    let before = 0;
    for (let i = 0; i < length; i++) {
      before = (before << 8) | (last >>> 24);
      last = (last << 8) | (text.charCodeAt(i) & 0xff);
      if (hasLong && i >= LONG - 1) this.look(longKey(before, last), into);
      if (hasMiddle && i >= MIDDLE - 1) this.look(last, into);
      if (!hasShort) continue;
      if (hasOne) this.look((last & MASKS[1]) ^ ANYWHERE[1], into);
      if (hasTwo && i >= 1) this.look((last & MASKS[2]) ^ ANYWHERE[2], into);
      if (hasThree && i >= 2) this.look((last & MASKS[3]) ^ ANYWHERE[3], into);
    }
    if (this.hasEnds) this.findAtEnds(text, into);
  }

  private findAtEnds(text: string, into: PlaceSet): void {
    for (let length = 1; length < MIDDLE && length <= text.length; length++) {
      this.look(shortKey(text, 0, length, AT_START), into);
      this.look(shortKey(text, text.length - length, length, AT_END), into);
    }
  }

  private look(key: number, into: PlaceSet): void {
    const hash = hashOf(key) >>> this.shift;
    if ((this.filter[hash >>> 5]! & (1 << hash)) === 0) return;
    const places = this.places.get(key);
    if (places !== undefined) into.addAll(places);
  }
}

/** How often grams stand in all parts together, by a hash of them: a little too often where two share a counter. */
class GramCounts {
  private readonly counts = new Int32Array(COUNTERS);

  constructor(parts: readonly Part[]) {
    for (const { text } of parts) {
      eachGram(text, (key) => void this.counts[this.counterOf(key)]!++);
    }
  }

  /** The key of the gram that stands in the fewest parts; the first of them. */
  rarest(text: string): number {
    let [least, found] = [Infinity, 0];
    eachGram(text, (key) => {
      const count = this.counts[this.counterOf(key)]!;
      if (count < least) [least, found] = [count, key];
    });
    return found;
  }

  private counterOf(key: number): number {
    return hashOf(key) >>> 16;
  }
}

function keyOf({ how, text }: Part, grams: GramCounts): number {
  if (text.length >= MIDDLE) return grams.rarest(text);
  const kind = how === "contains"
    ? ANYWHERE
    : how === "starts_with"
    ? AT_START
    : AT_END;
  return shortKey(text, 0, text.length, kind);
}

/** Calls `found` with the key of each gram that may stand for `text`. */
function eachGram(text: string, found: (key: number) => void): void {
  const isLong = text.length >= LONG;
  const first = (isLong ? LONG : MIDDLE) - 1;
  let [last, before] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    before = (before << 8) | (last >>> 24);
    last = (last << 8) | (text.charCodeAt(i) & 0xff);
    if (i >= first) found(isLong ? longKey(before, last) : last);
  }
}

function shortKey(
  text: string,
  from: number,
  length: number,
  kind: typeof ANYWHERE | typeof AT_START | typeof AT_END,
): number {
  let key = 0;
  for (let i = from; i < from + length; i++) {
    key = (key << 8) | (text.charCodeAt(i) & 0xff);
  }
  return key ^ kind[length as 1 | 2 | 3];
}

function longKey(before: number, last: number): number {
  return Math.imul(before, 0x2545f491) ^ last ^ OF_LONG;
}

/** Spreads a key over 32 bits, of which the high ones are the best (Fibonacci hashing). */
function hashOf(key: number): number {
  return Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 0;
}

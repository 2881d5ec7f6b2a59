import { GramTable } from "./gram_table.ts";
import { type GramCounts, LONG, longKey, MIDDLE, shortKey } from "./grams.ts";
import type { PlaceSet } from "./place_set.ts";

/** A text that must stand in another one, anywhere or at an end, and the place of the rule that needs it. */
export interface Part {
  readonly how: "contains" | "starts_with" | "ends_with";
  readonly text: string;
  readonly place: number;
}

/**
 * Finds the parts that stand in a text. Each part is known by one gram, a few neighbouring characters of it that few
 * other parts have; a text is read once, and where it has a gram that parts are known by, they are held against it.
 */
export class PartIndex {
  /** Distinct parts; those that are known by the same gram follow one another. */
  private readonly texts: readonly string[];
  private readonly hows: readonly Part["how"][];
  /** Where in the part the gram ends. */
  private readonly gramEnds: Int32Array;
  /** The places of part i are those from `starts[i]` up to `starts[i + 1]`. */
  private readonly places: Int32Array;
  private readonly starts: Int32Array;
  /** The first part of each gram, and 1 where the next part is of another gram. */
  private readonly firsts: GramTable;
  private readonly isLast: Uint8Array;
  /** Which grams of a text to look for at all. */
  private readonly lengths: ReadonlySet<number>;

  constructor(parts: readonly Part[], counts: GramCounts) {
    const known = [
      ...Map.groupBy(parts, ({ how, text }) => how + text).values(),
    ]
      .map((same) => ({ same, gram: counts.rarest(same[0]!.text) }));
    const groups = Map.groupBy(known, ({ gram }) => gram.key);
    const sorted = [...groups.values()].flat();
    this.texts = sorted.map(({ same }) => same[0]!.text);
    this.hows = sorted.map(({ same }) => same[0]!.how);
    this.gramEnds = new Int32Array(sorted.map(({ gram }) => gram.gramEnd));
    this.places = new Int32Array(parts.length);
    this.starts = new Int32Array(sorted.length + 1);
    let filled = 0;
    for (const [i, { same }] of sorted.entries()) {
      for (const { place } of same) this.places[filled++] = place;
      this.starts[i + 1] = filled;
    }
    this.isLast = new Uint8Array(sorted.length);
    const firsts = new Map<number, number>();
    let next = 0;
    for (const [key, { length }] of groups) {
      firsts.set(key, next);
      next += length;
      this.isLast[next - 1] = 1;
    }
    this.firsts = new GramTable(firsts);
    this.lengths = new Set(parts.map(({ text }) => gramLength(text)));
  }

  /** Puts into `into` the place of each part that stands in `text`. */
  find(text: string, into: PlaceSet): void {
    const hasLong = this.lengths.has(LONG);
    const hasMiddle = this.lengths.has(MIDDLE);
    const shortest = [1, 2, 3].find((length) => this.lengths.has(length)) ?? 4;
    // The last four characters, and the four before them, a byte each.
    let last = 0;
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      before = (before << 8) | (last >>> 24);
      last = (last << 8) | (text.charCodeAt(i) & 0xff);
      if (hasLong && i >= LONG - 1) {
        this.look(longKey(before, last), text, i, into);
      }
      if (hasMiddle && i >= MIDDLE - 1) this.look(last, text, i, into);
      for (let length = shortest; length < MIDDLE; length++) {
        if (i >= length - 1) {
          this.look(shortKey(last, length), text, i, into);
        }
      }
    }
  }

  private look(key: number, text: string, at: number, into: PlaceSet): void {
    let i = this.firsts.get(key);
    if (i === -1) return;
    do {
      if (this.standsAt(i, text, at - this.gramEnds[i]!)) {
        const end = this.starts[i + 1]!;
        for (let p = this.starts[i]!; p < end; p++) into.add(this.places[p]!);
      }
    } while (this.isLast[i++] === 0);
  }

  private standsAt(i: number, whole: string, at: number): boolean {
    const how = this.hows[i]!;
    const text = this.texts[i]!;
    if (how === "starts_with" && at !== 0) return false;
    if (how === "ends_with" && at + text.length !== whole.length) return false;
    return at >= 0 && whole.startsWith(text, at);
  }
}

function gramLength({ length }: string): number {
  return length >= LONG ? LONG : length >= MIDDLE ? MIDDLE : length;
}

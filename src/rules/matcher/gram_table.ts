import { hashOf } from "./grams.ts";

/** Bits of the filter for each key: about one in 32 other keys passes. */
const FILTER_BITS = 32;
/** Bits of the filter for each slot: of eight slots or more, one is taken. */
const BITS_PER_SLOT_SHIFT = 2;

/**
 * A number, not negative, by a gram's key. Nearly every question is answered by a bit that is not set, in a filter
 * small enough to stay near the processor; the rest by a table with open addressing. Both are flat, since with many
 * rules it is the memory that is waited for.
 */
export class GramTable {
  private readonly filter: Int32Array;
  private readonly shift: number;
  /** A key and its number plus 1, side by side; 0 is a free slot. */
  private readonly slots: Int32Array;

  constructor(numbers: ReadonlyMap<number, number>) {
    const bits = 32 - Math.clz32(numbers.size * FILTER_BITS | 0xff);
    this.shift = 32 - bits;
    this.filter = new Int32Array(2 ** bits / 32);
    this.slots = new Int32Array(2 * (2 ** bits >>> BITS_PER_SLOT_SHIFT));
    for (const [key, number] of numbers) {
      const hash = hashOf(key) >>> this.shift;
      this.filter[hash >>> 5]! |= 1 << hash;
      let slot = slotOf(hash);
      while (this.slots[slot + 1] !== 0) slot = this.after(slot);
      this.slots[slot] = key;
      this.slots[slot + 1] = number + 1;
    }
  }

  /** -1 where there is none. */
  get(key: number): number {
    const hash = hashOf(key) >>> this.shift;
    if ((this.filter[hash >>> 5]! & (1 << hash)) === 0) return -1;
    let slot = slotOf(hash);
    for (;;) {
      const number = this.slots[slot + 1]!;
      if (number === 0 || this.slots[slot] === key) return number - 1;
      slot = this.after(slot);
    }
  }

  private after(slot: number): number {
    return slot + 2 === this.slots.length ? 0 : slot + 2;
  }
}

function slotOf(hash: number): number {
  return 2 * (hash >>> BITS_PER_SLOT_SHIFT);
}

import type { PlaceSet } from "./place_set.ts";

/** A range of numbers with both ends, either of which may be infinite, and the place of the rule that needs it. */
export interface Interval {
  readonly least: number;
  readonly most: number;
  readonly place: number;
}

/**
 * Finds the intervals that hold a number: a segment tree. Between two neighbouring ends the answer is the same, so the
 * leaves are the ends and the gaps between them, and each interval stands at the few nodes that make it up.
 */
export class IntervalIndex {
  private readonly ends: Float64Array;
  private readonly leaves: number;
  /** Children of node n are 2n and 2n + 1; leaves come last. */
  private readonly nodes: (number[] | undefined)[];

  constructor(intervals: readonly Interval[]) {
    const ends = intervals.flatMap(({ least, most }) => [least, most]);
    this.ends = Float64Array.from(new Set(ends)).sort();
    this.leaves = 2 * this.ends.length + 1;
    this.nodes = new Array(2 * this.leaves).fill(undefined);
    for (const interval of intervals) this.insert(interval);
  }

  /** Puts into `into` the place of each interval that holds `value`. */
  find(value: number, into: PlaceSet): void {
    for (let node = this.leafOf(value) + this.leaves; node > 0; node >>>= 1) {
      const places = this.nodes[node];
      if (places !== undefined) into.addAll(places);
    }
  }

  private insert({ least, most, place }: Interval): void {
    let low = this.leafOf(least) + this.leaves;
    let high = this.leafOf(most) + this.leaves + 1;
    for (; low < high; low >>>= 1, high >>>= 1) {
      if (low & 1) (this.nodes[low++] ??= []).push(place);
      if (high & 1) (this.nodes[--high] ??= []).push(place);
    }
  }

  /** Odd leaves are the ends, even ones the gaps. */
  private leafOf(value: number): number {
    const { ends } = this;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ends[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return 2 * low + (ends[low] === value ? 1 : 0);
  }
}

/** Bits of one word; a word's number is a place shifted by this. */
const WORD_SHIFT = 5;

/**
 * Places of rules, 0 to `size` - 1, taken out in order however they came in. A word of the summary tells which words
 * of the set hold anything, so that to go through few places of many costs by the few.
 */
export class PlaceSet {
  private readonly words: Int32Array;
  private readonly summary: Int32Array;

  constructor(size: number) {
    this.words = new Int32Array((size >>> WORD_SHIFT) + 1);
    this.summary = new Int32Array((this.words.length >>> WORD_SHIFT) + 1);
  }

  add(place: number): void {
    const word = place >>> WORD_SHIFT;
    this.words[word]! |= 1 << place;
    this.summary[word >>> WORD_SHIFT]! |= 1 << word;
  }

  addAll(places: ArrayLike<number>): void {
    for (let i = 0; i < places.length; i++) this.add(places[i]!);
  }

  has(place: number): boolean {
    return (this.words[place >>> WORD_SHIFT]! & (1 << place)) !== 0;
  }

  /** Holds what `other`, of the same size, holds. */
  become(other: PlaceSet): void {
    this.words.set(other.words);
    this.summary.set(other.summary);
  }

  /** The first place from `from` on; -1 where there is none. */
  next(from: number): number {
    const { words, summary } = this;
    let word = from >>> WORD_SHIFT;
    if (word >= words.length) return -1;
    // A shift takes its count modulo 32: the bits from `from` on.
    const left = words[word]! & (-1 << from);
    if (left !== 0) return (word << WORD_SHIFT) + lowest(left);
    word++;
    let group = word >>> WORD_SHIFT;
    if (group >= summary.length) return -1;
    let groups = summary[group]! & (-1 << word);
    while (groups === 0) {
      if (++group >= summary.length) return -1;
      groups = summary[group]!;
    }
    word = (group << WORD_SHIFT) + lowest(groups);
    return (word << WORD_SHIFT) + lowest(words[word]!);
  }
}

/** The number of the lowest bit that is set; of a word that is not 0. */
function lowest(word: number): number {
  return 31 - Math.clz32(word & -word);
}

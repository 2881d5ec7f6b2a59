/** Finds the records whose description contains a text, exactly as the operator `contains` would. */
export interface DescriptionIndex {
  /** The distinct descriptions, each with the records that have it. */
  readonly distinct: ReadonlyMap<string, readonly number[]>;
  /** The numbers of the records whose description contains `text`, ascending. */
  containing(text: string): readonly number[];
}

/**
 * Indexes folded descriptions by the number of their record. Descriptions repeat, so each is searched once,
 * all of them as one long text: that is a search of the machine's, and no loop over records.
 */
export function descriptionIndex(
  folded: readonly (string | null)[],
): DescriptionIndex {
  const distinct = new Map<string, number[]>();
  folded.forEach((text, i) => {
    if (text === null) return;
    const same = distinct.get(text);
    if (same) same.push(i);
    else distinct.set(text, [i]);
  });
  const texts = [...distinct.keys()];
  // Folded text has no line breaks, so none is found across two.
  const joined = texts.join("\n");
  const ends: number[] = [];
  let end = -1;
  for (const text of texts) ends.push(end += text.length + 1);
  const members = [...distinct.values()];
  return {
    distinct,
    containing(text) {
      const found: number[] = [];
      for (let at = joined.indexOf(text); at >= 0;) {
        const place = firstBeyond(ends, at);
        found.push(...members[place]!);
        at = joined.indexOf(text, ends[place]! + 1);
      }
      return found.sort((a, b) => a - b);
    },
  };
}

/** The place of the first of ascending `numbers` that is greater than `bound`. */
function firstBeyond(numbers: readonly number[], bound: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

const SLOTS_FIRST = 1_024;

/**
 * Tells which time it is that a key comes, from 1: exactly, and in 12 bytes a slot, at most half of which are taken.
 * A key is a whole number from 1 to 2^53 - 1, well mixed.
 */
export function occurrenceTable(): (key: number) => number {
  let keys = new Float64Array(SLOTS_FIRST);
  let counts = new Uint32Array(SLOTS_FIRST);
  let taken = 0;

  function slotOf(key: number): number {
    const mask = keys.length - 1;
    let at = key % keys.length;
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  function grow(): void {
    const [oldKeys, oldCounts] = [keys, counts];
    keys = new Float64Array(oldKeys.length * 2);
    counts = new Uint32Array(oldKeys.length * 2);
    oldKeys.forEach((key, i) => {
      if (key === 0) return;
      const at = slotOf(key);
      keys[at] = key;
      counts[at] = oldCounts[i]!;
    });
  }

  return (key) => {
    if (taken * 2 >= keys.length) grow();
    const at = slotOf(key);
    if (keys[at] === 0) {
      keys[at] = key;
      taken++;
    }
    return ++counts[at]!;
  };
}

/** The changes of one unit of work, so that they can be taken back: its cost is what was touched, not what is stored. */
export interface Journal {
  set<K, V>(map: Map<K, V>, key: K, value: V): void;
  remove<K>(map: Map<K, unknown>, key: K): void;
  /** Keeps how to take back a change that was made another way. */
  note(undo: () => void): void;
  /** Runs once the unit is committed; never if it is undone. */
  onCommit(effect: () => void): void;
  commit(): void;
  /** Takes every change back, the latest first. */
  undo(): void;
}

/** A journal without entries; it throws when used after its commit or undo. */
export function openJournal(): Journal {
  const undos: (() => void)[] = [];
  const effects: (() => void)[] = [];
  let open = true;

  function note(undo: () => void): void {
    // A write after the end could no longer be taken back: someone forgot an `await`.
    if (!open) throw new Error("a unit of work was used after its end");
    undos.push(undo);
  }

  return {
    note,
    set(map, key, value) {
      const before = map.get(key);
      note(
        map.has(key)
          ? () => void map.set(key, before!)
          : () => void map.delete(key),
      );
      map.set(key, value);
    },
    remove(map, key) {
      if (!map.has(key)) return;
      const before = map.get(key);
      note(() => void map.set(key, before));
      map.delete(key);
    },
    onCommit: (effect) => void effects.push(effect),
    commit() {
      open = false;
      for (const effect of effects) effect();
    },
    undo() {
      open = false;
      while (undos.length > 0) undos.pop()!();
    },
  };
}

/** Values from one to another, both belonging to it; null is without end. */
export interface Span<T> {
  readonly from: T | null;
  readonly to: T | null;
}

/** Values in order, each with a next one: whole numbers, and also doubles, of which no bit pattern is between two neighbours. */
export interface Line<T> {
  next(value: T): T;
  previous(value: T): T;
}

export const WHOLE: Line<bigint> = {
  next: (value) => value + 1n,
  previous: (value) => value - 1n,
};

export const MILLISECONDS: Line<number> = {
  next: (value) => value + 1,
  previous: (value) => value - 1,
};

export const DOUBLES: Line<number> = {
  next: (value) => -doubleBelow(-value),
  previous: doubleBelow,
};

export const EVERYTHING: readonly [Span<never>] = [{ from: null, to: null }];

/** What is in both. Spans of one list are in order, apart from one another. */
export function both<T extends number | bigint>(
  one: readonly Span<T>[],
  other: readonly Span<T>[],
): readonly Span<T>[] {
  return one.flatMap((a) =>
    other.flatMap((b): Span<T>[] => {
      const from = a.from === null || (b.from !== null && b.from > a.from)
        ? b.from
        : a.from;
      const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
      return from !== null && to !== null && from > to ? [] : [{ from, to }];
    })
  );
}

/** What is in neither. */
export function outside<T extends number | bigint>(
  spans: readonly Span<T>[],
  line: Line<T>,
): readonly Span<T>[] {
  return spans.reduce<readonly Span<T>[]>((rest, { from, to }) => {
    const around: Span<T>[] = [];
    if (from !== null) around.push({ from: null, to: line.previous(from) });
    if (to !== null) around.push({ from: line.next(to), to: null });
    return both(rest, around);
  }, EVERYTHING);
}

/** What is in either. */
export function either<T extends number | bigint>(
  one: readonly Span<T>[],
  other: readonly Span<T>[],
  line: Line<T>,
): readonly Span<T>[] {
  return outside(both(outside(one, line), outside(other, line)), line);
}

/** Whether all of `part` is in `whole`. */
export function within<T extends number | bigint>(
  part: readonly Span<T>[],
  whole: readonly Span<T>[],
): boolean {
  return part.every((a) =>
    whole.some((b) =>
      (b.from === null || (a.from !== null && a.from >= b.from)) &&
      (b.to === null || (a.to !== null && a.to <= b.to))
    )
  );
}

/** The greatest double that is less than `value`. */
function doubleBelow(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  if (value === -Infinity) return value;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return view.getFloat64(0);
}

import type { Journal } from "./journal.ts";

/** Below 0 when `a` comes first, 0 when they are the same place. */
export type Order<T> = (a: T, b: T) => number;

/** Order of ids, as bytes: the order a database gives with collation "C". */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The index of the first item that does not come before `item`. */
export function placeOf<T>(
  list: readonly T[],
  item: T,
  order: Order<T>,
): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle]!, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts `item` in its place; at the end, where new ids belong, that is one step. */
export function insertSorted<T>(
  list: T[],
  item: T,
  order: Order<T>,
  journal: Journal,
): void {
  insert(list, item, order);
  journal.note(() => remove(list, item, order));
}

/** Takes out the item at the place of `item`, which is there. */
export function removeSorted<T>(
  list: T[],
  item: T,
  order: Order<T>,
  journal: Journal,
): void {
  remove(list, item, order);
  journal.note(() => insert(list, item, order));
}

function insert<T>(list: T[], item: T, order: Order<T>): void {
  const last = list.at(-1);
  if (last === undefined || order(last, item) < 0) list.push(item);
  else list.splice(placeOf(list, item, order), 0, item);
}

function remove<T>(list: T[], item: T, order: Order<T>): void {
  list.splice(placeOf(list, item, order), 1);
}

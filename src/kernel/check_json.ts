import type { Flaw } from "./failure.ts";
import type { Json } from "./json.ts";
import { FLAWS_MAX, pointerTo } from "./pointer.ts";

/** How deep a body may nest. */
export const DEPTH_MAX = 64;
/** Items of the longest list that any body has; a longer one is not looked into. */
export const ITEMS_MAX = 10_000;

interface Place {
  readonly value: Json;
  readonly name: string | number;
  readonly parent: Place | null;
  readonly depth: number;
  /** What is wrong with its name. */
  readonly badName?: string | null;
}

/**
 * What in a parsed body could not be kept as it was sent: NUL characters, halves of surrogate pairs,
 * numbers that JSON rounded, the name `__proto__`; and what would cost too much: deep nesting, long lists.
 * Walks without recursion, so that no body exhausts the stack.
 */
export function checkJson(
  body: Json,
  { itemsMax = ITEMS_MAX, roundedToo = false }: {
    readonly itemsMax?: number;
    /** Numbers that JSON rounded are let through. */
    readonly roundedToo?: boolean;
  } = {},
): readonly Flaw[] {
  const flaws: Flaw[] = [];
  const waiting: Place[] = [{ value: body, name: "", parent: null, depth: 0 }];
  for (
    let place = waiting.pop();
    place !== undefined && flaws.length < FLAWS_MAX;
    place = waiting.pop()
  ) {
    const { value, depth } = place;
    const wrong = place.badName ??
      whatIsWrong(value, depth, { itemsMax, roundedToo });
    if (wrong !== null) {
      flaws.push({ pointer: pointerTo(pathOf(place)), detail: wrong });
      continue;
    }
    if (typeof value !== "object" || value === null) continue;
    const parent = place;
    if (Array.isArray(value)) {
      // Backwards, so that the first is popped first and flaws come in reading order.
      for (let i = value.length - 1; i >= 0; i--) {
        waiting.push({ value: value[i], name: i, parent, depth: depth + 1 });
      }
      continue;
    }
    for (const [name, member] of Object.entries(value).reverse()) {
      const badName = name === "__proto__"
        ? "is not a name that can be kept"
        : wrongText(name);
      waiting.push({ value: member, name, parent, depth: depth + 1, badName });
    }
  }
  return flaws;
}

function whatIsWrong(
  value: Json,
  depth: number,
  { itemsMax, roundedToo }: {
    readonly itemsMax: number;
    readonly roundedToo: boolean;
  },
): string | null {
  if (typeof value === "string") return wrongText(value);
  if (typeof value === "number") {
    return roundedToo && Number.isFinite(value) ? null : wrongNumber(value);
  }
  if (typeof value !== "object" || value === null) return null;
  if (depth >= DEPTH_MAX) return `is nested deeper than ${DEPTH_MAX} levels`;
  // The body's own lists; deeper ones are bounded by what holds them.
  return depth <= 1 && Array.isArray(value) && value.length > itemsMax
    ? `has more than ${itemsMax} items`
    : null;
}

function wrongText(text: string): string | null {
  if (text.includes("\0")) return "holds a NUL character";
  return text.isWellFormed() ? null : "holds half of a surrogate pair";
}

function wrongNumber(number: number): string | null {
  if (!Number.isFinite(number)) return "is too large a number";
  return Number.isInteger(number) && !Number.isSafeInteger(number)
    ? "is beyond 2^53 and was rounded by JSON; send it as a string"
    : null;
}

function pathOf(place: Place): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at.parent !== null; at = at.parent) path.push(at.name);
  return path.reverse();
}

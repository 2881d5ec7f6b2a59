import { RE2JSException } from "re2js";
import { LinearRegExp } from "./bounds.ts";

/** Functions that tell something else each time, run text as a program, or make text of any length out of a little. */
const FORBIDDEN = new Set([
  "now",
  "millis",
  "random",
  "shuffle",
  "eval",
  "pad",
]);

/** What of a parsed expression may not be used, as text; null where all may. */
export function forbiddenPart(ast: unknown): string | null {
  const waiting: unknown[] = [ast];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== "object" || node === null) continue;
    const { type, value } = node as { type?: unknown; value?: unknown };
    if (type === "variable" && FORBIDDEN.has(String(value))) {
      return `uses $${value}, which is not there`;
    }
    // `[1..1000000]` is short to write and long to keep.
    if (type === "binary" && value === "..") return "uses a range";
    if (value instanceof RegExp && !isLinear(value)) {
      return "has a pattern that is not RE2 syntax";
    }
    waiting.push(...Object.values(node).filter((one) => one !== null));
  }
  return null;
}

function isLinear(pattern: RegExp): boolean {
  try {
    new LinearRegExp(pattern);
    return true;
  } catch (error) {
    if (error instanceof RE2JSException) return false;
    throw error;
  }
}

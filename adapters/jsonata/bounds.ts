import type jsonata from "jsonata";
import { RE2JS } from "re2js";
import type { Json } from "../../src/kernel/json.ts";

/** Steps that one payload may cost: some milliseconds. */
const STEPS_MAX = 50_000;
/** Characters of the longest text, and items of the longest list, in the middle of an expression too. */
const TEXT_LENGTH_MAX = 200_000;
export const ITEMS_MAX = 10_000;
/** How much more than the payload a result may weigh: as many characters and values, written out. */
const WEIGHT_MAX = 1_000_000;

/** A bound was met. */
export class TooMuch extends Error {
  override readonly name = "TooMuch";
}

/** Counts the steps of one evaluation, and looks at the size of what each gives. Counting is repeatable; a clock is not. */
export function watch(expression: jsonata.Expression, payload: Json): void {
  let steps = 0;
  const weigh = scales();
  const weightMax = weigh(payload) + WEIGHT_MAX;
  // Names are symbols here, which its types do not know.
  const bind = (name: symbol, value: unknown) =>
    expression.assign(name as unknown as string, value);
  bind(Symbol.for("jsonata.__evaluate_entry"), () => {
    if (++steps > STEPS_MAX) throw new TooMuch("too many steps");
  });
  bind(
    Symbol.for("jsonata.__evaluate_exit"),
    (_: unknown, __: unknown, ___: unknown, result: unknown) => {
      if (typeof result === "string" && result.length > TEXT_LENGTH_MAX) {
        throw new TooMuch("too long a text");
      }
      if (Array.isArray(result) && result.length > ITEMS_MAX) {
        throw new TooMuch("too long a list");
      }
      if (weigh(result) > weightMax) throw new TooMuch("too heavy a value");
    },
  );
}

/**
 * What values weigh when written out, each remembered: `{ a: x, b: x }` is small to keep and twice `x` to write, so
 * thirty such steps would write for ever.
 */
function scales(): (value: unknown) => number {
  const known = new WeakMap<object, number>();
  const weigh = (value: unknown): number => {
    if (typeof value === "string") return 1 + value.length;
    if (typeof value !== "object" || value === null || isFunction(value)) {
      return 1;
    }
    const found = known.get(value);
    if (found !== undefined) return found;
    let weight = 1;
    for (const [name, inner] of Object.entries(value)) {
      weight += weigh(inner) + (Array.isArray(value) ? 0 : name.length);
    }
    known.set(value, weight);
    return weight;
  };
  return weigh;
}

/** A function of the language, which holds all that it was made among. */
export function isFunction(value: object): boolean {
  return "_jsonata_lambda" in value || "_jsonata_function" in value;
}

/** As much of RegExp as JSONata uses, in time linear in the text. */
export class LinearRegExp {
  lastIndex = 0;
  readonly source: string;
  readonly #compiled: RE2JS;

  constructor({ source, flags }: RegExp) {
    this.source = source;
    const bits = (flags.includes("i") ? RE2JS.CASE_INSENSITIVE : 0) |
      (flags.includes("m") ? RE2JS.MULTILINE : 0) |
      (flags.includes("s") ? RE2JS.DOTALL : 0);
    this.#compiled = RE2JS.compile(source, bits);
  }

  exec(text: string): (string[] & { index: number }) | null {
    const matcher = this.#compiled.matcher(text);
    if (this.lastIndex > text.length || !matcher.find(this.lastIndex)) {
      this.lastIndex = 0;
      return null;
    }
    this.lastIndex = matcher.end();
    const groups = Array.from(
      { length: matcher.groupCount() + 1 },
      (_, i) => matcher.group(i)!,
    );
    return Object.assign(groups, { index: matcher.start() });
  }
}

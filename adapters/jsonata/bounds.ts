import type jsonata from "jsonata";
import { RE2JS } from "re2js";

/** Steps that one payload may cost: some milliseconds. */
const STEPS_MAX = 50_000;
/** Characters of the longest text, and items of the longest list, in the middle of an expression too. */
const TEXT_LENGTH_MAX = 200_000;
export const ITEMS_MAX = 10_000;

/** A bound was met. */
export class TooMuch extends Error {
  override readonly name = "TooMuch";
}

/** Counts the steps of one evaluation, and looks at the size of what each gives. Counting is repeatable; a clock is not. */
export function watch(expression: jsonata.Expression): void {
  let steps = 0;
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
    },
  );
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

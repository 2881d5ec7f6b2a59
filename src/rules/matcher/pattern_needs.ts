import type { AttributeField, TextField } from "../conditions/condition.ts";
import { allOf, anyOf, ANYTHING } from "./join_needs.ts";
import type { Needs } from "./needs.ts";

/**
 * What the folded text must contain for an RE2 pattern, case-insensitive, to be found in the tidied one.
 *
 * Only runs of printable ASCII are used. Whatever the pattern's `a` matches in a tidied text (`a`, `A`; for `k` and `s`
 * also U+212A and U+017F) folds to just `a`, and neighbours stay neighbours: nothing decomposes into what could stand
 * between them, and a single space stays one. Spaces at the ends of a run are left out, since folding may trim them
 * where it removes a mark that stood beyond.
 */
export function patternNeeds(
  source: string,
  field: TextField | AttributeField,
): Needs {
  return new Reader(source, field).read();
}

const PRINTABLE = /^[ -~]$/;
/** Escapes that match no character, but a place between two. */
const PLACES = "bBAz";
/** Escapes that match one character, whichever. */
const CLASSES = "dDsSwWafnrtvC";
const FLAGS = /\?[imsU-]*[:)]/y;
const NAME = /\?P?<\w+>/y;
const REPEAT = /\{(\d+)(?:,\d*)?\}/y;
const HEX = /x(?:\{[0-9A-Fa-f]+\}|[0-9A-Fa-f]{2})/y;
const PROPERTY = /[pP](?:\{[^}]*\}|[A-Za-z])/y;
const POSIX_CLASS = /\[:\^?\w+:\]/y;

/** Texts that a part of a pattern is written out to at most. */
const TEXTS_MAX = 16;

/** One thing in a sequence: the texts that it matches just one of, case aside, or what else it needs. */
type Item = readonly string[] | Needs;

const NO_CHARACTER: readonly string[] = [""];

/** Reads a pattern that compiles. Of one that has something it does not know, it says that nothing is needed. */
class Reader {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly field: TextField | AttributeField,
  ) {}

  read(): Needs {
    const item = this.alternatives();
    return item !== null && this.at === this.source.length
      ? this.needsOf(item)
      : ANYTHING;
  }

  /** Up to the end or a closing bracket; null where something is not known. */
  private alternatives(): Item | null {
    const branches: Item[] = [];
    for (;;) {
      const branch = this.sequence();
      if (branch === null) return null;
      branches.push(branch);
      if (this.source[this.at] !== "|") break;
      this.at++;
    }
    const texts = branches.filter(isTexts).flat();
    return branches.every(isTexts) && texts.length <= TEXTS_MAX
      ? texts
      : anyOf(branches.map((branch) => this.needsOf(branch)));
  }

  private sequence(): Item | null {
    const parts: Needs[] = [];
    let texts = NO_CHARACTER;
    let isWhole = true;
    const endTexts = (next: readonly string[]) => {
      parts.push(this.needsOf(texts));
      texts = next;
      isWhole = false;
    };
    while (!this.isAtEnd()) {
      const item = this.item();
      if (item === null) return null;
      const least = this.repeats();
      if (item === NO_CHARACTER) continue;
      if (!isTexts(item) || least === 0) {
        endTexts(NO_CHARACTER);
        if (!isTexts(item) && least !== 0) parts.push(item);
      } else if (texts.length * item.length > TEXTS_MAX) {
        endTexts(item);
      } else {
        texts = joined(texts, item);
        // Of `ab+c` both `ab` and `bc` are needed.
        if (least !== null) endTexts(item);
      }
    }
    if (isWhole) return texts;
    return allOf([...parts, this.needsOf(texts)]);
  }

  private needsOf(item: Item): Needs {
    if (!isTexts(item)) return item;
    const oneOf = item.map((text) => text.trim());
    const { field } = this;
    return oneOf.includes("")
      ? ANYTHING
      : { kind: "text", field, how: "contains", oneOf };
  }

  private isAtEnd(): boolean {
    const char = this.source[this.at];
    return char === undefined || char === "|" || char === ")";
  }

  private item(): Item | null {
    const char = this.source[this.at++]!;
    if (char === "(") return this.group();
    if (char === "[") return this.characterClass();
    if (char === "\\") return this.escape();
    if (char === ".") return ANYTHING;
    return char === "^" || char === "$" ? NO_CHARACTER : this.literal(char);
  }

  private group(): Item | null {
    const head = this.takes(FLAGS) ?? this.takes(NAME);
    if (head === null && this.source[this.at] === "?") return null;
    // `(?i)` is no group: it says how to read on, and nothing that matters here.
    if (head?.endsWith(")")) return NO_CHARACTER;
    const inner = this.alternatives();
    return this.source[this.at++] === ")" ? inner : null;
  }

  private characterClass(): Item | null {
    if (this.source[this.at] === "^") this.at++;
    // Directly after the opening, a closing bracket is a member.
    if (this.source[this.at] === "]") this.at++;
    while (this.at < this.source.length) {
      if (this.takes(POSIX_CLASS) !== null) continue;
      const char = this.source[this.at++];
      if (char === "]") return ANYTHING;
      if (char === "\\") this.at++;
    }
    return null;
  }

  private escape(): Item | null {
    if (this.takes(HEX) !== null || this.takes(PROPERTY) !== null) {
      return ANYTHING;
    }
    const char = this.source[this.at++] ?? "";
    if (PLACES.includes(char)) return NO_CHARACTER;
    if (CLASSES.includes(char)) return ANYTHING;
    // `\Q…\E` and octal numbers are too rare to be read.
    return /\w/.test(char) ? null : this.literal(char);
  }

  private literal(char: string): Item {
    if (PRINTABLE.test(char)) return [char.toLowerCase()];
    // A character beyond the 16 bits is two units, which are repeated together.
    if (/[\uD800-\uDBFF]/.test(char)) this.at++;
    return ANYTHING;
  }

  /** How often at least the item before stands there, 0 or 1 for more; null where nothing is said. */
  private repeats(): 0 | 1 | null {
    let least: 0 | 1 | null = null;
    while ("*+?{".includes(this.source[this.at] ?? " ")) {
      const repeat = this.takes(REPEAT);
      const char = repeat ?? this.source[this.at]!;
      // A brace that opens no repetition is a character.
      if (char === "{") break;
      if (repeat === null) this.at++;
      // After another repetition, a question mark only makes it lazy.
      if (char === "?" && least !== null) continue;
      const none = char === "*" || char === "?" || /^\{0+[,}]/.test(char);
      least = none || least === 0 ? 0 : 1;
    }
    return least;
  }

  private takes(form: RegExp): string | null {
    form.lastIndex = this.at;
    const found = form.exec(this.source)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }
}

function isTexts(item: Item): item is readonly string[] {
  return Array.isArray(item);
}

/** Each of `texts` followed by each of `more`. */
function joined(
  texts: readonly string[],
  more: readonly string[],
): readonly string[] {
  return texts.length === 1 && more.length === 1
    ? [texts[0]! + more[0]!]
    : texts.flatMap((text) => more.map((next) => text + next));
}

import { sha256 } from "../kernel/sha256.ts";
import type { Attributes, RecordContent } from "../records/record.ts";
import { fold } from "../records/text.ts";

/**
 * What two records can have in common, most specific first.
 * `text`: description and counterparty as written, but folded. `words`: the same without the
 * words that hold a digit (store numbers, dates, references). `head`: the first words of the
 * description. `counterparty`: the other side alone; in `counterparty+amount`, the description where no other side is
 * known. `context`: the tenant's chosen attributes, such as the cost centre; alone where no other side is known.
 * `size`: the amount's rough magnitude, whatever its sign. `amount`: the amount to the minor unit.
 */
export type CueLevel =
  | "text+context"
  | "words+size+context"
  | "words+context"
  | "text"
  | "counterparty+context"
  | "head+size+context"
  | "counterparty+amount"
  | "context";

export interface Cue {
  readonly level: CueLevel;
  /** 32 hexadecimal digits; records with the same value at this level, and no others, share it. */
  readonly key: string;
}

/** What a record is looked up by. */
export interface Cues {
  /** Most specific first. A level that says nothing of the record is left out. */
  readonly keys: readonly Cue[];
  /** The key of `words+context`, which stands for `text`. */
  readonly textKey: string;
  /** What is embedded: the words and the context. */
  readonly text: string;
}

/** How many words of a description name its subject: `tesco stores`, `amazon marketplace`. */
const HEAD_WORDS = 2;

/** The cues of a record; `contextAttributes` names the attributes that its category depends on. */
export function cuesOf(
  content: RecordContent,
  contextAttributes: readonly string[],
): Cues {
  const description = fold(content.description);
  const counterparty = fold(content.counterparty ?? "");
  const context = contextOf(content, contextAttributes);
  const text = [description, counterparty];
  const plain = wordsOf(description);
  const party = wordsOf(counterparty);
  const spoken = plain === party ? [plain] : [plain, party];
  // A text of digits alone has nothing but its digits to be known by.
  const words = plain + party === "" ? text : spoken;
  const head = (plain || description.replace(/\p{N}+/gu, "#")).split(" ")
    .slice(0, HEAD_WORDS).join(" ");
  const size = sizeOf(content);

  const textCue = cue("words+context", [...words, ...context]);
  const keys = [
    cue("text+context", [...text, ...context]),
    cue("words+size+context", [...words, size, ...context]),
    textCue,
    cue("text", text),
  ];
  if (counterparty !== "") {
    keys.push(cue("counterparty+context", [counterparty, ...context]));
  }
  if (head !== "") {
    keys.push(cue("head+size+context", [head, size, ...context]));
  }
  if (content.amount) {
    const { minor, currency } = content.amount;
    const amount = `${currency} ${minor}`;
    keys.push(
      cue("counterparty+amount", [counterparty || description, amount]),
    );
  }
  if (counterparty === "" && context.some((value) => value !== "")) {
    keys.push(cue("context", context));
  }
  return {
    keys,
    textKey: textCue.key,
    text: [...words, ...context].filter((part) => part !== "").join(" "),
  };
}

/** Half a hash is enough: 128 bits do not meet by chance. */
function cue(level: CueLevel, parts: readonly string[]): Cue {
  return { level, key: sha256(`${level}\n${parts.join("\n")}`).slice(0, 32) };
}

/** The words of folded text that hold no digit, without punctuation. */
function wordsOf(folded: string): string {
  return folded.split(" ").filter((word) => !/\p{N}/u.test(word)).join(" ")
    .replace(/[^\p{L}]+/gu, " ").trim();
}

/** The values of the context attributes, folded, empty where one is not there. */
export function contextOf(
  { attributes }: RecordContent,
  contextAttributes: readonly string[],
): readonly string[] {
  return contextAttributes.map((name) => contextValue(attributes, name));
}

function contextValue(attributes: Attributes, name: string): string {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : null;
  return fold(String(value ?? ""));
}

/** The nearest half power of ten: 10, 31, 100, 316 … minor units. */
export function sizeOf({ amount }: RecordContent): string {
  if (amount === null) return "";
  const magnitude = Math.abs(Number(amount.minor));
  const size = magnitude === 0 ? "0" : Math.round(2 * Math.log10(magnitude));
  return `${amount.currency} ${size}`;
}

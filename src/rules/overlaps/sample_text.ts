import { patternTexts } from "./pattern_texts.ts";

/** One thing of a pattern that a text can be made for, with how often it must stand. */
const PART =
  /^(?:\\([dDwWsSbB])|\\([^\w\s])|\[(\^?)((?:\\.|[^\]\\])+)\]|([.^$])|([^\\[\](){}*+?|.^$]))(\*|\+|\?|\{\d+(?:,\d*)?\})?\??/u;

/** What stands for a class of characters. */
const CLASS: { readonly [letter: string]: string } = {
  d: "1",
  D: "x",
  w: "x",
  W: "-",
  s: " ",
  S: "x",
};

/**
 * A text that the pattern probably finds something in, or null. It is a guess to be tried:
 * groups are read where they are not nested, and of a choice the first is taken.
 */
export function sampleText(source: string): string | null {
  const plain = patternTexts(source);
  if (plain !== null) return plain.texts[0] ?? null;
  const opened = source.replaceAll(
    /(?<!\\)\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)(\*|\?)?/g,
    (_, first: string, often?: string) => often ? "" : first,
  );
  let text = "";
  let rest = opened.split(/(?<!\\)\|/u)[0]!.replace(/^\(\?i\)/, "");
  while (rest !== "") {
    const part = PART.exec(rest);
    if (part === null) return null;
    text += charactersOf(part).repeat(timesOf(part[7]));
    rest = rest.slice(part[0].length);
  }
  return text;
}

function charactersOf(part: RegExpExecArray): string {
  const [, letter, escaped, not, members, special, plain] = part;
  if (letter !== undefined) return CLASS[letter] ?? "";
  if (members !== undefined) {
    if (not) return ["x", "1", "-"].find((one) => !members.includes(one)) ?? "";
    const inner = /^\\([dws])/.exec(members);
    return inner ? CLASS[inner[1]!]! : members.replace("\\", "").slice(0, 1);
  }
  return special === "." ? "x" : escaped ?? plain ?? "";
}

function timesOf(often: string | undefined): number {
  if (often === "*" || often === "?") return 0;
  return often?.startsWith("{") ? parseInt(often.slice(1), 10) : 1;
}

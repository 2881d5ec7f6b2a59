import { fold } from "../../records/text.ts";

/** Texts of which one, folded, is in whatever a pattern matches. */
export interface PatternTexts {
  readonly texts: readonly string[];
  /** They stand at the start, or the end, of the text. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** The pattern asks for nothing else, so that it matches wherever one of them stands unfolded. */
  readonly alone: boolean;
}

const PIECE =
  /^(\^|\\b)?((?:[A-Za-z0-9 &'/,:;#@!%=_~"<>-]|\\[^\w\s])+)(\$|\\b)?$/;
const GROUP = /^(\^|\\b)?\((?:\?:)?([^()]*)\)(\$|\\b)?$/;

/**
 * The texts of a pattern that is one plain word or phrase, or a choice of them, or null. Only ASCII:
 * its letters stay themselves when the text around them is folded, also those that match them without regard to case.
 */
export function patternTexts(source: string): PatternTexts | null {
  const grouped = GROUP.exec(source);
  const [before, inner, after] = grouped
    ? [grouped[1], grouped[2]!, grouped[3]]
    : [undefined, source, undefined];
  const pieces = inner.split("|").map((piece) => PIECE.exec(piece));
  const texts: string[] = [];
  for (const piece of pieces) {
    const text = piece?.[2]?.replaceAll(/\\(.)/g, "$1");
    // An edge that is white space may fold to nothing.
    if (text === undefined || fold(text) !== text.toLowerCase()) return null;
    texts.push(fold(text));
  }
  return {
    texts,
    atStart: before === "^" || pieces.every((piece) => piece?.[1] === "^"),
    atEnd: after === "$" || pieces.every((piece) => piece?.[3] === "$"),
    alone: !before && !after &&
      pieces.every((piece) => !piece?.[1] && !piece?.[3]),
  };
}

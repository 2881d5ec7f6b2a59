/** Text with its lookalikes made equal, and where each of its characters came from. */
export interface PlainText {
  /** Digits of any script as ASCII, letters in upper case, any space as ` `, any dash as `-`, any dot as `.`, nothing invisible. */
  readonly plain: string;
  /** Where in the text the character of the `i`-th UTF-16 unit of `plain` begins. */
  from(i: number): number;
  /** Where it ends. */
  to(i: number): number;
}

const ASCII = /^[\t-~]*$/;
const INVISIBLE = /^[\p{Cf}\p{Variation_Selector}\p{M}]$/u;
const SPACE = /^\s$/u;
const DASH = /^[\p{Pd}\u2212]$/u;
/** Those that stand in the middle; the others NFKC knows. */
const DOT = /^[\u00b7\u2022\u2027\u2219\u22c5\u30fb]$/;
const DIGIT = /^\p{Nd}$/u;

/** Reads text the way a person would: `４１１１` and `٤١١١` are 4111, and a zero-width space is nothing. */
export function plainText(text: string): PlainText {
  // Most text of statements is ASCII, where each character stays in its place.
  if (ASCII.test(text)) {
    const plain = text.toUpperCase().replace(/\s/g, " ");
    return { plain, from: (i) => i, to: (i) => i + 1 };
  }
  let plain = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const read = plainCharacter(character);
    for (let i = 0; i < read.length; i++) {
      starts.push(start);
      ends.push(end);
    }
    plain += read;
    start = end;
  }
  return { plain, from: (i) => starts[i]!, to: (i) => ends[i]! };
}

function plainCharacter(character: string): string {
  if (character > " " && character <= "~") return character.toUpperCase();
  if (SPACE.test(character)) return " ";
  if (INVISIBLE.test(character)) return "";
  if (DASH.test(character)) return "-";
  if (DOT.test(character)) return ".";
  if (DIGIT.test(character)) return String(digitValue(character));
  return character.normalize("NFKC").toUpperCase();
}

/** Unicode keeps the ten digits of a script together, in order. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

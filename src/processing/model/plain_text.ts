/** Text with its lookalikes made equal, and where each of its characters came from. */
export interface PlainText {
  /** Digits of any script as ASCII, letters in upper case, any space as ` `, any dash as `-`, nothing invisible. */
  readonly plain: string;
  /** For each UTF-16 unit of `plain`, where in the text its character begins. */
  readonly from: readonly number[];
  /** For each UTF-16 unit of `plain`, where in the text its character ends. */
  readonly to: readonly number[];
}

const INVISIBLE = /^[\p{Cf}\p{Variation_Selector}\p{M}]$/u;
const SPACE = /^\s$/u;
const DASH = /^[\p{Pd}\u2212]$/u;
const DIGIT = /^\p{Nd}$/u;

/** Reads text the way a person would: `４１１１` and `٤١١١` are 4111, and a zero-width space is nothing. */
export function plainText(text: string): PlainText {
  let plain = "";
  const from: number[] = [];
  const to: number[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const read = plainCharacter(character);
    for (let i = 0; i < read.length; i++) {
      from.push(start);
      to.push(end);
    }
    plain += read;
    start = end;
  }
  return { plain, from, to };
}

function plainCharacter(character: string): string {
  if (SPACE.test(character)) return " ";
  if (character <= "~") return character.toUpperCase();
  if (INVISIBLE.test(character)) return "";
  if (DASH.test(character)) return "-";
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

/** Half-open, in characters. */
export type Span = readonly [start: number, end: number];

/** Lengths of IBANs by country, as the ISO 13616 registry has them. */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
  }).flatMap(([length, countries]) =>
    countries.split(" ").map((country): [string, number] => [
      country,
      Number(length),
    ])
  ),
);

/**
 * What may stand between the groups of a number: no letter, no digit, no sign of a currency (amounts in a row), and no
 * bracket, which is one of a placeholder's. More of it in a row is not one number.
 */
const SEPARATOR = /[^\p{L}\p{N}\p{Sc}[\]]/u;
const SEPARATORS_MAX = 3;

/** The first letter of two, before two digits. */
const IBAN_START = new RegExp(
  String
    .raw`[A-Z](?=${SEPARATOR.source}{0,3}[A-Z](?:${SEPARATOR.source}{0,3}\d){2})`,
  "gu",
);

/**
 * IBANs in plain text (ISO 13616): country, length and check digits are right, however they are grouped. One in a hundred
 * other texts that look so is taken for one.
 */
export function ibansIn(plain: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { 0: start, index } of plain.matchAll(IBAN_START)) {
    if (index < (spans.at(-1)?.[1] ?? 0)) continue;
    const country = start + plain.slice(index + 1).match(/[A-Z]/)![0];
    const length = IBAN_LENGTHS.get(country);
    const at = length && collect(plain, index, length, /[A-Z\d]/);
    if (at && isIban(at.map((i) => plain[i]).join(""))) {
      spans.push([index, at.at(-1)! + 1]);
    }
  }
  return spans;
}

/** Mod 97 of ISO 7064: the first four characters moved to the end, letters as 10 to 35. */
export function isIban(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** How many digits numbers have that begin so, by the schemes' published ranges. */
const CARD_RANGES: readonly (readonly [
  first: number,
  last: number,
  lengths: readonly number[],
])[] = [
  [2200, 2204, [16, 17, 18, 19]],
  [2205, 2205, [16]],
  [2221, 2720, [16]],
  [3000, 3059, [14, 15, 16, 17, 18, 19]],
  [3095, 3095, [14, 15, 16, 17, 18, 19]],
  [3400, 3499, [15]],
  [3528, 3589, [16, 17, 18, 19]],
  [3600, 3699, [14, 15, 16, 17, 18, 19]],
  [3700, 3799, [15]],
  [3800, 3999, [14, 15, 16, 17, 18, 19]],
  [4000, 4999, [13, 16, 18, 19]],
  [5000, 5099, [13, 14, 15, 16, 17, 18, 19]],
  [5100, 5599, [16]],
  [5600, 6999, [13, 14, 15, 16, 17, 18, 19]],
  [8100, 8171, [16, 17, 18, 19]],
  [9792, 9792, [16]],
];

/** Groups of digits, however they are set apart. */
const DIGIT_GROUPS = new RegExp(
  String.raw`\d+(?:${SEPARATOR.source}{1,3}\d+)*`,
  "gu",
);

/**
 * Payment card numbers in plain text (ISO/IEC 7812): range, length and Luhn digit are right. A number is several whole
 * groups, the first of four digits or more and none but the last shorter than three, or stands anywhere within one group.
 */
export function cardNumbersIn(plain: string): readonly Span[] {
  return [...plain.matchAll(DIGIT_GROUPS)].flatMap(({ 0: text, index }) => {
    const groups = [...text.matchAll(/\d+/g)]
      .map((group) => ({ digits: group[0], start: index + group.index }));
    const spans: Span[] = [];
    for (let i = 0; i < groups.length; i++) {
      const taken = grouped(groups, i);
      if (taken > 0) {
        const last = groups[i + taken - 1]!;
        spans.push([groups[i]!.start, last.start + last.digits.length]);
        i += taken - 1;
      } else {
        const { digits, start } = groups[i]!;
        spans.push(
          ...within(digits).map(([a, b]): Span => [start + a, start + b]),
        );
      }
    }
    return spans;
  });
}

/** How many groups from `first` on are a card number together; 0 where none are. */
function grouped(
  groups: readonly { readonly digits: string }[],
  first: number,
): number {
  let digits = "";
  let found = 0;
  for (let i = first; i < groups.length && digits.length < 19; i++) {
    const group = groups[i]!.digits;
    if (i === first && group.length < 4) return 0;
    digits += group;
    if (isCardNumber(digits)) found = i - first + 1;
    if (group.length < 3) break;
  }
  return found;
}

/** Numbers within a longer run are looked for from this length on: shorter ones are there by chance. */
const WITHIN_MIN = 15;

/** The card numbers inside one long run of digits. */
function within(digits: string): readonly Span[] {
  const spans: Span[] = [];
  for (let start = 0; start + WITHIN_MIN <= digits.length; start++) {
    for (let length = 19; length >= WITHIN_MIN; length--) {
      const end = start + length;
      if (end <= digits.length && isCardNumber(digits.slice(start, end))) {
        spans.push([start, end]);
        start = end - 1;
        break;
      }
    }
  }
  return spans;
}

function isCardNumber(digits: string): boolean {
  const range = Number(digits.slice(0, 4));
  return CARD_RANGES.some(([first, last, lengths]) =>
    first <= range && range <= last && lengths.includes(digits.length)
  ) && isLuhn(digits);
}

/** ISO/IEC 7812-1, annex B: every second digit from the right doubled, its digits added up. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
  }
  return sum % 10 === 0;
}

/** Where the next `count` characters of a kind stand, with no more than separators between them. */
function collect(
  plain: string,
  start: number,
  count: number,
  kind: RegExp,
): readonly number[] | undefined {
  const at: number[] = [];
  let separators = 0;
  for (let i = start; at.length < count; i++) {
    const character = plain[i] ?? "";
    if (kind.test(character)) {
      at.push(i);
      separators = 0;
    } else if (!SEPARATOR.test(character) || ++separators > SEPARATORS_MAX) {
      return undefined;
    }
  }
  return at;
}

import { cardNumbersIn, ibansIn, type Span } from "./account_numbers.ts";
import { plainText } from "./plain_text.ts";

/**
 * An @ and its domain, and what stands before them. The @ is looked for first, so that a local part may be of any length
 * and a long text without an @ is still read once.
 */
const EMAIL =
  /@(?<=([\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]*)@)(?:[\p{L}\p{N}-]+\.)+\p{L}[\p{L}\p{N}-]*/gu;

/** `1234.56`, `1 234 567.89`, `1.234.567,89`; `44.20.7946` goes on. */
const AMOUNT = String
  .raw`(?:\d+[.,]|\d{1,3}(?: \d{3}){1,2}[.,]|\d{1,3}(?:\.\d{3}){1,2},)\d{2}(?!\d|\.\d)`;

/** An amount that ends there: `20.79 46` goes on. */
const WHOLE_AMOUNT = String.raw`${AMOUNT}(?![ \-./]\d)`;

/** A further digit of a phone number. What stands off may be the amount. */
const DIGIT = String
  .raw`(?:(?:|[\-.]|[ /](?!${WHOLE_AMOUNT})|[ \-./]{2,3}(?!${AMOUNT}))\(?\d\)?)`;

/** The country and the number in one: whatever follows is none of it. */
const IN_ONE = String.raw`[1-9]\d{10,14}(?!\d)`;

/** Behind what looks like an amount, the groups that show it is none: `44.20 7946 0958`. */
const GROUPS = String.raw`[ \-./]\d{3,4}[ \-./]?\d{3,4}(?!\d)`;

/** Fields of a SEPA statement (`EREF+2026030512345`): the plus is theirs, and a reference follows. */
const FIELD = "(?:[EKM]REF|CRED|DEBT|SVWZ|ABW[AE]|OAMT|COAM|PURP)";

/**
 * Phone numbers by what gives them away: a plus or 00 before the country, the groups of a national number after its 0,
 * the groups of a North American one, a British mobile, or a word before them. Other runs of digits are references.
 */
const PHONES: readonly RegExp[] = [
  new RegExp(
    String
      .raw`(?<!${FIELD})\+(?!${AMOUNT}(?!${GROUPS}))(?:${IN_ONE}|\(?[1-9]\)?${DIGIT}{6,14}(?!\d))`,
    "g",
  ),
  // Behind a field's plus only what is grouped as no reference is: a country of 1 to 3 digits first.
  new RegExp(
    String
      .raw`(?<=${FIELD}\+)[1-9]\d{0,2}(?=(?:[ \-./()]*\d){7,14}(?!\d))(?:[ \-./]\(?\d{2,5}\)?){2,5}(?!\d)`,
    "g",
  ),
  /(?<![\dA-Z])00[1-9]\d{0,2}(?:[ \-./]*\(0\))?(?:(?:[ \-./]+\(?|\(|(?<=\)))\d{1,5}\)?){2,5}(?!\d)/g,
  /(?<![\dA-Z])\(?0[1-9]\d{1,3}\)?[ \-./]+\d{3,4}[ \-./]?\d{3,4}(?!\d)/g,
  /(?<![\dA-Z])0[1-9]([ .\-])\d{2}(?:\1\d{2}){3}(?!\d)/g,
  /(?<![\dA-Z\-])(?:1[ \-.])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ \-.])[2-9]\d{2}[ \-.]\d{4}(?![\d\-])/g,
  /(?<![\dA-Z])07\d{9}(?!\d)/g,
  new RegExp(
    String
      .raw`(?<=(?<![A-Z])(?:TEL|TELEPHONE|TELEFON|PHONE|PH|MOB|MOBILE|CALL|FAX|WHATSAPP)[ .:#\-]{0,3})\+?\(?\d${DIGIT}{5,14}(?!\d)`,
    "g",
  ),
];

/** What is looked for, in this order: what was found is not looked at again. */
const DETECTORS: readonly (readonly [
  placeholder: string,
  find: (plain: string) => readonly Span[],
])[] = [
  ["[email]", emailsIn],
  ["[iban]", ibansIn],
  ["[card]", cardNumbersIn],
  ["[phone]", (plain) => PHONES.flatMap((phone) => matches(plain, phone))],
];

/**
 * The text with IBANs, card numbers, e-mail addresses and phone numbers replaced by what they are. Amounts, dates, and
 * numbers of invoices and stores stay: they say what a record is.
 */
export function masked(text: string): string {
  if (!/[\p{N}@\uff20\ufe6b]/u.test(text)) return text;
  return DETECTORS.reduce(
    (result, [placeholder, find]) => replaced(result, placeholder, find),
    text,
  );
}

function replaced(
  text: string,
  placeholder: string,
  find: (plain: string) => readonly Span[],
): string {
  const { plain, from, to } = plainText(text);
  const spans = merged(find(plain));
  if (spans.length === 0) return text;
  let result = "";
  let end = 0;
  for (const [first, last] of spans) {
    result += text.slice(end, from(first)) + placeholder;
    end = to(last - 1);
  }
  return result + text.slice(end);
}

/** Spans in order, those that overlap as one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const done: Span[] = [];
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    const last = done.at(-1);
    if (last && start < last[1]) {
      done[done.length - 1] = [last[0], Math.max(last[1], end)];
    } else done.push([start, end]);
  }
  return done;
}

/** From the first letter or digit before the @: a quote or a slash in front of an address is none of it. */
function emailsIn(plain: string): readonly Span[] {
  return [...plain.matchAll(EMAIL)]
    .flatMap(({ 0: domain, 1: before = "", index }) => {
      const first = before.search(/[\p{L}\p{N}]/u);
      return first < 0
        ? []
        : [[index - before.length + first, index + domain.length]];
    });
}

function matches(plain: string, pattern: RegExp): readonly Span[] {
  return [...plain.matchAll(pattern)]
    .map(({ 0: text, index }) => [index, index + text.length]);
}

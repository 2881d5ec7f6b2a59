import { tidy } from "./text.ts";

/** How banks announce a payment before they name the other side. */
const LEAD =
  /^(?:card (?:payment|purchase) (?:to|at)|contactless(?: payment)?(?: to| at)?|direct (?:debit|credit)(?: to| from)?|standing order(?: to)?|faster payment(?:s)?(?: to| from)?|bank transfer (?:to|from)|transfer (?:to|from)|payment (?:to|from)|purchase (?:at|from)|refund from|pos|visa|ddr?|sto|bgc|bacs)[\s:*-]+/i;

/** A word that announces a number: the branch, the date, the reference. */
const ANNOUNCES = /^(?:ref|reference|inv|invoice|store|branch|on|no|nr)[.:]?$/i;

/**
 * The other side's name as far as a bank's description shows it: payment words before it and
 * numbers, dates and references behind it cut off. Null when nothing of two letters is left.
 * Its time grows with the length of the description, whatever that holds.
 */
export function counterpartyIn(description: string): string | null {
  const [first = "", ...others] = tidy(description.replace(LEAD, ""))
    .split(" ");
  const named = withoutNumber(first);
  const end = others.findIndex((word, i) =>
    hasDigit(word) || (ANNOUNCES.test(word) && hasDigit(others[i + 1] ?? ""))
  );
  const name = named !== first
    ? named
    : [first, ...end < 0 ? others : others.slice(0, end)].join(" ");
  return (name.match(/\p{L}/gu)?.length ?? 0) < 2 ? null : name;
}

/** A word up to the `*` or `#` that a number follows: `AMZN*2K4RT88` is AMZN. */
function withoutNumber(word: string): string {
  const mark = word.search(/[*#]/);
  return mark >= 0 && hasDigit(word.slice(mark)) ? word.slice(0, mark) : word;
}

function hasDigit(word: string): boolean {
  return /\d/.test(word);
}

import type { Instant } from "../../../../src/kernel/instant.ts";
import {
  formatMoney,
  minorDigits,
  type Money,
} from "../../../../src/kernel/money.ts";

const LOCALE = "en-GB";
const DAY = new Intl.DateTimeFormat(LOCALE, {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
  year: "numeric",
});
const TIME = new Intl.DateTimeFormat(LOCALE, {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const WHOLE = new Intl.NumberFormat(LOCALE);
const PERCENT = new Intl.NumberFormat(LOCALE, {
  style: "percent",
  maximumFractionDigits: 1,
});
/** Characters of an amount that is kept on one line: up to hundreds of millions, in most currencies. */
const AMOUNT_CHARS = 16;
const byCurrency = new Map<string, Intl.NumberFormat>();

/** An amount in its currency, exact to the last digit. */
export function Amount({ money }: { readonly money: Money | null }) {
  if (money === null) return <span class="quiet">none</span>;
  const text = moneyText(money);
  if (text.length <= AMOUNT_CHARS) return <span class="number">{text}</span>;
  const [first, ...groups] = text.split(",");
  return (
    <span class="number long">
      {first}
      {groups.map((group) => (
        <>
          ,<wbr />
          {group}
        </>
      ))}
    </span>
  );
}

/** `-£12.50`: to the digit, also beyond 2^53, which `Intl` reads from text alone. */
export function moneyText(money: Money): string {
  const { currency } = money;
  const [decimal] = formatMoney(money).split(" ");
  const known = byCurrency.get(currency) ?? currencyFormat(currency);
  byCurrency.set(currency, known);
  return known.format(decimal as Intl.StringNumericLiteral);
}

function currencyFormat(currency: string): Intl.NumberFormat {
  const digits = minorDigits(currency) ?? 2;
  return new Intl.NumberFormat(LOCALE, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A day, as records have one. */
export function Day({ at }: { readonly at: Instant | null }) {
  if (at === null) return <span class="quiet">unknown</span>;
  return (
    <time class="number" datetime={at.slice(0, 10)}>
      {DAY.format(new Date(at))}
    </time>
  );
}

/** A day in words, where no element can stand. */
export function dayText(at: Instant): string {
  return DAY.format(new Date(at));
}

/** A moment, to the minute, in UTC. */
export function Moment({ at }: { readonly at: Instant | null }) {
  if (at === null) return <span class="quiet">never</span>;
  return (
    <time class="number" datetime={at}>{TIME.format(new Date(at))} UTC</time>
  );
}

/** A number as people read it: `12,345`. */
export function wholeText(value: number | bigint): string {
  return WHOLE.format(value);
}

/** A share of one: `97.5%`. */
export function percentText(share: number): string {
  return PERCENT.format(share);
}

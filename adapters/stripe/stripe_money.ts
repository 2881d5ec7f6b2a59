import type { Minor, Money } from "../../src/kernel/money.ts";

/** Without decimals in ISO 4217, and with two, which are always 0, at Stripe (docs.stripe.com/currencies, special cases). */
const TWO_DECIMALS_MORE: ReadonlySet<string> = new Set(["ISK", "UGX"]);
/** With two decimals in ISO 4217, and without any at Stripe (the same page, zero-decimal currencies). */
const TWO_DECIMALS_LESS: ReadonlySet<string> = new Set(["MGA"]);

/** An amount of Stripe's, whose smallest units are ISO's but for a few currencies. */
export function stripeMoney(amount: number, currency: string): Money {
  const code = currency.toUpperCase();
  return { minor: `${minorOf(BigInt(amount), code)}` as Minor, currency: code };
}

function minorOf(amount: bigint, code: string): bigint {
  if (TWO_DECIMALS_LESS.has(code)) return amount * 100n;
  if (!TWO_DECIMALS_MORE.has(code)) return amount;
  if (amount % 100n !== 0n) {
    throw new Error(`Stripe told an amount in ${code} that is not whole`);
  }
  return amount / 100n;
}

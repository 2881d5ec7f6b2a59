import { formatMoney, type Minor } from "../kernel/money.ts";

/** Minor units as decimal text in the currency's digits, exact whatever the size: `-12.50`. */
export function amountText(minor: bigint, currency: string): string {
  const text = formatMoney({ minor: `${minor}` as Minor, currency });
  return text.slice(0, -currency.length - 1);
}

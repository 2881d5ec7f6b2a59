import type { Money } from "../kernel/money.ts";

/** Adds a statement's entries up between its two balances. */
export interface BalanceCheck {
  opening(money: Money): void;
  closing(money: Money): void;
  /** An entry that counts for the balance; null: one that could not be read. */
  entry(money: Money | null): void;
  /** Whether all is there and the sum is wrong; says nothing of a statement without both balances. */
  isWrong(): boolean;
}

export function balanceCheck(): BalanceCheck {
  let opening: Money | null = null;
  let closing: Money | null = null;
  let sum = 0n;
  let isWhole = true;
  return {
    opening: (money) => void (opening ??= money),
    closing: (money) => void (closing = money),
    entry(money) {
      if (money === null) isWhole = false;
      else sum += BigInt(money.minor);
    },
    isWrong: () =>
      isWhole && opening !== null && closing !== null &&
      opening.currency === closing.currency &&
      BigInt(opening.minor) + sum !== BigInt(closing.minor),
  };
}

/** What is told of a statement whose sum is wrong. */
export const WRONG_BALANCE =
  "the opening balance and the entries do not make the closing balance: some may be missing";

import type { DecimalSign } from "./read_decimal.ts";
import type { DateOrder } from "./read_date.ts";

/** How the columns of a bank's CSV become fields; columns by the names that the file gives them. Null: found by evidence. */
export interface CsvTerms {
  readonly date: string;
  /** One with signed numbers, or null where `debit` or `credit` are there. */
  readonly amount: string | null;
  readonly debit: string | null;
  readonly credit: string | null;
  /** Says of each amount whether it went out, as `D`, `DR`, `debit`, `S` or `Af` do. */
  readonly direction: string | null;
  /** Joined in this order. */
  readonly description: readonly string[];
  readonly counterparty: string | null;
  /** An id that the bank gives to one entry of the account only. */
  readonly bankId: string | null;
  readonly account: string | null;
  readonly currencyColumn: string | null;
  /** Where no column says so. */
  readonly currency: string | null;
  readonly dateOrder: DateOrder | null;
  readonly decimal: DecimalSign | null;
  /** What was spent stands as a positive number, as many statements of cards have it. */
  readonly spendingIsPositive: boolean;
  /** Further columns to keep, by the attribute's name. */
  readonly attributes: { readonly [name: string]: string };
}

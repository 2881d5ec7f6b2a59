import type { CsvTerms } from "../../../../src/imports/csv_terms.ts";
import { Fact, Facts } from "../parts/facts.tsx";

const ORDER_WORDS = {
  ymd: "year, month, day",
  dmy: "day before month",
  mdy: "month before day",
} as const;

const DECIMAL_WORDS = { ".": "a point", ",": "a comma" } as const;

/** How columns are read, in words. */
export function ColumnsWords({ terms }: { readonly terms: CsvTerms }) {
  const { dateOrder, decimal, spendingIsPositive: isCard } = terms;
  const columns: readonly (readonly [string, string | null])[] = [
    ["Date", terms.date],
    [isCard ? "Amount, spending positive" : "Amount, signed", terms.amount],
    ["Money out", terms.debit],
    ["Money in", terms.credit],
    ["Which way it went", terms.direction],
    ["Counterparty", terms.counterparty],
    ["The bank’s id", terms.bankId],
    ["Account", terms.account],
    ["Currency", terms.currencyColumn],
    ...Object.entries(terms.attributes),
  ];
  return (
    <Facts>
      {terms.description.length > 0 && (
        <Fact name="Description">
          {terms.description.map((one) => `“${one}”`).join(", then ")}
        </Fact>
      )}
      {columns.flatMap(([name, column]) =>
        column === null ? [] : <Fact name={name}>“{column}”</Fact>
      )}
      {terms.currency !== null && (
        <Fact
          name={terms.currencyColumn === null ? "Currency" : "Otherwise in"}
        >
          {terms.currency}
        </Fact>
      )}
      <Fact name="Dates have">
        {dateOrder === null
          ? <span class="quiet">told by the dates</span>
          : ORDER_WORDS[dateOrder]}
      </Fact>
      <Fact name="Decimals after">
        {decimal === null
          ? <span class="quiet">told by the amounts</span>
          : DECIMAL_WORDS[decimal]}
      </Fact>
    </Facts>
  );
}
